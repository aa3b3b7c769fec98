import DealModel
import DealText

extension QuantityReader {
  /// 2025年9月22日, 2025年9月, 2025年, 9月22日, 9月, 22日, 5月8日(2024年).
  func chineseDate(at start: Int, memory: DateMemory) -> DateFound? {
    if let (year, end) = hanYear(at: start) { return yearDate(year, from: end) }
    if let (month, end) = hanMonth(at: start) {
      return monthDate(month, at: start, from: end, memory: memory)
    }
    guard let (day, end) = hanDay(at: start), isWord(end - 1, Sign.day), !isSpanOfDays(end),
      let date = memory.resolve(day: day)
    else { return nil }
    return DateFound(date: date, end: end)
  }

  private func yearDate(_ year: Int, from end: Int) -> DateFound? {
    guard let base = PartialDate(year: year) else { return nil }
    var found = DateFound(date: base, end: end, isExplicit: true)
    guard continues(end), let (month, next) = hanMonth(at: end),
      let date = PartialDate(year: year, month: month)
    else { return found }
    (found.date, found.end) = (date, next)
    if continues(next), let (day, last) = hanDay(at: next),
      let full = PartialDate(year: year, month: month, day: day)
    {
      (found.date, found.end) = (full, last)
    }
    return found
  }

  private func monthDate(
    _ month: Int, at start: Int, from end: Int, memory: DateMemory
  ) -> DateFound? {
    var day: Int?
    var position = end
    if continues(end), let (value, next) = hanDay(at: end) { (day, position) = (value, next) }
    // 12月9日(2025年), 7月9日消息(2025年)
    var bracket = position
    while bracket < position + 3, continues(bracket), atoms[bracket].kind == .han { bracket += 1 }
    if continues(bracket), isWord(bracket, Sign.open),
      let (year, next) = hanYear(at: bracket + 1), isWord(next, Sign.close),
      let date = PartialDate(year: year, month: month, day: day)
    {
      return DateFound(date: date, end: next + 1, isExplicit: true)
    }
    return memory.resolve(month: month, day: day, ahead: ahead(before: start)).map {
      DateFound(date: $0, end: position)
    }
  }

  /// A year: 2025年, 二〇二五年.
  func hanYear(at index: Int) -> (year: Int, end: Int)? {
    if let year = year(at: index) {
      return isWord(index + 1, Sign.year) && continues(index + 1) ? (year, index + 2) : nil
    }
    if let found = republicYear(at: index) { return found }
    guard has(index, .hanDigit), let figure = hanDigits(at: index, count: 4),
      isWord(index + 4, Sign.year), (1900...2100).contains(figure)
    else { return nil }
    return (figure, index + 5)
  }

  /// 民国114年; 114年 before a month in Traditional texts.
  private func republicYear(at index: Int) -> (year: Int, end: Int)? {
    guard article.language == .traditionalChinese, let value = integer(index),
      (90...130).contains(value), isWord(index + 1, Sign.year), continues(index + 1),
      isNumber(index + 2) || isWord(index - 1, Self.state)
    else { return nil }
    return (value + 1911, index + 2)
  }

  private static let state = foldedHash("国".utf8)

  private func hanDigits(at index: Int, count: Int) -> Int? {
    var value = 0
    for position in index..<index + count {
      guard has(position, .hanDigit), atoms[position].length == 1 else { return nil }
      value = value * 10 + Int(sense(position).value)
    }
    return value
  }

  /// A month: 9月, 十二月; not 9个月, 月 of a length.
  func hanMonth(at index: Int) -> (month: Int, end: Int)? {
    guard let (value, end) = smallNumber(at: index), (1...12).contains(value),
      continues(end), isWord(end, Sign.month), !isWord(index - 1, Sign.each)
    else { return nil }
    return (value, end + 1)
  }

  /// A day of a month: 22日, 三号.
  func hanDay(at index: Int) -> (day: Int, end: Int)? {
    guard let (value, end) = smallNumber(at: index), (1...31).contains(value), continues(end)
    else { return nil }
    // The first day of 22-24日.
    if has(end, .rangeMark), isNumber(index), integer(end + 1) != nil, hanDay(at: end + 1) != nil {
      return (value, end)
    }
    guard
      isWord(end, Sign.day) || isWord(end, Sign.dayNumber), atoms[end].length == 1
    else { return nil }
    return (value, end + 1)
  }

  private func smallNumber(at index: Int) -> (Int, Int)? {
    if let value = integer(index) { return (value, index + 1) }
    guard has(index, [.hanDigit, .hanUnit]), let figure = chineseFigure(at: index),
      figure.value < 100, figure.scale == 1
    else { return nil }
    return (Int(figure.value), figure.end)
  }

  private static let spans = WordSet(
    ["内", "均", "后", "前", "本", "元", "圆", "以", "之", "游", "线", "间"].map { foldedHash($0.utf8) })

  /// Whether a number of days is meant: 5日内, 20日均线.
  private func isSpanOfDays(_ end: Int) -> Bool {
    continues(end) && Self.spans.contains(atoms[end].word)
  }
}
