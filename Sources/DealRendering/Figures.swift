package import DealModel

/// Figures as pictures and pages write them.
package enum Figures {
  /// What stands before a sum of a currency.
  package static func symbol(_ currency: Currency) -> String {
    switch currency.rawValue {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    case "JPY": "JP¥"
    case "CNY": "CN¥"
    case "KRW": "₩"
    default: currency.rawValue + " "
    }
  }

  /// A number with a letter for its unit: `22.4B`.
  package static func short(_ value: Double) -> String {
    for (unit, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")]
    where value.magnitude >= unit {
      let scaled = value / unit
      let step = scaled.magnitude >= 100 ? 1.0 : scaled.magnitude >= 10 ? 10 : 100
      return plain((scaled * step).rounded() / step) + letter
    }
    return plain((value * 100).rounded() / 100)
  }

  /// A number with a word for its unit: `22.4 billion`.
  package static func long(_ value: Double) -> String {
    for (unit, word) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
    where value.magnitude >= unit {
      return coordinate(value / unit) + word
    }
    return coordinate(value)
  }

  /// The unit of a capacity, with an `s` where it takes one.
  static func unit(_ capacity: Capacity) -> String {
    let isPlural = capacity.value != 1 && !["GW", "MW"].contains(capacity.unit)
    return capacity.unit + (isPlural ? "s" : "")
  }

  /// A number without a fraction that is none.
  package static func plain(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? value.description
  }

  /// A count with its noun: `1 deal`, `3 deals`, `2 parties`.
  package static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  /// A date as an English newspaper prints it: `22 September 2025`.
  package static func words(_ date: PartialDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let month = date.month.map { months[$0 - 1] + " " } ?? ""
    return (date.day.map { "\($0) " } ?? "") + month + String(date.year)
  }

  /// A number with two decimals at most.
  static func coordinate(_ value: Double) -> String { plain((value * 100).rounded() / 100) }
}
