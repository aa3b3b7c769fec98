import DealModel
import DealText

extension QuantityReader {
  /// A date, the atom after it, and whether the text gave its year.
  struct DateFound {
    var date: PartialDate
    var end: Int
    var isExplicit = false
  }

  /// The date that starts at an atom.
  func date(at start: Int, memory: DateMemory) -> DateFound? {
    if isNumber(start) {
      return numericDate(at: start) ?? dayFirst(at: start) ?? dayAndMonth(at: start, memory: memory)
        ?? chineseDate(at: start, memory: memory) ?? shifted(at: start, memory: memory)
        ?? bareYear(at: start) ?? bareDay(at: start, memory: memory)
    }
    let roles = sense(start).roles
    if roles.contains(.month) {
      return monthDate(at: start, memory: memory)
    }
    if roles.contains(.weekday) { return weekday(at: start, memory: memory) }
    if roles.contains(.holiday) { return holiday(at: start, memory: memory) }
    if !roles.isDisjoint(with: [.hanDigit, .hanUnit]) {
      return chineseDate(at: start, memory: memory) ?? shifted(at: start, memory: memory)
    }
    if !roles.isDisjoint(with: [.number, .article]) { return shifted(at: start, memory: memory) }
    return relative(at: start, memory: memory)
  }

  /// 2025-08-13, 2025/8/13, 2025.08.13.
  private func numericDate(at start: Int) -> DateFound? {
    if let found = dottedDate(at: start) { return found }
    guard let year = year(at: start),
      isWord(start + 1, Sign.hyphen) || isWord(start + 1, Sign.slash),
      isGlued(start + 1), isGlued(start + 2), let month = integer(start + 2), month <= 12,
      atoms[start + 2].end - atoms[start + 2].start <= 2
    else { return nil }
    if isWord(start + 3, atoms[start + 1].word), isGlued(start + 3), isGlued(start + 4),
      let day = integer(start + 4), let date = PartialDate(year: year, month: month, day: day)
    {
      return DateFound(date: date, end: start + 5, isExplicit: true)
    }
    return nil
  }

  /// 22/9/2025 and 9/22/2025 where the day cannot be a month.
  private func dayFirst(at start: Int) -> DateFound? {
    guard let first = integer(start), first <= 31, isWord(start + 1, Sign.slash),
      let second = integer(start + 2), second <= 31, isWord(start + 3, Sign.slash),
      let year = year(at: start + 4), first > 12 || second > 12 || first == second,
      let date = PartialDate(year: year, month: min(first, second), day: max(first, second))
    else { return nil }
    return DateFound(date: date, end: start + 5, isExplicit: true)
  }

  /// "on the 15th".
  private func bareDay(at start: Int, memory: DateMemory) -> DateFound? {
    guard let (day, end) = day(at: start), end == start + 2, isWord(start - 1, Self.the),
      isWord(start - 2, Self.on), !has(end, [.stakeNoun, .year]), !isWord(end, Self.floor),
      !isWord(end, Self.anniversary), let date = memory.resolve(day: day)
    else { return nil }
    return DateFound(date: date, end: end)
  }

  private static let the = foldedHash("the".utf8)
  private static let on = foldedHash("on".utf8)
  private static let floor = foldedHash("floor".utf8)
  private static let anniversary = foldedHash("anniversary".utf8)

