/// A text in one spelling: Simplified characters, half-width forms, plain quotes and spaces, without
/// scraping noise; with a map back to the bytes it came from.
public struct NormalText: Sendable {
  /// The normalised text, UTF-8.
  public let bytes: [UInt8]
  /// Where the scalar of each byte starts and ends in the original; nil when both texts are the same.
  private let origins: (starts: [UInt32], ends: [UInt32])?

  init(bytes: [UInt8], origins: (starts: [UInt32], ends: [UInt32])?) {
    self.bytes = bytes
    self.origins = origins
  }

  /// The range of the original text for a range of this one.
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    guard let origins, !bytes.isEmpty else { return range }
    guard !range.isEmpty else {
      let start =
        range.lowerBound < bytes.count
        ? Int(origins.starts[range.lowerBound]) : Int(origins.ends[bytes.count - 1])
      return start..<start
    }
    let start = Int(origins.starts[range.lowerBound])
    return start..<max(start, Int(origins.ends[range.upperBound - 1]))
  }

  /// The text of a range.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
