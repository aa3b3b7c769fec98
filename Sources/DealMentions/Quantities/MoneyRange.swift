import DealModel

extension QuantityReader {
  /// "$5-7 billion", "between AED 180 million and AED 240 million", 400亿至420亿美元.
  func moneyRange(at start: Int) -> (quantity: Quantity, end: Int)? {
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
    guard prefix != nil || lowSuffix != nil || second == nil, least < high.value,
      form == nil || highForm == nil || sameCode(form, highForm, at: start)
    else {
      return nil
    }
    let range = start..<(highSuffix?.end ?? high.end)
    let value = Quantity.Value.money(
      value: high.value, low: least,
      currency: currency(prefix != nil ? sense(start).code : code, at: start),
      bound: .upTo)
    let full = bounds(around: range, inner: nil).range
    return (rated(value, figure: high, range, full: full), range.upperBound)
  }

  private func sameCode(_ left: Int32?, _ right: Int32?, at index: Int) -> Bool {
    guard let left, let right else { return true }
    return currency(left, at: index) == currency(right, at: index)
  }

  /// Whether a mark joins the ends of a range, given what stands before the first.
  private func isRangeMark(_ position: Int, before start: Int) -> Bool {
    let previous = sense(start - 1).roles
    if has(position, .rangeAnd) { return previous.contains(.rangeOpener) }
    return has(position, .rangeMark) && !previous.contains(.change)
  }
}
