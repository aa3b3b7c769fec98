import DealText

extension QuantityReader {
  /// The length of time that starts at an atom: "five-year", "for a decade", 为期五年, 60个月.
  func term(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard let figure = figure(at: start), !figure.isVague, figure.value > 0,
      figure.value < 1000, !isWord(start - 1, Sign.ordinal), !isAfterPast(start)
    else { return halfYear(at: start) }
    var position = figure.end
    if isWord(position, Sign.hyphen) { position += 1 }
    guard continues(position), isSpan(position, figure) else { return nil }
    let isHanYear = isWord(position, Sign.year)
    let unit = isHanYear ? 1 : sense(position).value
    var years = figure.value * unit
    var end = isHanYear ? position + 1 : after(position)
    if isChinese, has(end, .hanHalf), continues(end) {
      years += 0.5 * unit
      end += 1
    }
    guard !isPast(end), !isYield(end), !isArticleRate(figure, start) else { return nil }
    return term(round(years), start..<end)
  }

  /// "the 10-year yields 4.2%".
  private func isYield(_ end: Int) -> Bool {
    continues(end) && Self.yields.contains(atoms[end].word)
  }

  private static let yields = WordSet(
    ["yield", "yields", "treasury", "treasuries", "gilt", "bund", "high", "low"].map {
      foldedHash($0.utf8)
    })

  /// Years from a number of months without the traces of division.
  private func round(_ years: Double) -> Double { (years * 10_000).rounded() / 10_000 }

  private func term(_ years: Double, _ range: Range<Int>) -> (quantity: Quantity, end: Int) {
    (Quantity(value: .term(years: years), tokens: tokens(range)), range.upperBound)
  }

  private static let period = foldedHash("期".utf8)

  /// Whether the words before place the time in the past: "the last five years", 过去三年.
  private func isAfterPast(_ start: Int) -> Bool {
    for length in 1...2 where has(start - length, .past) && after(start - length) == start {
      return true
    }
    return false
  }

  /// "for ten" after another length in the same sentence.
  func bareTerm(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard isWord(start - 1, Sign.for), let figure = figure(at: start), figure.scale == 1,
      figure.value < 100, !figure.isArticle, figure.value > 0,
      !continues(figure.end) || atoms[figure.end].kind == .mark
    else { return nil }
    return term(figure.value, start..<figure.end)
  }

  /// "on the fifth anniversary".
  func anniversary(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard has(start, .ordinal), isWord(start + 1, Self.anniversary), sense(start).code > 1 else {
      return nil
    }
    return term(Double(sense(start).code), start..<start + 2)
  }

  private static let anniversary = foldedHash("anniversary".utf8)

  /// 半年期, 为期半年.
  private func halfYear(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard has(start, .hanHalf), isWord(start + 1, Sign.year),
      isWord(start - 1, Self.period) || isWord(start + 2, Self.period)
    else { return nil }
    return term(0.5, start..<start + 2)
  }

  /// Whether the unit counts a span: 2025年 and 25年 of a date do not.
  private func isSpan(_ position: Int, _ figure: Figure) -> Bool {
    if isWord(position, Sign.year) {
      return figure.value <= 99 && !(isNumber(position + 1) && isWord(position + 2, Sign.month))
    }
    return has(position, .year)
  }

  /// "a year" alone is a rate, not a length.
  private func isArticleRate(_ figure: Figure, _ start: Int) -> Bool {
    guard figure.isArticle else { return false }
    return sense(figure.end).value < 10 && !isLength(before: start)
  }

  private static let lengths = WordSet(
    ["for", "of", "another", "least", "over", "lasts", "lasting", "runs"].map {
      foldedHash($0.utf8)
    })

  private func isLength(before start: Int) -> Bool {
    start > 0 && Self.lengths.contains(atoms[start - 1].word)
  }

  /// Whether the words after a length of time place it instead: ago, old, later, 前, 后.
  private func isPast(_ end: Int) -> Bool {
    guard continues(end) else { return false }
    if isWord(end, Sign.hyphen) { return has(end + 1, .notTerm) && !has(end + 1, .article) }
    return has(end, .notTerm)
  }
}
