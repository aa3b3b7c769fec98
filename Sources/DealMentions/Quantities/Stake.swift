import DealText

extension QuantityReader {
  /// The share of a whole that starts at an atom: 12.5%, 百分之五十一, 一成半, "a quarter of".
  func stake(at start: Int) -> (quantity: Quantity, end: Int)? {
    if has(start, .whole), !Self.relatives.contains(word(after(start))) {
      return stake(100, start..<after(start), inner: nil)
    }
    if has(start, .percentBefore) { return percentBefore(at: start) }
    if let found = chineseFraction(at: start) { return found }
    if let found = englishFraction(at: start) { return found }
    guard let figure = figure(at: start), !figure.isVague, !figure.isArticle else { return nil }
    if let found = tenths(figure, from: start) { return found }
    guard let end = percentEnd(at: figure.end) else {
      return percentRange(figure, from: start)
    }
    return stake(figure.value, start..<end, inner: figure.bound)
  }

  private func stake(
    _ percent: Double, _ range: Range<Int>, inner: BoundWord?
  ) -> (quantity: Quantity, end: Int) {
    let bounds = bounds(around: range, inner: inner)
    let quantity = Quantity(
      value: .stake(percent: percent, bound: bounds.word.bound), tokens: tokens(range),
      full: tokens(bounds.range))
    return (quantity, range.upperBound)
  }

  /// The atom after a per-cent sign that is no percentage point.
  private func percentEnd(at index: Int) -> Int? {
    var position = index
    if isWord(position, Sign.hyphen) { position += 1 }
    guard continues(position), has(position, .percent), !has(position, .percentPoint) else {
      return nil
    }
    return after(position)
  }

  /// "10 to 15 per cent": the upper end.
  private func percentRange(_ low: Figure, from start: Int) -> (quantity: Quantity, end: Int)? {
    let isRange =
      has(low.end, .rangeMark) || has(low.end, .rangeAnd) && has(start - 1, .rangeOpener)
    guard isRange, continues(low.end), let high = figure(at: after(low.end)),
      high.value > low.value, let end = percentEnd(at: high.end)
    else { return nil }
    return stake(high.value, start..<end, inner: .upTo)
  }

  private func percentBefore(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard let figure = figure(at: after(start)), !figure.isVague, figure.value <= 1000 else {
      return nil
    }
    return stake(figure.value, start..<figure.end, inner: nil)
  }

  /// 三成, 一成半, 七成五.
  private func tenths(_ figure: Figure, from start: Int) -> (quantity: Quantity, end: Int)? {
    let position = figure.end
    guard isChinese, continues(position), isWord(position, Self.tenth), has(position, .tenths),
      figure.value <= 10, figure.value > 0, !Self.verbs.contains(word(position + 1))
    else { return nil }
    var percent = figure.value * 10
    var end = position + 1
    if has(end, .hanHalf) {
      percent += 5
      end += 1
    } else if has(end, .hanDigit), !has(end + 1, [.hanUnit, .hanScale, .classifier, .year]) {
      percent += sense(end).value
      end += 1
    }
    return stake(percent, start..<end, inner: figure.bound)
  }

  private func word(_ index: Int) -> UInt64 {
    atoms.indices.contains(index) ? atoms[index].word : .max
  }

  private static let tenth = foldedHash("成".utf8)
  /// Characters after which 成 is no tenth: 成立, 成为, 成本.
  private static let verbs = WordSet(
    ["立", "为", "本", "员", "功", "长", "果", "交", "熟", "型", "都", "品", "就"].map {
      foldedHash($0.utf8)
    })

  /// 三分之二, 一半.
  private func chineseFraction(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard isChinese, has(start, [.hanDigit, .hanUnit]) || isNumber(start) else { return nil }
    if has(start, .hanDigit), sense(start).value == 1, has(start + 1, .hanHalf) {
      return stake(50, start..<start + 2, inner: nil)
    }
    guard let divisor = figure(at: start), isWord(divisor.end, Self.part),
      isWord(divisor.end + 1, Self.possessive), let count = figure(at: divisor.end + 2),
      divisor.value > 1, count.value < divisor.value, !count.isVague
    else { return nil }
    return stake(100 * count.value / divisor.value, start..<count.end, inner: nil)
  }

  private static let part = foldedHash("分".utf8)
  private static let possessive = foldedHash("之".utf8)

  /// "a quarter of the company", "two-thirds", "a half share"; not "half a billion".
  private func englishFraction(at start: Int) -> (quantity: Quantity, end: Int)? {
    guard !isChinese else { return nil }
    var position = start
    var count = 1.0
    if has(position, .article) || has(position, .number), !has(position, .fraction) {
      if has(position, .number) { count = sense(position).value }
      position += 1
      if isWord(position, Sign.hyphen) { position += 1 }
    }
    guard has(position, .fraction), continues(position) || position == start else { return nil }
    let fraction = count * sense(position).value
    guard fraction < 1, !isPluralFraction(position) || position > start,
      isShare(position + 1, isArticle: position > start) || isHeld(position, from: start)
        || isSplit(position)
    else { return nil }
    return stake(100 * fraction, start..<position + 1, inner: nil)
  }

  /// "two straight quarters of" counts quarters of a year.
  private func isPluralFraction(_ index: Int) -> Bool { bytes(index).last == 0x73 }

  /// "for about a fifth." at the end of a clause.
  private func isHeld(_ position: Int, from start: Int) -> Bool {
    guard has(start, .article), sense(position).value != 0.25, endsPhrase(position + 1)
    else { return false }
    return Self.holders.contains(word(start - 1))
  }

  /// "belongs half to Meta and half to NTT".
  private func isSplit(_ index: Int) -> Bool {
    sense(index).value == 0.5 && isWord(index + 1, Self.to) && Self.splits.contains(word(index - 1))
  }

  private static let to = foldedHash("to".utf8)
  private static let splits = WordSet(
    ["belongs", "belong", "and", "owned", "split", "belonging"].map { foldedHash($0.utf8) })

  private func endsPhrase(_ index: Int) -> Bool {
    !continues(index) || atoms[index].kind == .mark && !isWord(index, Sign.hyphen)
  }

  private static let holders = WordSet(
    [
      "for", "about", "roughly", "nearly", "almost", "around", "own", "owns", "holds", "hold",
      "have", "has", "with", "took", "takes", "keeps",
    ].map {
      foldedHash($0.utf8)
    })

  /// Words that narrow "all the shares" to those somebody held.
  private static let relatives = WordSet(
    ["it", "they", "he", "she", "that", "held", "owned", "which"].map { foldedHash($0.utf8) })

  /// Whether what follows a fraction makes it a share of something.
  private func isShare(_ index: Int, isArticle: Bool) -> Bool {
    guard continues(index) else { return false }
    if isWord(index, Sign.hyphen) { return isShare(index + 1, isArticle: isArticle) }
    if has(index, .stakeNoun) { return true }
    guard
      has(index, .of) || has(index, .boundAfter)
        || Self.determiners.contains(word(index)) && !isArticle
    else {
      return false
    }
    return !isTime(index + 1) && !isTime(index + 2)
  }

  private static let determiners = WordSet(
    ["the", "its", "their", "his", "her", "a", "of"].map { foldedHash($0.utf8) })

  private func isTime(_ index: Int) -> Bool {
    has(index, [.year, .month, .relativeYear, .scale, .hundred])
      || integer(index).map { (1900...2100).contains($0) } ?? false
  }
}
