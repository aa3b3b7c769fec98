import DealText

/// A row of a table of trees.
struct TreeRow {
  enum Kind {
    case atMost
    case equal
    case leaf
  }

  /// The hash of the sign's name.
  let sign: UInt64
  let kind: Kind
  let value: Int32
  /// The rows to go on with, counted from the root.
  let yes: Int
  let no: Int
  /// Whether the row opens a tree.
  let isRoot: Bool
  /// Whether it opens a class.
  let isClass: Bool
  /// Where its second cell stands.
  let test: Range<Int>

  /// Reads a line; nil where it has no five cells.
  init?(_ line: ArraySlice<UInt8>) {
    var ends: (Int, Int, Int, Int) = (0, 0, 0, 0)
    var count = 0
    for index in line.indices where line[index] == 0x09 {
      switch count {
      case 0: ends.0 = index
      case 1: ends.1 = index
      case 2: ends.2 = index
      default: ends.3 = index
      }
      count += 1
    }
    guard count == 4 else { return nil }
    isRoot = line.first == 0x2A
    let name = line[line.startIndex + (isRoot ? 1 : 0)..<ends.0]
    isClass = name.elementsEqual("class".utf8)
    sign = foldedHash(name)
    test = ends.0 + 1..<ends.1
    kind = line[test.lowerBound] == 0x6C ? .leaf : line[test.lowerBound] == 0x3D ? .equal : .atMost
    value = Int32(Self.number(line[ends.1 + 1..<ends.2]))
    yes = Self.number(line[ends.2 + 1..<ends.3])
    no = Self.number(line[ends.3 + 1..<line.endIndex])
  }

  private static func number(_ cell: ArraySlice<UInt8>) -> Int {
    var value = 0
    for byte in cell where isDigit(byte) { value = value &* 10 &+ Int(byte - 0x30) }
    return cell.first == 0x2D ? -value : value
  }
}
