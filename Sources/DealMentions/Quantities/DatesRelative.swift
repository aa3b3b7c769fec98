import DealModel
import DealText

extension QuantityReader {
  /// Today, yesterday, last month, 去年9月, 上月26日, 今(24)日, the next day.
  func relative(at start: Int, memory: DateMemory) -> DateFound? {
    let sense = sense(start)
    let end = after(start)
    if sense.roles.contains(.day) { return relativeDay(at: start, memory: memory) }
    if sense.roles.contains(.relativeMonth) {
      guard let base = memory.moved(months: Int(sense.value)) else { return nil }
      return withDay(base, at: end)
    }
    if sense.roles.contains(.relativeYear) {
      guard let base = memory.moved(years: Int(sense.value)) else { return nil }
      return withMonth(base, at: end, memory: memory)
    }
    if sense.roles.contains(.relativeWeek) {
      return month(memory.moved(days: Int(sense.value))).map { DateFound(date: $0, end: end) }
    }
    if sense.roles.contains(.season) { return season(at: start, memory: memory) }
    if sense.roles.contains(.sameDay) {
      return memory.movedFromLast(days: Int(sense.value)).map { DateFound(date: $0, end: end) }
    }
    if isWord(start, Self.same) { return sameMonth(at: start, memory: memory) }
    return nil
  }

  /// "last autumn", "this spring": the year.
  private func season(at start: Int, memory: DateMemory) -> DateFound? {
    guard continues(start), let article = memory.article, let month = article.month else {
      return nil
    }
    let isLast = has(start - 1, .last)
    guard isLast || has(start - 1, .this) else { return nil }
    let isBefore = isLast && month <= Int(sense(start).code)
    return PartialDate(year: article.year - (isBefore ? 1 : 0)).map {
      DateFound(date: $0, end: start + 1)
    }
  }

  private static let same = foldedHash("同".utf8)

  /// 同月10日, 同年10月.
  private func sameMonth(at start: Int, memory: DateMemory) -> DateFound? {
    guard let last = memory.last, continues(start + 1) else { return nil }
    if isWord(start + 1, Sign.month), let month = last.month,
      let base = PartialDate(year: last.year, month: month)
    {
      return withDay(base, at: start + 2)
    }
    if isWord(start + 1, Sign.year), let base = PartialDate(year: last.year) {
      return withMonth(base, at: start + 2, memory: memory)
    }
    return nil
  }

  private func relativeDay(at start: Int, memory: DateMemory) -> DateFound? {
    let end = after(start)
    let days = Int(sense(start).value)
    // 昨(12)日
    if isWord(end, Sign.open), let day = integer(end + 1), isWord(end + 2, Sign.close),
      isWord(end + 3, Sign.day)
    {
      let moved = memory.moved(days: days)
      let date = moved?.day == day ? moved : memory.resolve(day: day)
      return date.map { DateFound(date: $0, end: end + 4) }
    }
    if isChinese, end == start + 1 { return nil }
    guard var date = memory.moved(days: days) else { return nil }
    var last = end
    // 今天（2024年6月25日）
    if isWord(end, Sign.open), let found = chineseDate(at: end + 1, memory: memory),
      found.isExplicit, isWord(found.end, Sign.close)
    {
      (date, last) = (found.date, found.end + 1)
    }
    return DateFound(date: date, end: last)
  }

  /// Adds the day that follows a month: 上月26日.
  private func withDay(_ base: PartialDate, at index: Int) -> DateFound {
    if continues(index), let (day, end) = hanDay(at: index),
      let date = PartialDate(year: base.year, month: base.month, day: day)
    {
      return DateFound(date: date, end: end)
    }
    return DateFound(date: base, end: index)
  }

  /// Adds the month and day that follow a year: 去年9月, 今年3月5日.
  private func withMonth(_ base: PartialDate, at index: Int, memory: DateMemory) -> DateFound {
    guard continues(index), let (month, end) = hanMonth(at: index),
      let date = PartialDate(year: base.year, month: month)
    else { return DateFound(date: base, end: index) }
    var found = withDay(date, at: end)
    found.isExplicit = true
    return found
  }

