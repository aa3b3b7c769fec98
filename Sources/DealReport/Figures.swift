import DealModel

/// Figures as the page writes them.
enum Figures {
  /// A number in millions, billions and trillions: `22.4 billion`.
  static func long(_ value: Double) -> String {
    for (unit, word) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")]
    where value.magnitude >= unit {
      return plain((value / unit * 100).rounded() / 100) + word
    }
    return plain((value * 100).rounded() / 100)
  }

  /// A number without a fraction that is none.
  static func plain(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? value.description
  }

  /// What stands before a sum of a currency.
  static func symbol(_ currency: Currency) -> String {
    switch currency.rawValue {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    default: currency.rawValue + " "
    }
  }

  /// A bound before its figure, with a space.
  static func bound(_ bound: Bound) -> String {
    switch bound {
    case .upTo: "up to "
    case .atLeast: "at least "
    case .about: "about "
    default: ""
    }
  }

  /// A count with its noun: `1 deal`, `3 deals`, `2 parties`.
  static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
