public import DealTables
import DealText

/// Integer weights of features for a fixed set of classes; a score is their sum.
///
/// The table has a row a feature: its name `template:atom|atom` and the weights, comma-separated, in
/// the order of the classes that the header names: `feature<TAB>B,I,O`.
public struct LinearModel: Sendable {
  /// The names of the classes.
  public let classes: [String]
  private var keys: [UInt64]
  private var weights: [Int32]
  private let mask: Int
  private let stride: Int

  /// Reads a table whose features are made of `templates`.
  public init<Template: FeatureTemplate>(_ table: Table, templates: Template.Type) {
    let head = table.columns.count > 1 ? table.columns[1] : ""
    classes = head.split(separator: ",").map(String.init)
    stride = max(1, classes.count)
    var rawValues: [ArraySlice<UInt8>: UInt64] = [:]
    for template in Template.allCases {
      rawValues[Array("\(template)".utf8)[...]] = template.rawValue
    }
    var capacity = 1 << 8
    while capacity < table.approximateRowCount * 2 { capacity <<= 1 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    weights = [Int32](repeating: 0, count: capacity * stride)
    table.forEachRow { _, cells in
      guard cells.count == 2, let key = Self.key(cells[0], rawValues) else { return }
      insert(key, cells[1])
    }
  }

  /// Adds the weights of `features` to `scores`, which has a place for each class.
  @inline(__always)
  public func add(_ features: FeatureBuffer, to scores: inout [Int32]) {
    for key in features.hashes {
      var slot = Int(truncatingIfNeeded: key) & mask
      while keys[slot] != 0 {
        if keys[slot] == key {
          for index in 0..<stride { scores[index] &+= weights[slot * stride + index] }
          break
        }
        slot = (slot + 1) & mask
      }
    }
  }

  /// The weights of one feature, nil when it has none.
  public func weights(of feature: UInt64) -> ArraySlice<Int32>? {
    var slot = Int(truncatingIfNeeded: feature) & mask
    while keys[slot] != 0 {
      if keys[slot] == feature { return weights[slot * stride..<(slot + 1) * stride] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ key: UInt64, _ cell: ArraySlice<UInt8>) {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    for (index, number) in cell.split(separator: 0x2C).prefix(stride).enumerated() {
      weights[slot * stride + index] = Int32(Self.integer(number))
    }
  }

  private static func integer(_ digits: ArraySlice<UInt8>) -> Int {
    let isNegative = digits.first == 0x2D
    var value = 0
    for digit in digits where isDigit(digit) { value = value &* 10 &+ Int(digit - 0x30) }
    return isNegative ? -value : value
  }

  private static func key(
    _ name: ArraySlice<UInt8>, _ rawValues: [ArraySlice<UInt8>: UInt64]
  ) -> UInt64? {
    guard let colon = name.firstIndex(of: 0x3A), let raw = rawValues[Array(name[..<colon])[...]]
    else { return nil }
    let atoms = name[(colon + 1)...]
    if atoms.isEmpty { return mixed(raw, 0) }
    var hash = raw
    for atom in atoms.split(separator: 0x7C, omittingEmptySubsequences: false) {
      hash = mixed(hash, foldedHash(unescaped(atom)))
    }
    return hash
  }

  private static func unescaped(_ atom: ArraySlice<UInt8>) -> [UInt8] {
    guard atom.contains(0x25) else { return Array(atom) }
    var bytes: [UInt8] = []
    var index = atom.startIndex
    while index < atom.endIndex {
      if atom[index] == 0x25, index + 2 < atom.endIndex,
        let code = UInt8(String(decoding: atom[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        index += 3
      } else {
        bytes.append(atom[index])
        index += 1
      }
    }
    return bytes
  }
}
