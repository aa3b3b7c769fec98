import DealModel

extension QuantityReader {
  /// A sum and where it stands, in atoms.
  struct Sum {
    var figure: Figure
    var range: Range<Int>
    var form: Int32
    var hasPrefix = false
  }

  /// The sum or range of sums that starts at an atom.
  func money(at start: Int) -> (quantity: Quantity, end: Int)? {
    if let range = moneyRange(at: start) { return range }
    guard let sum = sum(at: start) else { return nil }
    let code = currency(sum.form)
    if sum.figure.isVague {
      let tokens = tokens(sum.range)
      return (Quantity(value: .vague, tokens: tokens), sum.range.upperBound)
    }
    guard sum.figure.value > 0 || sum.figure.hasDigits else { return nil }
    let bounds = bounds(around: sum.range, inner: sum.figure.bound)
    let value = Quantity.Value.money(
      value: sum.figure.value, low: nil, currency: code, bound: bounds.word.bound)
    return (rated(value, figure: sum.figure, sum.range, full: bounds.range), sum.range.upperBound)
  }

  /// One sum: a figure with a currency before or after it.
  private func sum(at start: Int) -> Sum? {
    if has(start, .currencyBefore), let end = currencyPrefixEnd(start) {
      return prefixedSum(at: start, figureAt: end)
    }
    guard let figure = figure(at: start), !figure.isArticle || has(figure.end, .currencyAfter),
      let (form, end) = currencySuffix(at: figure.end, of: figure)
    else { return nil }
    return Sum(figure: figure, range: start..<end, form: form)
  }

  private func prefixedSum(at start: Int, figureAt position: Int) -> Sum? {
    var position = position
    var bound: BoundWord?
    if has(position, .boundBefore), continues(position) {
      bound = BoundWord(rawValue: Int(sense(position).code))
      position = after(position)
    }
    guard continues(position), var figure = figure(at: position, money: true), !figure.isArticle,
      isNumber(position) || isChinese || figure.scale > 1
    else { return nil }
    figure.bound = figure.bound ?? bound
    var end = figure.end
    if isWord(end, Sign.hyphen), has(end + 1, .currencyAfter) { end += 1 }
    if end == figure.end, has(end, .currencyAfter), continues(end), agrees(end, with: start) {
      end = after(end)
    } else {
      end = figure.end
    }
    return Sum(figure: figure, range: start..<end, form: sense(start).code, hasPrefix: true)
  }

  /// Whether a currency after the figure repeats the one before it: 新台币2.3亿元, US$5 million dollars.
  private func agrees(_ suffix: Int, with prefix: Int) -> Bool {
    guard let after = currencies.form(sense(suffix).code),
      let before = currencies.form(sense(prefix).code)
    else { return false }
    return after.codes.contains { before.codes.contains($0) } || after.codes.count > 2
      || before.codes == ["USD"] && after.isCode
  }

  /// The atom after a currency that may stand before a figure.
  private func currencyPrefixEnd(_ start: Int) -> Int? {
    guard let form = currencies.form(sense(start).code) else { return nil }
    let end = after(start)
    if form.isCode && !isUpperCase(start) { return nil }
    // "Series C $5m" is no Canadian sum.
    if isWord(end - 1, Sign.dollar), end - start > 1, !isGlued(end - 1) { return nil }
    return end
  }

  private func isUpperCase(_ index: Int) -> Bool {
    bytes(index).allSatisfy { $0 < 0x61 || $0 > 0x7A }
  }

  /// The currency after a figure: "million dollars", "billion-dollar", 亿元, "billions of euros".
  private func currencySuffix(at start: Int, of figure: Figure) -> (form: Int32, end: Int)? {
    var position = start
    if isWord(position, Sign.hyphen) { position += 1 }
    if figure.isVague, has(position, .of) { position = after(position) }
    guard continues(position), has(position, .currencyAfter) else { return nil }
    let sense = sense(position)
    if sense.roles.contains(.needsScale), figure.value < 1000 { return nil }
    guard let form = currencies.form(sense.code), !form.isCode || isUpperCase(position) else {
      return nil
    }
    return (sense.code, after(position))
  }

  /// "$5-7 billion", "between AED 180 million and AED 240 million", 400亿至420亿美元.
  private func moneyRange(at start: Int) -> (quantity: Quantity, end: Int)? {
    let prefix = has(start, .currencyBefore) ? currencyPrefixEnd(start) : nil
    guard let low = figure(at: prefix ?? start, money: prefix != nil), !low.isVague, !low.isArticle
    else { return nil }
    let lowSuffix = currencySuffix(at: low.end, of: low)
    var position = lowSuffix?.end ?? low.end
    guard continues(position), isRangeMark(position, before: start) else { return nil }
    position = after(position)
    let second = has(position, .currencyBefore) ? currencyPrefixEnd(position) : nil
    guard continues(position), let high = figure(at: second ?? position, money: true),
      !high.isVague, !high.isArticle
    else { return nil }
    let highSuffix = currencySuffix(at: high.end, of: high)
    let form = prefix != nil ? sense(start).code : lowSuffix?.form
    let highForm = second != nil ? sense(position).code : highSuffix?.form
    guard let code = highForm ?? form else { return nil }
    var least = low.value
    if low.scale == 1, high.scale > 1, least * high.scale <= high.value { least *= high.scale }
    guard least < high.value, form == nil || highForm == nil || sameCode(form, highForm) else {
      return nil
    }
    let range = start..<(highSuffix?.end ?? high.end)
    let value = Quantity.Value.money(
      value: high.value, low: least, currency: currency(prefix != nil ? sense(start).code : code),
      bound: .upTo)
    let full = bounds(around: range, inner: nil).range
    return (rated(value, figure: high, range, full: full), range.upperBound)
  }

  private func sameCode(_ left: Int32?, _ right: Int32?) -> Bool {
    guard let left, let right else { return true }
    return currency(left) == currency(right)
  }

  /// Whether a mark joins the ends of a range, given what stands before the first.
  private func isRangeMark(_ position: Int, before start: Int) -> Bool {
    let previous = sense(start - 1).roles
    if has(position, .rangeAnd) { return previous.contains(.rangeOpener) }
    return has(position, .rangeMark) && !previous.contains(.change)
  }

  /// The code a form means in this article.
  func currency(_ form: Int32) -> String {
    guard let codes = currencies.form(form)?.codes, var best = codes.first else { return "USD" }
    guard codes.count > 1 else { return best }
    for code in codes where hints[code, default: 0] > hints[best, default: 0] { best = code }
    return best
  }

  /// A quantity of money with its rate: a year, a piece.
  private func rated(
    _ value: Quantity.Value, figure: Figure, _ range: Range<Int>, full: Range<Int>
  ) -> Quantity {
    Quantity(
      value: value, tokens: tokens(range), full: tokens(full),
      isPerYear: isPerYear(range), isPerUnit: isPerUnit(range, value: figure.value))
  }
}
