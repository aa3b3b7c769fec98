import DealText

extension QuantityReader {
  /// The length of time that starts at an atom: "five-year", "for a decade", 为期五年, 60个月.
  func term(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard let figure = figure(at: start), !figure.isVague, figure.value > 0,
      figure.value < 1000, !isWord(start - 1, Sign.ordinal), !has(start - 1, .past)
    else { return halfYear(at: start) }
    var position = figure.end
    if isWord(position, Sign.hyphen) { position += 1 }
    guard continues(position), has(position, .year), isSpan(position, figure) else { return nil }
    var years = figure.value * sense(position).value
    var end = after(position)
    if isChinese, has(end, .hanHalf), continues(end) {
      years += 0.5 * sense(position).value
      end += 1
    }
    guard !isPast(end), !isArticleRate(figure, start) else { return nil }
    return term(round(years), start..<end)
  }

  /// Years from a number of months without the traces of division.
  private func round(_ years: Double) -> Double { (years * 10_000).rounded() / 10_000 }

  private func term(_ years: Double, _ range: Range<Int>) -> (quantity: Quantity, end: Int) {
    let bounds = bounds(around: range, inner: nil)
    let quantity = Quantity(
      value: .term(years: years), tokens: tokens(range), full: tokens(bounds.range))
    return (quantity, range.upperBound)
  }

  /// 半年.
  private func halfYear(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard has(start, .hanHalf), isWord(start + 1, Sign.year), !isPast(start + 2),
      !has(start - 1, [.past, .hanDigit])
    else { return nil }
    return term(0.5, start..<start + 2)
  }

  /// Whether the unit counts a span: 2025年 and 25年 of a date do not.
  private func isSpan(_ position: Int, _ figure: Figure) -> Bool {
    if isChinese, isWord(position, Sign.year) {
      return figure.value <= 99 && !isNumber(position + 1) && !has(position + 1, .datePart)
    }
    return !isWord(position, Sign.month)
  }

  /// "a year" alone is a rate, not a length.
  private func isArticleRate(_ figure: Figure, _ start: Int) -> Bool {
    guard figure.isArticle else { return false }
    return sense(figure.end).value < 10 && !isLength(before: start)
  }

  private static let lengths: Set<UInt64> = Set(
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
