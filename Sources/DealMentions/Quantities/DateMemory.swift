import DealModel

/// What a text has said of dates so far, to which bare months, weekdays and days are resolved.
struct DateMemory {
  /// Whether the words around a date say that it is yet to come.
  enum Ahead { case no, perhaps, surely }

  /// The date of the article.
  let article: PartialDate?
  /// The last date with a day that the text gave.
  private(set) var last: PartialDate?
  /// The year that the sentence named last.
  private(set) var sentenceYear: Int?
  /// The last date with a day.
  private var lastDay: PartialDate?
  /// Whether the sentence named the last date with a day.
  private var lastInSentence = false
  /// The last date of any kind.
  private(set) var latest: PartialDate?
  /// The year that an article without a date is about, as far as the text has said.
  private var year: Int?

  init(article: PartialDate?, year: Int? = nil) {
    self.article = article
    self.year = year
  }

  /// The same at the beginning of another sentence.
  func inNextSentence() -> DateMemory {
    var memory = self
    memory.sentenceYear = nil
    memory.lastInSentence = false
    return memory
  }

  /// Takes note of a date that was read.
  mutating func note(_ date: PartialDate, isExplicit: Bool) {
    if date.month != nil { last = date }
    if date.day != nil { (lastDay, lastInSentence) = (date, true) }
    latest = date
    guard isExplicit else { return }
    guard date.month != nil, date.year < 2030 else { return }
    sentenceYear = date.year
    year = date.year
  }

  /// A month, perhaps with its day, in the latest year in which it is past.
  func resolve(month: Int, day: Int?, ahead: Ahead) -> PartialDate? {
    if let sentenceYear { return PartialDate(year: sentenceYear, month: month, day: day) }
    guard let article else {
      return year.flatMap { PartialDate(year: $0, month: month, day: day) }
    }
    let isLater = article.month.map { later(month, day, than: $0, article.day) } ?? false
    var year = article.year
    if isLater, ahead == .no { year -= 1 }
    if !isLater, ahead == .surely, let now = article.month, month < now { year += 1 }
    return PartialDate(year: year, month: month, day: day)
  }

  private func later(_ month: Int, _ day: Int?, than other: Int, _ otherDay: Int?) -> Bool {
    guard month == other, let day, let otherDay else { return month > other }
    // A day or two ahead of the date line is the same year's all the same.
    return day > otherDay + 7
  }

  /// A day of the article's month, or of the month before where it lies ahead.
  func resolve(day: Int) -> PartialDate? {
    guard let article, let month = article.month else {
      return last.flatMap { PartialDate(year: $0.year, month: $0.month, day: day) }
    }
    if let last, last.month != month, last.day.map({ $0 < day }) ?? false,
      lastDay == last, lastInSentence
    {
      return PartialDate(year: last.year, month: last.month, day: day)
    }
    if let articleDay = article.day, day > articleDay + 1, let last, last.month != month {
      return PartialDate(year: last.year, month: last.month, day: day)
    }
    if let articleDay = article.day, day > articleDay + 1 {
      let previous = month == 1 ? (article.year - 1, 12) : (article.year, month - 1)
      return PartialDate(year: previous.0, month: previous.1, day: day)
    }
    return PartialDate(year: article.year, month: month, day: day)
  }

  /// The article's date moved by days.
  func moved(days: Int) -> PartialDate? { Self.moved(article, days: days) }

  /// The last date moved by days; of the article where the text gave none.
  func movedFromLast(days: Int) -> PartialDate? {
    Self.moved(lastDay ?? article, days: days)
  }

  private static func moved(_ date: PartialDate?, days: Int) -> PartialDate? {
    guard let date, let month = date.month, let day = date.day else { return nil }
    return PartialDate.civil(
      dayNumber: PartialDate.dayNumber(year: date.year, month: month, day: day) + days)
  }

  /// The month that lies `months` from the article's.
  func moved(months: Int) -> PartialDate? { Self.moved(article, months: months) }

  /// The month that lies `months` from the last date's.
  func movedFromLast(months: Int) -> PartialDate? { Self.moved(last ?? article, months: months) }

  private static func moved(_ date: PartialDate?, months: Int) -> PartialDate? {
    guard let date, let month = date.month else { return nil }
    let index = date.year * 12 + month - 1 + months
    return PartialDate(year: index / 12, month: index % 12 + 1)
  }

  /// The year that lies `years` from the article's.
  func moved(years: Int) -> PartialDate? {
    article.flatMap { PartialDate(year: $0.year + years) }
  }

  /// The day of a weekday, Monday being 0: the latest one, or of last or next week.
  func resolve(weekday: Int, week: Int?, isStrict: Bool) -> PartialDate? {
    guard let article, let month = article.month, let day = article.day else { return nil }
    let number = PartialDate.dayNumber(year: article.year, month: month, day: day)
    let today = (number + 3) % 7
    if let week { return PartialDate.civil(dayNumber: number - today + weekday + 7 * week) }
    var back = (today - weekday + 7) % 7
    if back == 0, isStrict { back = 7 }
    return PartialDate.civil(dayNumber: number - back)
  }
}
