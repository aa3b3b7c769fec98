package import DealModel

/// A deal in the words of a newspaper.
package struct DealTelling {
  private let deal: Deal
  private let payer: String
  private let payee: String

  /// Makes the telling of a deal between parties of these names.
  package init(_ deal: Deal, payer: String, payee: String) {
    self.deal = deal
    self.payer = payer
    self.payee = payee
  }

  /// What is agreed upon, with status and date after it: `Nvidia invests up to $100 billion in OpenAI,
  /// planned, 2025-09-22`.
  package var statement: String {
    let dollars = converted.map { "(\($0))" }
    let clause = ["\(payer) \(Verb(deal.kind).present) \(object)", dollars].compactMap { $0 }
    return ([clause.joined(separator: " "), deal.status.rawValue, deal.date?.description])
      .compactMap { $0 }.joined(separator: ", ")
  }

  /// What happens, the status being in the verb: `Nvidia plans to invest up to $100 billion in OpenAI`.
  package var sentence: String {
    let verb = Verb(deal.kind)
    switch deal.status {
    case .planned: return "\(payer) plans to \(verb.base) \(object)"
    case .talks: return "\(payer) is in talks to \(verb.base) \(object)"
    case .ended: return "\(payer) no longer \(verb.present) \(object)"
    default: return "\(payer) \(verb.present) \(object)"
    }
  }

  private var object: String {
    let money = sum.map { $0 + " " } ?? ""
    let price = (sum.map { " for \($0)" } ?? "") + term
    let quantity = capacity.map { "\($0) of " } ?? ""
    switch deal.kind {
    case .investment: return "\(money)in \(payee)\(stake)"
    case .acquisition: return "\(payee)\(price)"
    case .loan: return "\(sum ?? "money") to \(payee)\(term)"
    case .purchase: return "\(goods) from \(payee)\(price)"
    case .compute: return "\(quantity)computing capacity from \(payee)\(price)"
    case .lease: return "\(quantity)property from \(payee)\(price)"
    case .licence: return "technology from \(payee)\(price)"
    case .equityGrant:
      return "\(capacity ?? "shares") to \(payee)\(sum.map { ", worth \($0)" } ?? "")"
    case .guarantee: return "\(money.isEmpty ? "" : "\(money)of ")obligations of \(payee)\(term)"
    case .grant: return "\(sum ?? "support") to \(payee)\(term)"
    case .revenueShare: return "revenue with \(payee)\(sum.map { ", \($0)" } ?? "")"
    case .partnership: return "with \(payee)"
    default: return "\(payee)\(sum.map { " " + $0 } ?? "")\(term)"
    }
  }

  /// What is bought, counted where it is: `6 GW of chips`, `400 GPUs`, `goods`.
  private var goods: String {
    let word = (deal.returns ?? Returns(of: deal.kind)).rawValue
    guard let unit = deal.capacity?.unit, let capacity else {
      return word == "none" ? "goods" : word
    }
    return ["GW", "MW"].contains(unit) ? "\(capacity) of \(word)" : capacity
  }

  private var term: String {
    deal.years.map { " over \(Figures.plain($0)) year\($0 == 1 ? "" : "s")" } ?? ""
  }

  private var stake: String { deal.stake.map { ", a stake of \(Figures.plain($0))%" } ?? "" }

  /// The sum as the article bounds it: `up to $100 billion`.
  package var sum: String? {
    guard let amount = deal.amount else { return nil }
    let symbol = Figures.symbol(amount.currency)
    let joint = amount.scope == .joint ? " together with others" : ""
    if let low = amount.low {
      return "\(symbol)\(Figures.long(low)) to \(symbol)\(Figures.long(amount.value))\(joint)"
    }
    return Self.bound(amount.bound) + symbol + Figures.long(amount.value) + joint
  }

  /// The sum in US dollars where it was stated in another currency.
  package var converted: String? {
    guard let amount = deal.amount, amount.currency != .usd, let usd = amount.usd else {
      return nil
    }
    return "≈ $" + Figures.long(usd)
  }

  /// The quantity bought other than money: `at least 10 GW`.
  package var capacity: String? {
    deal.capacity.map {
      Self.bound($0.bound) + Figures.long($0.value) + " " + Figures.unit($0)
    }
  }

  private static func bound(_ bound: Bound) -> String {
    switch bound {
    case .upTo: "up to "
    case .atLeast: "at least "
    case .about: "about "
    default: ""
    }
  }
}

/// What a payer does in a deal of a kind.
private struct Verb {
  let base: String
  let present: String

  init(_ kind: DealKind) {
    (base, present) =
      switch kind {
      case .investment: ("invest", "invests")
      case .acquisition, .purchase, .compute: ("buy", "buys")
      case .loan: ("lend", "lends")
      case .lease: ("rent", "rents")
      case .licence: ("license", "licenses")
      case .equityGrant, .grant: ("grant", "grants")
      case .guarantee: ("back", "backs")
      case .revenueShare: ("share", "shares")
      case .partnership: ("work together", "works together")
      default: ("pay", "pays")
      }
  }
}
