package import DealModel

/// How deals are put into few words, as arrows carry them.
package enum DealWording {
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
  package static func word(_ kind: DealKind) -> String {
    switch kind {
    case .equityGrant: "shares granted"
    case .revenueShare: "revenue share"
    default: kind.rawValue
    }
  }

  /// What comes back for the money, in words.
  static func goods(_ deal: Deal) -> String {
    if deal.kind == .partnership { return word(deal.kind) }
    let word = (deal.returns ?? Returns(of: deal.kind)).rawValue
    return word == "none" ? "nothing in return" : word
  }
}
