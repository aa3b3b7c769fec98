import DealModel
import DealText

/// Sums that leave their currency out.
extension QuantityReader {
  /// A sum that leaves its currency to an earlier one, "Aker put in €40m, Nysnø 15m", to a later one,
  /// 甲骨文3000亿，加上微软近6000亿美元, or to the reader: 向平安银行借了9亿, "lent Dharma 55 crore".
  func bareMoney(at start: Int, memory: QuantityMemory) -> (quantity: Quantity, end: Int)? {
    guard let figure = figure(at: start), !figure.isVague, figure.scale >= (isChinese ? 1e4 : 1e5)
    else { return nil }
    return isChinese
      ? bareChinese(figure, at: start, memory: memory)
      : bareEnglish(figure, at: start, memory: memory)
  }

  private func bareEnglish(
    _ figure: Figure, at start: Int, memory: QuantityMemory
  ) -> (quantity: Quantity, end: Int)? {
    let last = figure.end - 1
    let isIndian = has(last, .scale) && Self.isIndian(sense(last).value)
    if isIndian, memory.form == 0 {
      guard isGiven(start), endsSum(figure.end) else { return nil }
      return bare(figure, at: start, form: currencies.rupees)
    }
    guard figure.scale >= 1e6 else { return nil }
    if memory.form != 0, endsClause(figure.end) || endsSum(figure.end) && isGiven(start) {
      return bare(figure, at: start, form: memory.form)
    }
    guard memory.lastForm != 0, isGiven(start), endsSum(figure.end) else { return nil }
    return bare(figure, at: start, form: memory.lastForm)
  }

  private func bareChinese(
    _ figure: Figure, at start: Int, memory: QuantityMemory
  ) -> (quantity: Quantity, end: Int)? {
    if memory.form != 0, figure.scale >= 1e8, endsClause(figure.end) {
      return bare(figure, at: start, form: memory.form)
    }
    let isListed = figure.scale >= 1e8 && endsClause(figure.end) && formAhead(of: figure.end) != nil
    guard figure.value >= 1e4, isListed || isGivenInChinese(start), endsChineseSum(figure.end)
    else {
      return nil
    }
    let form = memory.form != 0 ? memory.form : formAhead(of: figure.end) ?? currencies.yuan
    return form == 0 ? nil : bare(figure, at: start, form: form)
  }

  private func bare(
    _ figure: Figure, at start: Int, form: Int32
  ) -> (quantity: Quantity, end: Int) {
    let range = start..<figure.end
    let bounds = bounds(around: range, inner: figure.bound)
    let value = Quantity.Value.money(
      value: figure.value, low: nil, currency: currency(form, at: start), bound: bounds.word.bound)
    return (rated(value, figure: figure, range, full: bounds.range), figure.end)
  }

  /// The form of the next currency of the sentence after a figure.
  private func formAhead(of start: Int) -> Int32? {
    var index = start
    while continues(index) {
      if has(index, .currencyAfter), has(index - 1, [.hanScale, .hanUnit]) || isNumber(index - 1) {
        return sense(index).code
      }
      index += 1
    }
    return nil
  }

  private func endsClause(_ index: Int) -> Bool {
    if has(index, .boundAfter) { return endsClause(after(index)) }
    return !continues(index) || atoms[index].kind == .mark && !isWord(index, Sign.hyphen)
  }

  /// Whether what follows a figure counts no things: the clause ends, or goes on with a small word.
  private func endsSum(_ index: Int) -> Bool {
    endsClause(index) || Self.followers.contains(atoms[index].word) || has(index, .perUnitAfter)
      || has(index, .article) && has(index + 1, .year)
  }

  /// Whether the word before a figure, apart from those that bound it, gives or takes money.
  private func isGiven(_ start: Int) -> Bool {
    let before = bounds(around: start..<start + 1, inner: nil).range.lowerBound - 1
    return gives(before)
      || (1...3).contains { names in
        gives(before - names)
          && (before - names + 1...before).allSatisfy { continues($0) && atoms[$0].isCapital }
      }
  }

  private func gives(_ index: Int) -> Bool {
    index >= 0 && continues(index + 1) && Self.givers.contains(atoms[index].word)
  }

  /// Whether money is spoken of right before a figure: 借了, 投了, 价码是, 场租大概.
  private func isGivenInChinese(_ start: Int) -> Bool {
    var index = bounds(around: start..<start + 1, inner: nil).range.lowerBound - 1
    var steps = 4
    while index >= 0, steps > 0, continues(index + 1), atoms[index].kind == .han {
      if Self.chineseGivers.contains(atoms[index].word) { return true }
      guard Self.chineseLinks.contains(atoms[index].word) else { return false }
      index -= 1
      steps -= 1
    }
    return false
  }

  /// Whether what follows a Chinese figure counts no things.
  private func endsChineseSum(_ index: Int) -> Bool {
    if endsClause(index) { return true }
    if isWord(index, Self.de) {
      return continues(index + 1) && Self.loans.contains(atoms[index + 1].word)
    }
    return Self.chineseFollowers.contains(atoms[index].word)
  }

  private static func hashes(_ words: String) -> WordSet {
    WordSet(words: words)
  }

  private static let de = foldedHash("的".utf8)
  private static let followers = hashes(
    "to from for in by at on and respectively per against into of over plus with now upfront")
  private static let givers = hashes(
    """
    for at paid pay paying pays lent lend lends lending borrowed borrows invested invest invests put \
    puts raised raise raises cost costs costing provided provides provide owes owed owe add adding adds \
    added gave gives got receives received take takes took taking subscribed contributed contributes \
    contribute worth fetched offered offers
    """)
  private static let chineseGivers = hashes(
    "借 投 价 付 收 费 贷 给 出 筹 募 掏 花 砸 赔 欠 资 金 额 租 码 助 捐 缴 罚 款 押 垫 补 股 购 注 笔")
  private static let chineseLinks = hashes("了 为 达 是 到 过 就 要 有 共 大 概 还 至 得 个 整 足 的 总 每 年 其 中")
  private static let loans = hashes("贷 借 资 投 款 价 融 订 授 种 债 信 入 现")
  private static let chineseFollowers = hashes("贷 融 授 入 种 没 来 向 买 占 换 给 借 投 订")
}
