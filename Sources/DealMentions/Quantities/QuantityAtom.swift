import DealText

/// A piece of a token: words are cut at hyphens and after a currency's letters (`RM1.5`).
struct QuantityAtom {
  /// Where it starts in the normalised text.
  var start: Int32
  /// Where it ends.
  var end: Int32
  /// The token it is a piece of.
  var token: Int32
  /// What it is made of.
  var kind: Token.Kind
  /// Whether white space stands before it.
  var spaceBefore: Bool
  /// Whether a sentence begins here.
  var opensSentence: Bool
  /// Whether its first letter is a capital.
  var isCapital: Bool
  /// A hash of its lower-case form.
  var word: UInt64
  /// The parts that the longest phrase that starts here can play.
  var roles: QuantitySense.Roles = []
  /// The number of the sense of the longest phrase that starts here; zero for none.
  var sense: Int32 = 0
  /// The number of atoms of that phrase.
  var length: Int32 = 1
}

/// Cuts tokens into atoms.
struct QuantityAtomizer {
  private let bytes: [UInt8]
  private(set) var atoms: [QuantityAtom] = []

  init(bytes: [UInt8], capacity: Int) {
    self.bytes = bytes
    atoms.reserveCapacity(capacity)
  }

  mutating func append(_ token: Token, at index: Int, opensSentence: Bool) {
    let first = atoms.count
    let start = Int(token.start)
    let end = Int(token.end)
    if token.kind == .word, let cut = firstCut(start, end) {
      split(start, end, cut: cut, token: index, spaceBefore: token.spaceBefore)
    } else {
      add(start, end, token.kind, index, token.spaceBefore, token.word)
    }
    atoms[first].opensSentence = opensSentence
  }

  /// The first place in a word where it may be cut: a hyphen or a digit.
  private func firstCut(_ start: Int, _ end: Int) -> Int? {
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte == 0x2D || isDigit(byte) { return position }
      position += 1
    }
    return nil
  }

  private mutating func split(
    _ start: Int, _ end: Int, cut: Int, token: Int, spaceBefore: Bool
  ) {
    if bytes[cut] != 0x2D {
      splitCurrency(start, end, cut: cut, token: token, spaceBefore: spaceBefore)
      return
    }
    var from = start
    var position = start
    while position <= end {
      if position == end || bytes[position] == 0x2D {
        if from < position { addPiece(from, position, token, from == start && spaceBefore) }
        if position < end { addPiece(position, position + 1, token, false) }
        from = position + 1
      }
      position += 1
    }
  }

  /// Cuts `RM1` and `Rs64` before the digits where the letters stand for a currency.
  private mutating func splitCurrency(
    _ start: Int, _ end: Int, cut: Int, token: Int, spaceBefore: Bool
  ) {
    var digits = cut
    while digits < end, isDigit(bytes[digits]) { digits += 1 }
    let prefix = foldedHash(bytes[start..<cut])
    guard cut - start <= 3, QuantityLexicon.gluedCurrencies.contains(prefix) else {
      add(start, end, .word, token, spaceBefore, foldedHash(bytes[start..<end]))
      return
    }
    add(start, cut, .word, token, spaceBefore, prefix)
    add(cut, digits, .number, token, false, foldedHash(bytes[cut..<digits]))
    if digits < end { addPiece(digits, end, token, false) }
  }

  private mutating func addPiece(_ start: Int, _ end: Int, _ token: Int, _ spaceBefore: Bool) {
    let allDigits = bytes[start..<end].allSatisfy { isDigit($0) }
    let kind: Token.Kind = bytes[start] == 0x2D ? .mark : allDigits ? .number : .word
    add(start, end, kind, token, spaceBefore, foldedHash(bytes[start..<end]))
  }

  private mutating func add(
    _ start: Int, _ end: Int, _ kind: Token.Kind, _ token: Int, _ spaceBefore: Bool,
    _ word: UInt64
  ) {
    let first = bytes[start]
    atoms.append(
      QuantityAtom(
        start: Int32(start), end: Int32(end), token: Int32(token), kind: kind,
        spaceBefore: spaceBefore, opensSentence: false,
        isCapital: first >= 0x41 && first <= 0x5A, word: word))
  }
}
