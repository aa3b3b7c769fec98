/// A date of which the month and the day may be unknown.
public struct PartialDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int?
  /// The day of the month, 1…31; known only with the month.
  public let day: Int?

  /// Makes a date; nil when a part is out of its range.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map((1...12).contains) ?? (day == nil) else {
      return nil
    }
    if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601).
  public init?(_ text: some StringProtocol) {
    var numbers: (Int, Int, Int) = (0, 0, 0)
    var count = 0
    for byte in text.utf8 {
      if count == 4 || count == 7 {
        guard byte == 0x2D else { return nil }
      } else {
        guard (0x30...0x39).contains(byte), count < 10 else { return nil }
        let digit = Int(byte) - 0x30
        switch count {
        case 0..<4: numbers.0 = numbers.0 * 10 + digit
        case 5..<7: numbers.1 = numbers.1 * 10 + digit
        default: numbers.2 = numbers.2 * 10 + digit
        }
      }
      count += 1
    }
    guard count == 4 || count == 7 || count == 10 else { return nil }
    self.init(
      year: numbers.0, month: count > 4 ? numbers.1 : nil, day: count > 7 ? numbers.2 : nil)
  }

  /// The ISO 8601 form with the parts that are known.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// Orders by year, month and day; an unknown part sorts before a known one.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  /// The first day the date can mean, as days since 1970-01-01 (proleptic Gregorian calendar).
  public var firstDay: Int { Self.dayNumber(year: year, month: month ?? 1, day: day ?? 1) }

  /// The last day the date can mean, as days since 1970-01-01.
  public var lastDay: Int {
    let lastMonth = month ?? 12
    return Self.dayNumber(
      year: year, month: lastMonth, day: day ?? Self.days(in: lastMonth, of: year))
  }

  /// The number of days of a month.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a civil date (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  public static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The civil date of a number of days since 1970-01-01.
  public static func civil(dayNumber: Int) -> PartialDate? {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex + (monthIndex < 10 ? 3 : -9)
    return PartialDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }
}
