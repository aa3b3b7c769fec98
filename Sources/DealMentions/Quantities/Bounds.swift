import DealText

extension QuantityReader {
  /// The bound that the words around a figure give it, and the range with those words.
  func bounds(around range: Range<Int>, inner: BoundWord?) -> (word: BoundWord, range: Range<Int>) {
    var full = range
    var word = inner
    if isChinese, scaleBound(before: range.lowerBound) {
      word = stronger(word, .atLeast)
      full = range.lowerBound - 1..<full.upperBound
    } else if let (before, start) = boundBefore(range.lowerBound) {
      word = stronger(word, before)
      full = start..<full.upperBound
    }
    if let (after, end) = boundAfter(range.upperBound) {
      word = stronger(word, after)
      full = full.lowerBound..<end
    }
    return (word ?? .exact, full)
  }

  private func stronger(_ one: BoundWord?, _ other: BoundWord) -> BoundWord {
    guard let one else { return other }
    return one == .about ? other : one
  }

  /// The bound that ends before an atom: "up to", "as much as another", 最多掏出.
  private func boundBefore(_ start: Int) -> (BoundWord, Int)? {
    var end = start
    var free = isChinese ? 4 : 3
    while end > 0, continues(end) {
      if let phrase = boundEnding(at: end) { return phrase }
      let previous = atoms[end - 1]
      if let filler = fillerEnding(at: end) {
        end = filler
      } else if isChinese, previous.kind == .han, free > 0, isLooseBound(before: end - 1) {
        free -= 1
        end -= 1
      } else if !isChinese, isArticleOrQuote(end - 1), free > 0 {
        free -= 1
        end -= 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// "under a $5bn deal" bounds nothing; "up to a $5bn" does.
  private func isArticleOrQuote(_ index: Int) -> Bool {
    has(index, .article) && !(index > 0 && Self.prepositions.contains(atoms[index - 1].word))
      || atoms[index].kind == .mark && bytes(index).first == 0x22
  }

  private static let prepositions = WordSet(
    ["under", "over", "above", "below", "within", "about", "around", "near", "beyond", "on"].map {
      foldedHash($0.utf8)
    })

  /// 上亿, 过百亿: "more than" before a scale alone.
  func scaleBound(before start: Int) -> Bool {
    guard has(start, [.hanUnit, .hanScale]), continues(start) else { return false }
    return isWord(start - 1, Sign.above) || isWord(start - 1, Sign.past)
  }

  private func boundEnding(at end: Int) -> (BoundWord, Int)? {
    for length in stride(from: min(5, end), through: 1, by: -1) {
      let start = end - length
      guard has(start, .boundBefore), after(start) == end else { continue }
      guard let word = BoundWord(rawValue: Int(sense(start).code)) else { continue }
      if length == 1, isInsideWord(start) { continue }
      return (word, start)
    }
    return nil
  }

  /// Whether 约, 近 or 超 at an atom ends another word: 合约, 附近.
  private func isInsideWord(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if Self.governors.contains(atoms[index - 1].word) { return true }
    guard atoms[index].kind == .han, atoms[index - 1].kind == .han else { return false }
    return Self.wordsBefore.contains(
      foldedHash(article.normal.bytes[Int(atoms[index - 1].start)..<Int(atoms[index].end)]))
  }

  /// Words after which "over" says of what: "warrants over 600,000 shares".
  private static let governors = WordSet(
    ["warrants", "warrant", "options", "option", "rights", "security", "claims"].map {
      foldedHash($0.utf8)
    })
  private static let wordsBefore = WordSet(
    ["合约", "租约", "契约", "签约", "预约", "履约", "违约", "续约", "条约", "附近", "最近", "解约", "长约", "节约"]
      .map { foldedHash($0.utf8) })

  private func fillerEnding(at end: Int) -> Int? {
    for length in 1...min(3, end) {
      let start = end - length
      if has(start, .boundFiller), after(start) == end { return start }
    }
    return nil
  }

  /// Whether 最多, 至少 … stands up to four characters before `end` in the same clause.
  private func isLooseBound(before end: Int) -> Bool {
    for start in stride(from: end - 1, through: max(0, end - 6), by: -1) {
      guard continues(start + 1), atoms[start].kind == .han else { return false }
      if has(start, .boundBefore), atoms[start].length >= 2 { return isLimit(start) }
    }
    return false
  }

  private func isLimit(_ start: Int) -> Bool {
    sense(start).code != Int32(BoundWord.about.rawValue)
  }

  private func boundAfter(_ start: Int) -> (BoundWord, Int)? {
    guard continues(start), has(start, .boundAfter), !isWord(start, Sign.plus) || isGlued(start),
      let word = BoundWord(rawValue: Int(sense(start).code))
    else { return nil }
    return (word, after(start))
  }

  /// Whether a sum is paid each year.
  func isPerYear(_ range: Range<Int>) -> Bool {
    if isRate(range.upperBound, unit: .year, value: 1) || has(range.upperBound, .perYearAfter) {
      return continues(range.upperBound)
    }
    let next = range.upperBound
    if isChinese, has(next, .hanDigit), sense(next).value == 1, isWord(next + 1, Sign.year) {
      return true
    }
    var index = range.lowerBound - 1
    var steps = isChinese ? 12 : 3
    while index >= 0, steps > 0, continues(index + 1), !isClauseEnd(index) {
      if has(index, .perYearBefore), !isCounted(index) { return true }
      if !isChinese, has(index, .perYearAfter) { return true }
      index -= 1
      steps -= 1
    }
    return false
  }

  /// Whether 年 belongs to the number before it: 十年租金, 2024年租金.
  private func isCounted(_ index: Int) -> Bool {
    isWord(index, Sign.year)
      && (isNumber(index - 1) || has(index - 1, [.hanDigit, .hanUnit, .hanHalf]))
  }

  private func isClauseEnd(_ index: Int) -> Bool {
    let atom = atoms[index]
    guard atom.kind == .mark else { return false }
    return isWord(index, Sign.comma) || atom.word == Self.semicolon || atom.word == Self.stop
  }

  private static let semicolon = foldedHash(";".utf8)
  private static let stop = foldedHash("。".utf8)

  /// Whether "a year", "per share" or "/年" follows.
  private func isRate(_ index: Int, unit: QuantitySense.Roles, value: Double) -> Bool {
    guard continues(index) else { return false }
    if isWord(index, Sign.hyphen) { return isRate(index + 1, unit: unit, value: value) }
    let opens = [Sign.a, Sign.an, Sign.per, Sign.each, Sign.slash].contains(atoms[index].word)
    guard opens || has(index, .article) else { return false }
    let next = isWord(index + 1, Sign.hyphen) ? index + 2 : index + 1
    return has(next, unit) && sense(next).value == value
  }

  /// "a share", "a-share".
  private func isPiece(_ index: Int) -> Bool {
    let noun = isWord(index + 1, Sign.hyphen) ? index + 2 : index + 1
    return has(index, .article) && continues(noun) && has(noun, .perUnitNoun)
  }

  /// Whether a sum is the price of one piece.
  func isPerUnit(_ range: Range<Int>, value: Double) -> Bool {
    let next = range.upperBound
    if continues(next) {
      if isWord(next, Sign.per), !has(next + 1, .year), !has(next, .perYearAfter) { return true }
      if isWord(next, Sign.slash), !has(next + 1, .year), !has(next + 1, .currencyBefore) {
        return true
      }
      if has(next, .perUnitAfter), value < 100_000 { return true }
      if isPiece(isWord(next, Sign.hyphen) ? next + 1 : next) { return true }
      if isWord(next, Sign.each) { return true }
    }
    var index = range.lowerBound - 1
    var steps = 8
    while index >= 0, steps > 0, continues(index + 1), !isClauseEnd(index), !isNumber(index) {
      if has(index, .perUnitBefore) { return true }
      index -= 1
      steps -= 1
    }
    return false
  }
}
