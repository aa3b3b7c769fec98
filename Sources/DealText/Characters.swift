/// Whether a scalar is a Han character (CJK Unified Ideographs, extension A, compatibility, 〇).
@inlinable public func isHan(_ scalar: UInt32) -> Bool {
  (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
    || (0xF900...0xFAFF).contains(scalar) || scalar == 0x3007
    || (0x20000...0x323AF).contains(scalar)
}

/// Whether a byte is an ASCII letter.
@inlinable public func isASCIILetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20)
}

/// Whether a byte is an ASCII digit.
@inlinable public func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Decoding of single scalars from UTF-8 (RFC 3629).
public enum UTF8Scalar {
  /// The scalar at `index` and its length in bytes; an invalid byte counts as itself, one byte long.
  @inlinable public static func decode(_ bytes: [UInt8], at index: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, index + length <= bytes.count else { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
