import DealModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a deal is drawn.
struct EdgeStyle {
  let color: String
  let line: String
  let arrow: String
  let width: Double

  init(_ deal: Deal) {
    color = deal.status == .ended ? "#8A8F98" : Self.color(of: deal.kind)
    line =
      switch deal.status {
      case .planned: "dashed"
      case .talks, .ended: "dotted"
      default: "solid"
      }
    arrow = Self.arrow(of: deal.kind)
    width = Self.width(deal.amount?.usd)
  }

  /// 1 + 1.5 · log10(USD / 10⁸), between 1 and 8; 1 where no sum is known.
  static func width(_ usd: Double?) -> Double {
    guard let usd, usd > 0 else { return 1 }
    return min(8, max(1, 1 + 1.5 * log10(usd / 1e8)))
  }

  /// Colours that stay apart under the common colour blindnesses (Okabe and Ito 2008).
  private static func color(of kind: DealKind) -> String {
    switch kind {
    case .investment, .acquisition, .equityGrant: "#0072B2"
    case .purchase, .lease, .licence: "#D55E00"
    case .compute: "#009E73"
    case .loan, .guarantee, .grant, .revenueShare: "#CC79A7"
    default: "#8A8F98"
    }
  }

  private static func arrow(of kind: DealKind) -> String {
    switch kind {
    case .acquisition: "normalnormal"
    case .equityGrant: "empty"
    case .lease: "vee"
    case .licence: "diamond"
    case .guarantee: "tee"
    case .grant: "odiamond"
    case .revenueShare: "odot"
    case .partnership: "none"
    default: "normal"
    }
  }

  static func mark(of kind: DealKind) -> String {
    switch color(of: kind) {
    case "#0072B2": "blue"
    case "#D55E00": "orange"
    case "#009E73": "green"
    case "#CC79A7": "pink"
    default: "grey"
    }
  }

  static func word(of kind: DealKind) -> String {
    switch kind {
    case .equityGrant: "equity grant"
    case .revenueShare: "revenue share"
    default: kind.rawValue
    }
  }

  /// The kind and what is stated: `investment ≤$100B`, `compute $300B / 5 y`, `purchase 6 GW`.
  static func label(of deal: Deal) -> String {
    var parts = [word(of: deal.kind)]
    if let amount = deal.amount {
      let term = deal.years.map { " / \(number($0)) y" } ?? ""
      parts.append(bound(amount.bound) + symbol(amount.currency) + short(amount.value) + term)
    }
    if let capacity = deal.capacity {
      parts.append("\(bound(capacity.bound))\(short(capacity.value)) \(unit(capacity))")
    }
    if let stake = deal.stake { parts.append("\(number(stake))%") }
    return parts.joined(separator: " ")
  }

  private static func unit(_ capacity: Capacity) -> String {
    let isPlural = capacity.value != 1 && !["GW", "MW"].contains(capacity.unit)
    return capacity.unit + (isPlural ? "s" : "")
  }

  private static func bound(_ bound: Bound) -> String {
    switch bound {
    case .upTo: "≤"
    case .atLeast: "≥"
    case .about: "~"
    default: ""
    }
  }

  private static func symbol(_ currency: Currency) -> String {
    switch currency.rawValue {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    default: currency.rawValue + " "
    }
  }

  static func short(_ value: Double) -> String {
    for (unit, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")]
    where value.magnitude >= unit {
      return number((value / unit * 100).rounded() / 100) + letter
    }
    return number((value * 100).rounded() / 100)
  }

  static func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? value.description
  }
}
