/// A piece of a text: a word, a number, one Han character, or a mark.
public struct Token: Sendable, Hashable {
  /// What the token is made of.
  public enum Kind: UInt8, Sendable {
    /// Latin (or other alphabetic) letters, with digits and inner `'`, `-`, `.`, `&`.
    case word
    /// Digits with inner `,` and `.`.
    case number
    /// One Han character.
    case han
    /// Anything else, one scalar.
    case mark
  }

  /// Where the token starts in the normalised text.
  public let start: Int32
  /// Where it ends.
  public let end: Int32
  /// What it is made of.
  public let kind: Kind
  /// Whether white space stands before it.
  public let spaceBefore: Bool
  /// How its letters are written.
  public let shape: Shape
  /// A hash of its lower-case form (FNV-1a); for a mark or Han character of its bytes.
  public let word: UInt64

  /// How the letters of a word are written.
  public enum Shape: UInt8, Sendable {
    /// No letter that has a case.
    case none
    /// `lower`.
    case lower
    /// `Capitalised`.
    case capitalised
    /// `UPPER`, two letters or more.
    case upper
    /// A single capital letter.
    case initial
    /// `OpenAI`, `xAI`, `iPhone`.
    case mixed
  }

  /// The range in the normalised text.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether the word has a capital letter.
  @inlinable public var hasCapital: Bool { shape.rawValue >= Shape.capitalised.rawValue }
}

/// The FNV-1a hash of no bytes.
public let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

/// The FNV-1a hash of bytes with one byte more, ASCII letters lower-cased.
@inlinable public func foldedHash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
  let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  return (hash ^ UInt64(folded)) &* 0x100_0000_01B3
}

/// The FNV-1a hash of bytes, ASCII letters lower-cased (Fowler, Noll, Vo).
@inlinable public func foldedHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in bytes { hash = foldedHash(hash, byte) }
  return hash
}
