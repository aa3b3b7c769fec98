import DealModel
import DealText

/// Prices of a piece with the number of pieces before them.
extension QuantityReader {
  /// The whole price where a sentence gives the number of pieces and the price of one: "60 buses at
  /// R$1.9 million each" is 114 million; the quantity itself everywhere else.
  func priced(_ quantity: Quantity, from start: Int, to end: Int) -> Quantity {
    guard !isChinese, case .money(let value, nil, let currency, let bound) = quantity.value,
      has(end, .perUnitAfter) || quantity.isPerUnit && has(end, .article),
      let before = priceWord(before: start), let count = pieces(before: before)
    else { return quantity }
    var quantity = quantity
    quantity.value = .money(value: value * count, low: nil, currency: currency, bound: bound)
    quantity.isPerUnit = false
    return quantity
  }

  /// The "at" or "for" before a sum and what bounds it.
  private func priceWord(before start: Int) -> Int? {
    let index = bounds(around: start..<start + 1, inner: nil).range.lowerBound - 1
    guard index > 0, continues(index + 1), Self.priceWords.contains(atoms[index].word) else {
      return nil
    }
    return index
  }

  /// The number of pieces named before an atom of the sentence: a whole number from two on with a noun,
  /// and no other number after it.
  private func pieces(before end: Int) -> Double? {
    var index = end - 1
    var steps = 18
    while index >= 0, steps > 0, continues(index + 1) {
      if let count = pieceCount(at: index) { return count.value }
      guard !isNumber(index), !has(index, [.currencyBefore, .currencyAfter, .percent]) else {
        return nil
      }
      index -= 1
      steps -= 1
    }
    return nil
  }

  private func pieceCount(at index: Int) -> Figure? {
    guard isNumber(index) || has(index, [.number, .hundred]) else { return nil }
    var start = index
    while start > 0, continues(start), has(start - 1, [.number, .hundred]) { start -= 1 }
    guard let figure = figure(at: start), figure.scale <= 1000, figure.value >= 2,
      figure.value < 100_000, figure.value == figure.value.rounded(),
      !(figure.value >= 1900 && figure.value < 2100), !has(start - 1, [.currencyBefore, .month]),
      continues(figure.end), atoms[figure.end].kind == .word,
      !has(figure.end, [.percent, .currencyAfter, .year, .month, .unit])
    else { return nil }
    return figure
  }

  private static let priceWords = WordSet(
    ["at", "for", "costing", "cost", "costs", "priced"].map { foldedHash($0.utf8) })
}