  private func dottedDate(at start: Int) -> DateFound? {
    let parts = bytes(start).split(separator: 0x2E)
    guard parts.count == 3, parts[0].count == 4 || parts[2].count == 4,
      parts.allSatisfy({ $0.count <= 4 && $0.allSatisfy { isDigit($0) } })
    else { return nil }
    var numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    if parts[0].count < 4 { numbers.reverse() }
    guard let date = PartialDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      return nil
    }
    return DateFound(date: date, end: start + 1, isExplicit: true)
  }

  /// A year in four digits.
  func year(at index: Int) -> Int? {
    guard let value = integer(index), (1900...2100).contains(value),
      atoms[index].end - atoms[index].start == 4
    else { return nil }
    return value
  }

  /// A day of a month, 1…31, with "st", "nd", "rd" or "th".
  private func day(at index: Int) -> (day: Int, end: Int)? {
    guard continues(index), let value = integer(index), (1...31).contains(value) else { return nil }
    let hasEnding = isGlued(index + 1) && Self.endings.contains(atoms[index + 1].word)
    return (value, index + (hasEnding ? 2 : 1))
  }

  private static let endings = WordSet(
    ["st", "nd", "rd", "th"].map { foldedHash($0.utf8) })

  /// "19 August 2025", "the 19th of August".
  private func dayAndMonth(at start: Int, memory: DateMemory) -> DateFound? {
    guard let value = integer(start), (1...31).contains(value) else { return nil }
    var position = start + 1
    if isGlued(position), Self.endings.contains(atoms[position].word) { position += 1 }
    if has(position, .of) { position += 1 }
    guard continues(position), has(position, .month), isCapital(position) else { return nil }
    return complete(
      month: Int(sense(position).code), day: value, at: start, end: after(position), memory)
  }

  private func isCapital(_ index: Int) -> Bool {
    atoms.indices.contains(index) && atoms[index].isCapital
  }

  /// "May 5, 2025", "Nov 3 (2025)", "October 2024", "in May".
  private func monthDate(at start: Int, memory: DateMemory) -> DateFound? {
    guard isCapital(start) else { return nil }
    let month = Int(sense(start).code)
    let end = after(start)
    if let (day, next) = day(at: end), !has(next, [.scale, .percent]) {
      return complete(month: month, day: day, at: start, end: next, memory)
    }
    let found = complete(month: month, day: nil, at: start, end: end, memory)
    if let found, found.isExplicit || found.end > end { return found }
    return isBareMonth(start) ? found : nil
  }

  private static let monthOpeners = WordSet(
    """
    in of since by until till last this next early late mid from to through and during for around \
    before after between end - month's , every each on or
    """.split(separator: " ").map { foldedHash($0.utf8) })
  private static let namesToo = WordSet(
    ["may", "march", "april", "june", "august", "jan", "mar", "apr", "jun", "dec", "sep"].map {
      foldedHash($0.utf8)
    })

  /// Whether a month's name without a day is meant as one.
  private func isBareMonth(_ start: Int) -> Bool {
    if !Self.namesToo.contains(atoms[start].word) { return true }
    return start > 0 && continues(start) && Self.monthOpeners.contains(atoms[start - 1].word)
      && !isWord(start - 1, Sign.comma)
  }

  /// Adds the year that follows a month, or resolves it without one.
  private func complete(
    month: Int, day: Int?, at start: Int, end: Int, _ memory: DateMemory
  ) -> DateFound? {
    if let (year, next) = followingYear(at: end, hasDay: day != nil),
      let date = PartialDate(year: year, month: month, day: day)
    {
      return DateFound(date: date, end: next, isExplicit: true)
    }
    if continues(end), has(end, .relativeYear) || has(start - 1, .relativeYear),
      let base = memory.moved(years: Int(sense(has(end, .relativeYear) ? end : start - 1).value)),
      let date = PartialDate(year: base.year, month: month, day: day)
    {
      return DateFound(date: date, end: has(end, .relativeYear) ? after(end) : end)
    }
    if let date = nextOrThis(month: month, day: day, before: start, memory) {
      return DateFound(date: date, end: end)
    }
    return memory.resolve(month: month, day: day, ahead: ahead(before: start)).map {
      DateFound(date: $0, end: end)
    }
  }

  /// "next May", "this July".
  private func nextOrThis(
    month: Int, day: Int?, before start: Int, _ memory: DateMemory
  ) -> PartialDate? {
    guard continues(start), let article = memory.article, let current = article.month else {
      return nil
    }
    if has(start - 1, .this), !isChinese {
      return PartialDate(year: article.year, month: month, day: day)
    }
    if has(start - 1, .next), !isChinese {
      return PartialDate(
        year: month > current ? article.year : article.year + 1, month: month, day: day)
    }
    if has(start - 1, .last), !isChinese {
      return PartialDate(
        year: month >= current ? article.year - 1 : article.year, month: month, day: day)
    }
    return nil
  }

  /// The year after a month or day: ", 2025", "(2025)", "of 2025", "2025".
  private func followingYear(at index: Int, hasDay: Bool) -> (Int, Int)? {
    var position = index
    guard continues(position) else { return nil }
    if isWord(position, Sign.open) {
      position += 1
      guard let year = year(at: position), isWord(position + 1, Sign.close) else { return nil }
      return (year, position + 2)
    }
    if isWord(position, Sign.comma) || has(position, .of) { position += 1 }
    if isWord(position, Sign.dot), isGlued(position) { position += 1 }
    if isWord(position, Sign.comma) { position += 1 }
    guard continues(position), let year = year(at: position) else { return nil }
    return has(position + 1, .unit) && !hasDay ? nil : (year, position + 1)
  }

  /// Whether the clause before a month looks ahead: "will", "due", "by", 将, 预计.
  func ahead(before start: Int) -> DateMemory.Ahead {
    for index in stride(from: start - 1, through: max(0, start - 7), by: -1) {
      guard continues(index + 1), atoms[index].kind != .mark else { return .no }
      if has(index, .ahead) { return sense(index).value > 0 ? .surely : .perhaps }
    }
    return .no
  }

  /// A year that stands alone.
  private func bareYear(at start: Int) -> DateFound? {
    guard !isChinese, let year = year(at: start), (1950...2060).contains(year),
      !has(start - 1, .currencyBefore),
      !isGlued(start) || isWord(start - 1, Sign.hyphen)
        || isWord(start - 1, Sign.open) || isWord(start - 1, Self.enDash)
        || isWord(start - 1, Sign.slash),
      !has(start + 1, [.unit, .percent, .scale, .currencyAfter]), !isGluedWord(start + 1),
      !isCount(start)
    else { return nil }
    return PartialDate(year: year).map { DateFound(date: $0, end: start + 1, isExplicit: true) }
  }

  /// "sold 2000 widgets" counts widgets.
  private func isCount(_ start: Int) -> Bool {
    let next = start + 1
    guard continues(next), atoms[next].kind == .word, !atoms[next].isCapital,
      bytes(next).last == 0x73, bytes(next).count > 3
    else { return false }
    return start == 0 || !continues(start) || !Self.yearOpeners.contains(atoms[start - 1].word)
  }

  private static let yearOpeners = WordSet(
    """
    in of since by until the its their his from to through during for before after late early mid and \
    fiscal full calendar financial year this that s - ( all both whole
    """.split { $0 == " " || $0 == "\n" }.map { foldedHash($0.utf8) })

  private static let enDash = foldedHash("–".utf8)

  private func isGluedWord(_ index: Int) -> Bool { isGlued(index) && atoms[index].kind == .word }
}
