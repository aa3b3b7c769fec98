public import DealModel

/// How deals are put into words: short on an arrow, whole for a reader.
public enum DealWording {
  /// A deal as a newspaper would tell it: `Nvidia invests up to $100 billion in OpenAI, agreed,
  /// 2025-09-22`.
  public static func sentence(_ deal: Deal, payer: String, payee: String) -> String {
    let tail = [deal.status.rawValue, deal.date?.description].compactMap { $0 }
    return ([clause(deal, payer, payee)] + tail).joined(separator: ", ")
  }

  private static func clause(_ deal: Deal, _ payer: String, _ payee: String) -> String {
    let sum = deal.amount.map(words)
    let price = (sum.map { " for \($0)" } ?? "") + term(deal)
    let goods = deal.capacity.map(words)
    switch deal.kind {
    case .investment:
      let stake = deal.stake.map { " for \(Figures.plain($0))%" } ?? ""
      return "\(payer) invests \(sum.map { "\($0) " } ?? "")in \(payee)\(stake)"
    case .acquisition: return "\(payer) buys \(payee)\(price)"
    case .loan: return "\(payer) lends \(sum.map { "\($0) " } ?? "")to \(payee)\(term(deal))"
    case .purchase: return "\(payer) buys \(goods ?? "goods") from \(payee)\(price)"
    case .compute:
      return "\(payer) buys \(goods.map { "\($0) of " } ?? "")computing from \(payee)\(price)"
    case .lease:
      return "\(payer) rents \(goods.map { "\($0) of " } ?? "")property from \(payee)\(price)"
    case .licence: return "\(payer) licenses technology from \(payee)\(price)"
    case .equityGrant:
      let shares = goods ?? deal.stake.map { "\(Figures.plain($0))% of its equity" } ?? "shares"
      return "\(payer) grants \(shares) to \(payee)\(sum.map { ", worth \($0)" } ?? "")"
    case .guarantee:
      return "\(payer) backs \(sum.map { "\($0) of " } ?? "")obligations of \(payee)"
    case .grant: return "\(payer) grants \(sum.map { "\($0) " } ?? "")to \(payee)"
    case .revenueShare: return "\(payer) shares revenue with \(payee)\(sum.map { ", \($0)" } ?? "")"
    case .partnership: return "\(payer) and \(payee) are partners"
    default: return "\(payer) pays \(payee)\(price), \(deal.kind.rawValue)"
    }
  }

  private static func term(_ deal: Deal) -> String {
    deal.years.map { " over \(Figures.plain($0)) year\($0 == 1 ? "" : "s")" } ?? ""
  }

  /// A sum in words: `up to $100 billion`, `€5 billion (about $5.4 billion)`.
  public static func words(_ amount: Amount) -> String {
    func money(_ value: Double, _ currency: Currency) -> String {
      Figures.symbol(currency) + Figures.long(value)
    }
    if let low = amount.low {
      return "\(money(low, amount.currency)) to \(money(amount.value, amount.currency))"
    }
    let dollars =
      amount.currency == .usd
      ? "" : amount.usd.map { " (about \(money($0, .usd)))" } ?? ""
    return bound(amount.bound) + money(amount.value, amount.currency) + dollars
      + (amount.scope == .joint ? " jointly" : "")
  }

  private static func words(_ capacity: Capacity) -> String {
    bound(capacity.bound) + Figures.long(capacity.value) + " " + Figures.unit(capacity)
  }

  private static func bound(_ bound: Bound) -> String {
    switch bound {
    case .upTo: "up to "
    case .atLeast: "at least "
    case .about: "about "
    default: ""
    }
  }

  /// What is stated, short: `≤$100B`, `$300B / 5 y`, `6 GW`, `160M shares`; empty when nothing is.
  static func figures(_ deal: Deal) -> String {
    let years = deal.years.map { " / \(Figures.plain($0)) y" } ?? ""
    if let amount = deal.amount {
      let low = amount.low.map { Figures.symbol(amount.currency) + Figures.short($0) + "–" }
      let joint = amount.scope == .joint ? " joint" : ""
      return (low ?? mark(amount.bound) + Figures.symbol(amount.currency))
        + Figures.short(amount.value) + years + joint
    }
    return quantity(deal) ?? ""
  }

  /// The quantity or the stake that a deal states.
  static func quantity(_ deal: Deal) -> String? {
    if let capacity = deal.capacity {
      return mark(capacity.bound) + Figures.short(capacity.value) + " " + Figures.unit(capacity)
    }
    return deal.stake.map { Figures.plain($0) + "%" }
  }

  /// The sum of several deals: `3 deals, $46B`; `≤` where a sum is an upper end, `+` where one is
  /// unknown.
  static func figures(_ deals: [Deal]) -> String {
    guard deals.count != 1 else { return figures(deals[0]) }
    let amounts = deals.compactMap(\.amount)
    guard let first = amounts.first else { return "\(deals.count) deals" }
    let isOneCurrency = amounts.allSatisfy { $0.currency == first.currency }
    let values = amounts.compactMap { isOneCurrency ? $0.value : $0.usd }
    guard !values.isEmpty else { return "\(deals.count) deals" }
    let prefix =
      (isOneCurrency ? "" : "≈") + (amounts.contains { $0.bound == .upTo } ? "≤" : "")
    let suffix = values.count < deals.count ? "+" : ""
    return "\(deals.count) deals, " + prefix
      + Figures.symbol(isOneCurrency ? first.currency : .usd)
      + Figures.short(values.reduce(0, +)) + suffix
  }

  private static func mark(_ bound: Bound) -> String {
    switch bound {
    case .upTo: "≤"
    case .atLeast: "≥"
    case .about: "~"
    default: ""
    }
  }

  /// A kind in words.
  public static func word(_ kind: DealKind) -> String {
    switch kind {
    case .equityGrant: "shares granted"
    case .revenueShare: "revenue share"
    default: kind.rawValue
    }
  }

  /// What comes back for the money, in words.
  static func goods(_ deal: Deal) -> String {
    let word = (deal.returns ?? Returns(of: deal.kind)).rawValue
    return word == "none" ? "nothing" : word
  }
}

/// Figures as pictures write them.
enum Figures {
  static func symbol(_ currency: Currency) -> String {
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

  static func short(_ value: Double) -> String {
    scaled(value, [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")])
  }

  static func long(_ value: Double) -> String {
    scaled(value, [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")])
  }

  static func unit(_ capacity: Capacity) -> String {
    let isPlural = capacity.value != 1 && !["GW", "MW"].contains(capacity.unit)
    return capacity.unit + (isPlural ? "s" : "")
  }

  /// A number without a fraction that is none.
  static func plain(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? value.description
  }

  /// A coordinate or width with two decimals at most.
  static func coordinate(_ value: Double) -> String { plain((value * 100).rounded() / 100) }

  private static func scaled(_ value: Double, _ units: [(Double, String)]) -> String {
    for (unit, word) in units where value.magnitude >= unit {
      let scaled = value / unit
      let step = scaled.magnitude >= 100 ? 1.0 : scaled.magnitude >= 10 ? 10 : 100
      return plain((scaled * step).rounded() / step) + word
    }
    return plain((value * 100).rounded() / 100)
  }
}
