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
    var rawValues: [UInt64: UInt64] = [:]
    for template in Template.allCases {
      rawValues[foldedHash("\(template)".utf8)] = template.rawValue
    }
    var capacity = 1 << 8
    while capacity < table.approximateRowCount * 2 { capacity <<= 1 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    weights = [Int32](repeating: 0, count: capacity * stride)
    table.forEachLine { line in
      guard let tab = line.firstIndex(of: 0x09),
        let key = Self.key(line[..<tab], rawValues)
      else { return }
      insert(key, line[(tab + 1)...])
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
    var index = 0
    var value: Int32 = 0
    var isNegative = false
    for byte in cell {
      if isDigit(byte) {
        value = value &* 10 &+ Int32(byte - 0x30)
      } else if byte == 0x2D {
        isNegative = true
      } else if byte == 0x2C, index + 1 < stride {
        weights[slot * stride + index] = isNegative ? -value : value
        (index, value, isNegative) = (index + 1, 0, false)
      }
    }
    weights[slot * stride + index] = isNegative ? -value : value
  }

  /// The hash of a feature from its name; atoms are hashed as they are read.
  private static func key(
    _ name: ArraySlice<UInt8>, _ rawValues: [UInt64: UInt64]
  ) -> UInt64? {
    guard let colon = name.firstIndex(of: 0x3A),
      let raw = rawValues[foldedHash(name[..<colon])]
    else { return nil }
    var index = colon + 1
    if index == name.endIndex { return mixed(raw, 0) }
    var hash = raw
    var atom = emptyHash
    while index < name.endIndex {
      var byte = name[index]
      if byte == 0x7C {
        hash = mixed(hash, atom)
        atom = emptyHash
        index += 1
        continue
      }
      if byte == 0x25, index + 2 < name.endIndex {
        byte = hexValue(name[index + 1]) << 4 | hexValue(name[index + 2])
        index += 2
      }
      atom = foldedHash(atom, byte)
      index += 1
    }
    return mixed(hash, atom)
  }

  private static func hexValue(_ digit: UInt8) -> UInt8 {
    isDigit(digit) ? digit - 0x30 : (digit | 0x20) - 0x57
  }
}
