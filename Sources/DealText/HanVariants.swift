import DealTables

/// Simplified forms of Traditional characters, one for one.
struct HanVariants: Sendable {
  static let shared = HanVariants(.hans)

  private static let first: UInt32 = 0x3400
  private var simplifiedForms: [UInt16]
  private var simplifiedOnly: [Bool]

  init(_ table: Table) {
    let count = 0xA000 - Int(Self.first)
    simplifiedForms = [UInt16](repeating: 0, count: count)
    simplifiedOnly = [Bool](repeating: false, count: count)
    table.forEachRow { _, cells in
      guard cells.count == 2 else { return }
      let (from, _) = UTF8Scalar.decode(Array(cells[0]), at: 0)
      let (to, _) = UTF8Scalar.decode(Array(cells[1]), at: 0)
      guard let source = Self.slot(from), let target = Self.slot(to) else { return }
      simplifiedForms[source] = UInt16(to)
      simplifiedOnly[target] = true
    }
    for slot in simplifiedForms.indices where simplifiedForms[slot] != 0 {
      simplifiedOnly[slot] = false
    }
    // Characters that are ordinary in Traditional texts too prove nothing.
    for scalar in "后里干面表准系制了才台只余谷松范姜卷千冲几向合回郁周丑占于志游".unicodeScalars {
      if let slot = Self.slot(scalar.value) { simplifiedOnly[slot] = false }
    }
  }

  /// The Simplified form of a character, or the character itself.
  func simplified(_ scalar: UInt32) -> UInt32 {
    guard let slot = Self.slot(scalar), simplifiedForms[slot] != 0 else { return scalar }
    return UInt32(simplifiedForms[slot])
  }

  /// Whether a character occurs in Simplified texts only.
  func isOnlySimplified(_ scalar: UInt32) -> Bool {
    Self.slot(scalar).map { simplifiedOnly[$0] } ?? false
  }

  private static func slot(_ scalar: UInt32) -> Int? {
    scalar >= first && scalar < 0xA000 ? Int(scalar - first) : nil
  }
}
