/// The moment of creation that a PDF carries, which would make every run differ.
enum PDFDate {
  /// Overwrites the digits after `/CreationDate (D:` with zeros.
  static func erase(in bytes: inout [UInt8]) {
    let mark = Array("/CreationDate (D:".utf8)
    var index = 0
    while index + mark.count < bytes.count {
      guard bytes[index] == 0x2F, bytes[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      index += mark.count
      while index < bytes.count, bytes[index] != 0x29 {
        if (0x30...0x39).contains(bytes[index]) { bytes[index] = 0x30 }
        index += 1
      }
    }
  }
}
