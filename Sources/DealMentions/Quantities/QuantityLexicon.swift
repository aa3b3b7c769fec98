import DealText

/// The phrases that quantities are made of, found by the hashes of their words.
struct QuantityLexicon: Sendable {
  /// Letters after which digits may follow at once: `RM1.5bn`, `Rs64`, `USD40m`.
  static let gluedCurrencies = WordSet(
    [
      "rm", "rs", "r", "kr", "us", "usd", "eur", "gbp", "chf", "aed", "inr", "sek", "nok", "dkk",
      "pln", "czk", "huf", "jpy", "krw", "cny", "rmb", "hkd", "sgd", "aud", "cad", "nzd", "twd",
      "myr", "idr", "php", "thb", "zar", "brl", "mxn", "try", "ils", "sar", "qar", "rp", "zl",
      "p", "n", "ksh", "sh", "shs", "dh", "dhs", "sr", "qr", "kd", "bd", "jd", "tl", "kwd", "omr",
      "bhd",
      "kes", "ngn", "ghs", "egp", "clp", "cop", "ars", "vnd", "nt", "hk", "skr", "nkr", "dkr",
      "sfr", "tk", "mnt", "lkr", "mur", "npr", "pkr", "bdt", "ugx", "tzs", "etb", "fjd", "ron",
      "rsd",
      "bgn", "kzt", "azn", "gel", "mad", "pen", "bs", "zmw", "mmk", "uzs",
    ].map { foldedHash($0.utf8) })

  private struct Node: Sendable {
    var sense: Int32 = 0
    var continues = false
  }

  private var keys = [UInt64](repeating: 0, count: 4096)
  private var nodes = [Node](repeating: Node(), count: 4096)
  private var count = 0
  /// A bit for the low sixteen of each first word's hash.
  private var firsts = [UInt64](repeating: 0, count: 1024)
  private(set) var senses: [QuantitySense] = [.none]

  /// An empty lexicon.
  init(empty: Void) {}

  /// The words of numbers, bounds, units and dates.
  init() {
    addNumbers()
    addBounds()
    addUnits()
    addTimes()
    addDates()
  }

  /// Adds forms separated by `|`; a form that is there already gains the roles.
  mutating func add(
    _ forms: String, _ roles: QuantitySense.Roles, value: Double = 0, code: Int = 0
  ) {
    for form in forms.utf8.split(separator: 0x7C) {
      insert(
        phraseTokens(Array(form)), QuantitySense(roles: roles, value: value, code: Int32(code)))
    }
  }

  /// Adds a phrase.
  mutating func insert(_ phrase: [Token], _ sense: QuantitySense) {
    var state: UInt64 = 1
    var last = -1
    if let first = phrase.first { firsts[Int(first.word >> 6 & 1023)] |= 1 << (first.word & 63) }
    for token in phrase {
      if last >= 0 { nodes[last].continues = true }
      state = Self.mixed(state, token.word)
      last = slot(adding: state)
    }
    guard last >= 0 else { return }
    let known = Int(nodes[last].sense)
    if known == 0 {
      nodes[last].sense = Int32(senses.count)
      senses.append(sense)
    } else {
      senses[known].roles.formUnion(sense.roles)
      if senses[known].value == 0 { senses[known].value = sense.value }
      if senses[known].code == 0 { senses[known].code = sense.code }
    }
  }

  /// Notes at each atom the longest phrase that starts there.
  func mark(_ atoms: inout [QuantityAtom]) {
    for start in atoms.indices {
      guard let (sense, length) = match(at: start, in: atoms) else { continue }
      atoms[start].sense = sense
      atoms[start].length = length
      atoms[start].roles = senses[Int(sense)].roles
    }
  }

  /// The sense and the length of the longest phrase that starts at an atom.
  @inline(__always)
  func match(at start: Int, in atoms: [QuantityAtom]) -> (sense: Int32, length: Int32)? {
    let first = atoms[start].word
    guard firsts[Int(first >> 6 & 1023)] & 1 << (first & 63) != 0 else { return nil }
    var state: UInt64 = 1
    var index = start
    var best: (Int32, Int32)?
    while index < atoms.count, index == start || !atoms[index].opensSentence {
      state = Self.mixed(state, atoms[index].word)
      guard let slot = slot(of: state) else { break }
      index += 1
      if nodes[slot].sense != 0 { best = (nodes[slot].sense, Int32(index - start)) }
      guard nodes[slot].continues else { break }
    }
    return best
  }

  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    var value = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
    return value | 1
  }

  private func slot(of state: UInt64) -> Int? {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: state >> 7) & mask
    while keys[slot] != 0 {
      if keys[slot] == state { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func slot(adding state: UInt64) -> Int {
    if let slot = slot(of: state) { return slot }
    if (count + 1) * 2 > keys.count { grow() }
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: state >> 7) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = state
    count += 1
    return slot
  }

  private mutating func grow() {
    let old = (keys, nodes)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    nodes = [Node](repeating: Node(), count: keys.count)
    let mask = keys.count - 1
    for index in old.0.indices where old.0[index] != 0 {
      var slot = Int(truncatingIfNeeded: old.0[index] >> 7) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = old.0[index]
      nodes[slot] = old.1[index]
    }
  }
}
