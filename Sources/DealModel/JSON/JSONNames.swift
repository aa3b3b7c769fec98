/// The names of the fields of one kind of object, compared as words of eight bytes.
///
/// Writers give fields in one order, so the name after the last one met is tried first, and no string
/// is made.
struct JSONNames<Field: CaseIterable & RawRepresentable & Sendable>: Sendable
where Field.RawValue == String {
  /// What the name of a field may be.
  enum Name {
    /// One of the known names.
    case known(Field)
    /// Another.
    case other(String)
  }

  private struct Entry: Sendable {
    let field: Field
    /// The name with its quotes, and which bits of the words it fills.
    let words: (UInt64, UInt64)
    let masks: (UInt64, UInt64)
    let length: Int
  }

  private let entries: [Entry]

  /// The names of `Field`, of fourteen bytes at most.
  init() {
    entries = Field.allCases.map { field in
      let quoted = [0x22] + Array(field.rawValue.utf8) + [0x22]
      precondition(quoted.count <= 16, "a name of two words")
      var words: (UInt64, UInt64) = (0, 0)
      var masks: (UInt64, UInt64) = (0, 0)
      for (place, byte) in quoted.enumerated() {
        let shift = UInt64(place % 8 * 8)
        if place < 8 {
          words.0 |= UInt64(byte) << shift
          masks.0 |= 0xFF << shift
        } else {
          words.1 |= UInt64(byte) << shift
          masks.1 |= 0xFF << shift
        }
      }
      return Entry(field: field, words: words, masks: masks, length: quoted.count)
    }
  }

  /// The field whose quoted name stands at `position`, and its length there; nil where it is another,
  /// or written with escapes, or near the end.
  func field(
    in bytes: [UInt8], at position: Int, near place: inout Int
  ) -> (field: Field, length: Int)? {
    guard position + 16 <= bytes.count else { return nil }
    let (low, high) = unsafe bytes.withUnsafeBytes { buffer in
      (
        unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self),
        unsafe buffer.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
      )
    }
    let (first, second) = (UInt64(littleEndian: low), UInt64(littleEndian: high))
    for step in entries.indices {
      let number = place + step < entries.count ? place + step : place + step - entries.count
      let entry = entries[number]
      if first & entry.masks.0 == entry.words.0, second & entry.masks.1 == entry.words.1 {
        place = number + 1 < entries.count ? number + 1 : 0
        return (entry.field, entry.length)
      }
    }
    return nil
  }

  /// The name that a text is.
  func name(_ text: String) -> Name { Field(rawValue: text).map(Name.known) ?? .other(text) }
}
