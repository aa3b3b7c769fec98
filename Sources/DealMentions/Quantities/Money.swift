import DealModel
import DealText

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
    guard let sum = sum(at: start) else { return figures(at: start) }
    let code = currency(sum.form, at: start)
    if sum.figure.isVague || isWord(sum.range.upperBound, Sign.grade) {
      let tokens = tokens(sum.range)
      return (Quantity(value: .vague, tokens: tokens), sum.range.upperBound)
    }
    guard sum.figure.value > 0 || sum.figure.hasDigits else { return nil }
    let bounds = bounds(around: sum.range, inner: sum.figure.bound)
    let value = Quantity.Value.money(
      value: sum.figure.value, low: nil, currency: code, bound: bounds.word.bound)
    return (rated(value, figure: sum.figure, sum.range, full: bounds.range), sum.range.upperBound)
  }

  /// "a nine-figure sum", 千万级: a size, no sum.
  private func figures(at start: Int) -> (quantity: Quantity, end: Int)? {
    if isChinese, let figure = figure(at: start), figure.scale >= 1e4, !figure.hasDigits,
      isWord(figure.end, Sign.grade)
    {
      return (Quantity(value: .vague, tokens: tokens(start..<figure.end + 1)), figure.end + 1)
    }
    guard has(start, .number), isWord(start + 1, Sign.hyphen), isWord(start + 2, Self.figureWord)
    else { return nil }
    return (Quantity(value: .vague, tokens: tokens(start..<start + 3)), start + 3)
  }

  private static let figureWord = foldedHash("figure".utf8)

  /// One sum: a figure with a currency before or after it.
  private func sum(at start: Int) -> Sum? {
    if has(start, .currencyBefore), let end = currencyPrefixEnd(start) {
      return prefixedSum(at: start, figureAt: end)
    }
    if has(start, .currencyAfter) { return namedSum(at: start) }
    guard let figure = figure(at: start), !isClock(start) else { return nil }
    if let (form, end) = currencySuffix(at: figure.end, of: figure) {
      return Sum(figure: figure, range: start..<end, form: form)
    }
    return listed(figure, from: start)
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
    guard !isLetter(start) || isGlued(position) && figure.scale >= 1e3 else { return nil }
    figure.bound = figure.bound ?? bound
    var end = figure.end
    if isWord(end, Sign.hyphen), has(end + 1, .currencyAfter) { end += 1 }
    var form = sense(start).code
    if end == figure.end, has(end, .currencyAfter), continues(end), agrees(end, with: start) {
      if currencies.codes(of: form, in: article.language).count > 1 { form = sense(end).code }
      end = after(end)
    } else {
      end = figure.end
    }
    return Sum(figure: figure, range: start..<end, form: form, hasPrefix: true)
  }

  /// A large sum after the name of its currency: "Danish kroner 61 million".
  private func namedSum(at start: Int) -> Sum? {
    let end = after(start)
    guard isName(start), !has(start, .needsScale), continues(end), isNumber(end),
      !has(start - 1, [.scale, .plural, .hundred]), !isNumber(start - 1),
      let figure = figure(at: end, money: true), figure.scale >= 1e5
    else { return nil }
    return Sum(figure: figure, range: start..<figure.end, form: sense(start).code, hasPrefix: true)
  }

  /// Whether a currency after the figure repeats the one before it: 新台币2.3亿元, US$5 million dollars.
  private func agrees(_ suffix: Int, with prefix: Int) -> Bool {
    guard let after = currencies.form(sense(suffix).code),
      let before = currencies.form(sense(prefix).code)
    else { return false }
    return after.codes.contains { before.codes.contains($0) } || after.codes.count > 2
      || before.codes.first == "USD" && after.isCode
  }

  /// The atom after a currency that may stand before a figure.
  func currencyPrefixEnd(_ start: Int) -> Int? {
    guard let form = currencies.form(sense(start).code) else { return nil }
    let end = after(start)
    if form.isCode && !isUpperCase(start) { return nil }
    // "Series C $5m" is no Canadian sum.
    if isWord(end - 1, Sign.dollar), end - start > 1, !isGlued(end - 1) { return nil }
    return end
  }

  /// Whether a currency is a single letter, as in P2.5 billion: large sums only.
  private func isLetter(_ index: Int) -> Bool {
    atoms[index].kind == .word && atoms[index].end - atoms[index].start == 1
      && atoms[index].length == 1
  }

  private func isUpperCase(_ index: Int) -> Bool {
    bytes(index).allSatisfy { $0 < 0x61 || $0 > 0x7A }
  }

  /// The currency after a figure: "million dollars", "billion-dollar", 亿元, "billions of euros".
  func currencySuffix(at start: Int, of figure: Figure) -> (form: Int32, end: Int)? {
    var position = start
    if isWord(position, Sign.hyphen) { position += 1 }
    if figure.isVague, has(position, .of) { position = after(position) }
    if isQuote(position), isGlued(position) { position += 1 }
    guard continues(position), has(position, .currencyAfter), !figure.isArticle || isName(position)
    else { return nil }
    let sense = sense(position)
    if sense.roles.contains(.needsScale), figure.value < 1000 { return nil }
    guard let form = currencies.form(sense.code), !form.isCode || isUpperCase(position) else {
      return nil
    }
    return (sense.code, after(position))
  }

  /// Whether a currency is written as a word: "a euro", not "a €".
  private func isName(_ index: Int) -> Bool {
    atoms[index].kind != .mark && currencies.form(sense(index).code)?.isCode == false
  }

  private func isQuote(_ index: Int) -> Bool { isWord(index, Sign.quote) }

  /// Whether digits tell the time: 08:40.
  private func isClock(_ start: Int) -> Bool {
    isWord(start - 1, Sign.colon) && isGlued(start) && isNumber(start - 2)
  }

  /// A sum whose currency stands at the end of a list: 119亿、40亿和65亿美元.
  private func listed(_ figure: Figure, from start: Int) -> Sum? {
    guard figure.scale >= 1e4, !figure.isVague else { return nil }
    var end = figure.end
    for _ in 0..<6 {
      guard continues(end), isSeparator(end), let next = self.figure(at: end + 1),
        next.scale >= 1e4
      else { return nil }
      if let (form, _) = currencySuffix(at: next.end, of: next) {
        return Sum(figure: figure, range: start..<figure.end, form: form)
      }
      end = next.end
    }
    return nil
  }

  private func isSeparator(_ index: Int) -> Bool {
    has(index, .rangeAnd) || isWord(index, Sign.enumeration) || isWord(index, Sign.comma)
      || isChinese && Self.conjunctions.contains(atoms[index].word)
  }

  private static let conjunctions = Set(["与", "及", "跟", "暨"].map { foldedHash($0.utf8) })

  /// A generic 元 right after a sum of another currency and "and" takes that currency: 2400万美元及3600万元.
  func joined(_ quantity: Quantity, at start: Int, to last: Quantity?) -> Quantity {
    guard isChinese, case .money(let value, let low, _, let bound) = quantity.value,
      let last, case .money(_, _, let currency, _) = last.value, start > 0, isSeparator(start - 1),
      Int(atoms[start - 1].token) == last.tokens.upperBound, !has(start, .currencyBefore),
      form(from: start, before: quantity.tokens.upperBound) == currencies.yuan
    else { return quantity }
    var quantity = quantity
    quantity.value = .money(value: value, low: low, currency: currency, bound: bound)
    return quantity
  }

  /// The form of the last currency from an atom to a token.
  private func form(from start: Int, before token: Int) -> Int32 {
    var index = start
    var form: Int32 = 0
    while atoms.indices.contains(index), atoms[index].token < token {
      if has(index, .currencyAfter) { form = sense(index).code }
      index += 1
    }
    return form
  }

  /// The code a form means in this article.
  func currency(_ form: Int32, at index: Int) -> String {
    let codes = currencies.codes(of: form, in: article.language)
    guard let first = codes.first else { return "USD" }
    return codes.count > 1 ? hints.choice(of: codes, at: index) ?? first : first
  }

  /// A quantity of money with its rate: a year, a piece.
  func rated(
    _ value: Quantity.Value, figure: Figure, _ range: Range<Int>, full: Range<Int>
  ) -> Quantity {
    Quantity(
      value: value, tokens: tokens(range), full: tokens(full),
      isPerYear: isPerYear(range), isPerUnit: isPerUnit(range, value: figure.value))
  }
}
