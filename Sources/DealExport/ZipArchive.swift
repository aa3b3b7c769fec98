/// A ZIP archive (APPNOTE 6.3) of stored members, dated 1980-01-01 so that the bytes do not change.
struct ZipArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a member of less than 4 GB.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    var head = Self.little(20, 2) + Self.little(0x0800, 2) + Self.little(0, 2)
    head += Self.little(0, 2) + Self.little(0x21, 2) + Self.little(Int(Self.crc(content)), 4)
    head += Self.little(content.count, 4) + Self.little(content.count, 4)
    head += Self.little(name.utf8.count, 2) + Self.little(0, 2)
    bytes += Self.little(0x0403_4B50, 4) + head + name.utf8 + content
    directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + head
    directory += [UInt8](repeating: 0, count: 10) + Self.little(offset, 4) + name.utf8
    count += 1
  }

  /// The archive with its directory.
  func finished() -> [UInt8] {
    bytes + directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(count, 2)
      + Self.little(count, 2) + Self.little(directory.count, 4) + Self.little(bytes.count, 4)
      + Self.little(0, 2)
  }

  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