  /// Monday; last Friday; 上周五; before a full date the weekday is part of it.
  func weekday(at start: Int, memory: DateMemory) -> DateFound? {
    let sense = sense(start)
    guard isChinese || atoms[start].isCapital && !isAnyDay(start) else { return nil }
    let code = Int(sense.code)
    let isLast = sense.roles.contains(.last)
    let isNext = sense.roles.contains(.next) || !isChinese && has(start - 1, .next)
    let week: Int? = isLast ? -1 : isNext ? 1 : isThisWeek(start) ? 0 : nil
    let isStrict = !isChinese && has(start - 1, .last)
    let date = memory.resolve(weekday: code, week: week, isStrict: isStrict)
    return date.map { DateFound(date: $0, end: after(start)) }
  }

  /// "a Tuesday", "every Thursday", "Black Friday".
  private func isAnyDay(_ start: Int) -> Bool {
    continues(start) && start > 0 && Self.indefinites.contains(atoms[start - 1].word)
  }

  private static let indefinites = WordSet(
    ["a", "an", "another", "every", "each", "most", "some", "any", "black", "cyber", "good"].map {
      foldedHash($0.utf8)
    })

  /// Whether the weekday is written with 本 or 这.
  private func isThisWeek(_ start: Int) -> Bool { isChinese && atoms[start].length == 3 }

  func holiday(at start: Int, memory: DateMemory) -> DateFound? {
    let code = Int(sense(start).code)
    return memory.resolve(month: code / 100, day: code % 100, ahead: .no).map {
      DateFound(date: $0, end: after(start))
    }
  }

  /// "two years ago", "a month earlier", "three days later", 一个月前, 两天后.
  func shifted(at start: Int, memory: DateMemory) -> DateFound? {
    guard let figure = figure(at: start), !figure.isVague, figure.value < 100 else { return nil }
    let position = figure.end
    guard continues(position), let unit = shiftUnit(at: position) else { return nil }
    let next = after(position)
    guard continues(next), has(next, .later), !isBeforeNoun(next) else { return nil }
    let isAgo = isWord(next, Self.ago) || isChinese && sense(next).value < 0
    let amount = Int(figure.value) * Int(sense(next).value)
    let date: PartialDate? =
      switch unit {
      case .days:
        isAgo && !isChinese
          ? memory.moved(days: amount) : memory.movedFromLast(days: amount)
      case .weeks:
        month(isAgo ? memory.moved(days: 7 * amount) : memory.movedFromLast(days: 7 * amount))
      case .months: isAgo ? memory.moved(months: amount) : memory.movedFromLast(months: amount)
      case .years:
        isAgo
          ? memory.moved(years: amount)
          : memory.latest.flatMap { PartialDate(year: $0.year + amount) }
      }
    return date.map { DateFound(date: $0, end: after(next)) }
  }

  /// "eleven days before its order" shifts a date that is not known.
  private func isBeforeNoun(_ index: Int) -> Bool {
    guard Self.prepositions.contains(atoms[index].word), continues(index + 1) else { return false }
    return atoms[index + 1].kind != .mark
  }

  private static let prepositions = WordSet(
    ["before", "after"].map { foldedHash($0.utf8) })

  private func month(_ date: PartialDate?) -> PartialDate? {
    date.flatMap { PartialDate(year: $0.year, month: $0.month) }
  }

  private enum ShiftUnit { case days, weeks, months, years }

  private static let ago = foldedHash("ago".utf8)
  private static let dayWords = WordSet(
    ["day", "days", "天", "日"].map { foldedHash($0.utf8) })

  private func shiftUnit(at index: Int) -> ShiftUnit? {
    if Self.dayWords.contains(atoms[index].word) { return .days }
    if has(index, .weekWord) { return .weeks }
    guard has(index, .year) else { return nil }
    return sense(index).value == 1 ? .years : sense(index).value < 1 ? .months : nil
  }
}
