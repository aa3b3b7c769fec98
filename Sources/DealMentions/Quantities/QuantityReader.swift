import DealText

/// Single characters that grammars of quantities ask for.
enum Sign {
  static let dollar = foldedHash("$".utf8)
  static let hyphen = foldedHash("-".utf8)
  static let dot = foldedHash(".".utf8)
  static let comma = foldedHash(",".utf8)
  static let slash = foldedHash("/".utf8)
  static let open = foldedHash("(".utf8)
  static let close = foldedHash(")".utf8)
  static let colon = foldedHash(":".utf8)
  static let quote = foldedHash("\"".utf8)
  static let plus = foldedHash("+".utf8)
  static let apostrophe = foldedHash("'".utf8)
  static let enumeration = foldedHash("、".utf8)
  static let year = foldedHash("年".utf8)
  static let month = foldedHash("月".utf8)
  static let day = foldedHash("日".utf8)
  static let dayNumber = foldedHash("号".utf8)
  static let point = foldedHash("点".utf8)
  static let above = foldedHash("上".utf8)
  static let past = foldedHash("过".utf8)
  static let grade = foldedHash("级".utf8)
  static let piece = foldedHash("个".utf8)
  static let each = foldedHash("每".utf8)
  static let ordinal = foldedHash("第".utf8)
  static let per = foldedHash("per".utf8)
  static let a = foldedHash("a".utf8)
  static let an = foldedHash("an".utf8)
  static let `for` = foldedHash("for".utf8)
  static let multi = foldedHash("multi".utf8)
}

/// Reads quantities off an article's atoms.
struct QuantityReader {
  let article: ArticleText
  let lexicon: QuantityLexicon
  let currencies: CurrencyTable
  let atoms: [QuantityAtom]
  let isChinese: Bool
  /// What the article hints at currencies.
  let hints: CurrencyHints

  init(_ article: ArticleText, lexicon: QuantityLexicon, currencies: CurrencyTable) {
    self.article = article
    self.lexicon = lexicon
    self.currencies = currencies
    isChinese = article.language.isChinese
    var atomizer = QuantityAtomizer(
      bytes: article.normal.bytes, capacity: article.tokens.count + 16)
    var sentence = 0
    for (index, token) in article.tokens.enumerated() {
      let opens =
        sentence < article.sentences.count
        && article.sentences[sentence].tokens.lowerBound == index
      if opens { sentence += 1 }
      atomizer.append(token, at: index, opensSentence: opens)
    }
    var atoms = atomizer.atoms
    lexicon.mark(&atoms)
    self.atoms = atoms
    // Sums that leave their currency out are the place's: 六億二, "55 crore".
    let isAmbiguous =
      article.language == .traditionalChinese
      || atoms.contains { atom in
        if atom.roles.contains(.scale), Self.isIndian(lexicon.senses[Int(atom.sense)].value) {
          return true
        }
        guard !atom.roles.isDisjoint(with: [.currencyBefore, .currencyAfter]) else { return false }
        let sense = lexicon.senses[Int(atom.sense)]
        return currencies.codes(of: sense.code, in: article.language).count > 1
      }
    hints =
      isAmbiguous
      ? currencies.hints(
        in: atoms, lexicon: lexicon, language: article.language, source: article.source.text)
      : CurrencyHints()
  }

  /// Whether a scale is the lakh or the crore.
  static func isIndian(_ scale: Double) -> Bool { scale == 1e5 || scale == 1e7 }

  /// What the phrase at an atom can mean; nothing outside the article.
  func sense(_ index: Int) -> QuantitySense {
    guard atoms.indices.contains(index) else { return .none }
    return lexicon.senses[Int(atoms[index].sense)]
  }

  func has(_ index: Int, _ roles: QuantitySense.Roles) -> Bool {
    atoms.indices.contains(index) && !atoms[index].roles.isDisjoint(with: roles)
  }

  /// The atom after the phrase at `index`.
  func after(_ index: Int) -> Int {
    atoms.indices.contains(index) ? index + Int(atoms[index].length) : index + 1
  }

  func isWord(_ index: Int, _ word: UInt64) -> Bool {
    atoms.indices.contains(index) && atoms[index].word == word
  }

  /// Whether the atom follows the one before in the same sentence.
  func continues(_ index: Int) -> Bool {
    atoms.indices.contains(index) && !atoms[index].opensSentence
  }

  /// Whether no space stands before the atom.
  func isGlued(_ index: Int) -> Bool { continues(index) && !atoms[index].spaceBefore }

  func isNumber(_ index: Int) -> Bool {
    atoms.indices.contains(index) && atoms[index].kind == .number
  }

  /// The tokens of a range of atoms.
  func tokens(_ range: Range<Int>) -> Range<Int> {
    guard let first = atoms[range].first, let last = atoms[range].last else { return 0..<0 }
    return Int(first.token)..<Int(last.token) + 1
  }

  func bytes(_ index: Int) -> ArraySlice<UInt8> {
    article.normal.bytes[Int(atoms[index].start)..<Int(atoms[index].end)]
  }

  /// Digits with separators, `1,250.5` or `2.350.000`, as a whole number and its divisor.
  func digits(_ index: Int) -> (whole: Double, divisor: Double) {
    let text = digitBytes(from: index)
    let decimal = decimalMark(in: text)
    var whole = 0.0
    var divisor = 1.0
    for (offset, byte) in zip(text.indices, text) where isDigit(byte) {
      whole = whole * 10 + Double(byte - 0x30)
      if let decimal, offset > decimal { divisor *= 10 }
    }
    return (whole, divisor)
  }

  /// The bytes of a number; `Rs1,200` and `CHF16.50` come apart at the letters before.
  private func digitBytes(from index: Int) -> ArraySlice<UInt8> {
    let last = digitEnd(index) - 1
    return article.normal.bytes[Int(atoms[index].start)..<Int(atoms[last].end)]
  }

  /// The atom after a number with all its separators.
  func digitEnd(_ index: Int) -> Int {
    var end = index + 1
    guard isGlued(index), index > 0, atoms[index - 1].token == atoms[index].token else {
      return end
    }
    while isWord(end, Sign.dot) || isWord(end, Sign.comma), isGlued(end), isGlued(end + 1),
      isNumber(end + 1)
    {
      end += 2
    }
    return end
  }

  /// Where the decimals begin: at a single full stop, or at a comma that groups no thousands.
  private func decimalMark(in text: ArraySlice<UInt8>) -> Int? {
    let dots = text.reduce(0) { $0 + ($1 == 0x2E ? 1 : 0) }
    if dots > 0 { return dots == 1 ? text.firstIndex(of: 0x2E) : nil }
    guard let comma = text.lastIndex(of: 0x2C), text.endIndex - comma != 4,
      text.firstIndex(of: 0x2C) == comma
    else { return nil }
    return comma
  }

  /// The value of plain digits without separators; nil for others.
  func integer(_ index: Int) -> Int? {
    guard isNumber(index) else { return nil }
    var value = 0
    for byte in bytes(index) {
      guard isDigit(byte), value < 100_000_000 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
