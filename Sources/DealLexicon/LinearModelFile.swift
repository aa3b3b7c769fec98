public import DealTables
import DealText

/// The layout of a linear model in a file, so that it can be used without being read.
///
/// All numbers are little-endian. A head of 64 bytes: `DGLM`, version, number of classes, bytes of their
/// names, capacity, slots, rows, number of templates (32 bits each); fingerprint of the templates, check
/// sum of what follows the head (64 bits each). Then the names of the classes, comma-separated, up to a
/// multiple of eight; a key of 32 bits a slot, zero for none, and at last a row of 16-bit weights a slot.
/// A feature's home is the high half of its hash, scaled to the capacity; its key is the low half; it
/// stands at its home or in the next free slot, and an empty slot ends every row of them.
public struct LinearModelFile {
  let classes: [String]
  let capacity: Int
  let slots: Int
  let headCount: Int
  private let bytes: ModelBytes

  private static let magic: UInt32 = 0x4D4C_4744
  private static let version: UInt32 = 1
  private static let fixed = 64

  /// Reads the head.
  public init(_ bytes: ModelBytes) {
    precondition(bytes.count >= Self.fixed, "a linear model is cut off")
    func number(_ place: Int) -> UInt32 {
      UInt32(littleEndian: unsafe bytes.start.load(fromByteOffset: place * 4, as: UInt32.self))
    }
    precondition(
      number(0) == Self.magic && number(1) == Self.version,
      "no linear model of version \(Self.version): convert or train it again")
    let nameCount = Int(number(3))
    let names = unsafe UnsafeRawBufferPointer(start: bytes.start + Self.fixed, count: nameCount)
    classes = unsafe String(decoding: names, as: UTF8.self).split(separator: ",").map(String.init)
    capacity = Int(number(4))
    slots = Int(number(5))
    headCount = (Self.fixed + nameCount + 7) / 8 * 8
    self.bytes = bytes
    precondition(
      bytes.count >= headCount + slots * (4 + 2 * max(1, classes.count)),
      "a linear model is cut off")
  }

  /// What is wrong with the file; nil where it is sound and made for these templates.
  ///
  /// - Complexity: O(*n*) in the bytes of the file; meant for tests.
  public func fault<Template: FeatureTemplate>(for templates: Template.Type) -> String? {
    guard word(4) == Self.fingerprint(templates) else { return "made for other templates" }
    var sum: UInt64 = 0
    for place in Self.fixed / 8..<bytes.count / 8 { sum = mixed(sum, word(place)) }
    return sum == word(5) ? nil : "the check sum is wrong"
  }

  private func word(_ place: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.start.load(fromByteOffset: place * 8, as: UInt64.self))
  }

  /// The file of a model with the given weights a feature, in the order of the classes.
  ///
  /// - Precondition: Weights fit into 16 bits.
  public static func encoded<Template: FeatureTemplate>(
    _ rows: [UInt64: [Int]], classes: [String], templates: Template.Type
  ) -> [UInt8] {
    var capacity = max(16, rows.count * 13 / 8)
    let sorted = rows.keys.sorted()
    var slots = placed(sorted, capacity)
    while slots == nil {
      capacity += 1
      slots = placed(sorted, capacity)
    }
    let places = slots ?? []
    let stride = max(1, classes.count)
    var body: [UInt8] = []
    for hash in places { append(hash.map(key) ?? 0, to: &body) }
    for hash in places {
      let row = hash.flatMap { rows[$0] } ?? []
      for index in 0..<stride { append(Int16(index < row.count ? row[index] : 0), to: &body) }
    }
    let names = Array(classes.joined(separator: ",").utf8)
    var rest = names + [UInt8](repeating: 0, count: (8 - names.count % 8) % 8) + body
    rest += [UInt8](repeating: 0, count: (8 - rest.count % 8) % 8)
    var head: [UInt8] = []
    for number in [
      magic, version, UInt32(classes.count), UInt32(names.count), UInt32(capacity),
      UInt32(places.count), UInt32(rows.count), UInt32(Template.allCases.count),
    ] { append(number, to: &head) }
    append(fingerprint(templates), to: &head)
    append(checkSum(rest), to: &head)
    return head + [UInt8](repeating: 0, count: fixed - head.count) + rest
  }

  /// The feature of each slot; nil where two features of one run of slots have the same key.
  private static func placed(_ sorted: [UInt64], _ capacity: Int) -> [UInt64?]? {
    var slots = [UInt64?](repeating: nil, count: capacity)
    for hash in sorted {
      var slot = Int(home(hash, UInt64(capacity)))
      while slot < slots.count, let other = slots[slot] {
        if key(other) == key(hash) { return nil }
        slot += 1
      }
      if slot == slots.count { slots.append(nil) }
      slots[slot] = hash
    }
    slots.append(nil)
    if slots.count % 2 == 1 { slots.append(nil) }
    return slots
  }

  @inlinable @inline(__always) static func home(_ hash: UInt64, _ capacity: UInt64) -> UInt64 {
    ((hash >> 32) &* capacity) >> 32
  }

  @inlinable @inline(__always) static func key(_ hash: UInt64) -> UInt32 {
    let low = UInt32(truncatingIfNeeded: hash)
    return low == 0 ? 1 : low
  }

  private static func fingerprint<Template: FeatureTemplate>(_ templates: Template.Type) -> UInt64 {
    templates.allCases.reduce(0) { sum, template in
      mixed(sum, mixed(foldedHash("\(template)".utf8), template.rawValue))
    }
  }

  private static func checkSum(_ bytes: [UInt8]) -> UInt64 {
    stride(from: 0, to: bytes.count, by: 8).reduce(0) { sum, place in
      let word = bytes[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      return mixed(sum, word)
    }
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
