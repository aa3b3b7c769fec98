import DealModel

/// A deal in the words of a newspaper.
struct Telling {
  private let deal: Deal
  private let payer: String
  private let payee: String

  init(_ deal: Deal, names: [String: String]) {
    self.deal = deal
    payer = names[deal.payer] ?? deal.payer
    payee = names[deal.payee] ?? deal.payee
  }

  /// `Nvidia invests up to $100 billion in OpenAI`.
  var sentence: String {
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
  var sum: String? {
    guard let amount = deal.amount else { return nil }
    let symbol = Figures.symbol(amount.currency)
    let joint = amount.scope == .joint ? " together with others" : ""
    if let low = amount.low {
      return "\(symbol)\(Figures.long(low)) to \(symbol)\(Figures.long(amount.value))\(joint)"
    }
    return Figures.bound(amount.bound) + symbol + Figures.long(amount.value) + joint
  }

  /// The sum in US dollars where it was stated in another currency.
  var converted: String? {
    guard let amount = deal.amount, amount.currency != .usd, let usd = amount.usd else {
      return nil
    }
    return "≈ $" + Figures.long(usd)
  }

  /// The quantity bought other than money: `at least 10 GW`.
  var capacity: String? {
    deal.capacity.map { capacity in
      let isPlural = capacity.value != 1 && !["GW", "MW"].contains(capacity.unit)
      return Figures.bound(capacity.bound) + Figures.long(capacity.value) + " " + capacity.unit
        + (isPlural ? "s" : "")
    }
  }

  /// The kind in words.
  static func word(_ kind: DealKind) -> String {
    switch kind {
    case .equityGrant: "shares granted"
    case .revenueShare: "revenue share"
    default: kind.rawValue
    }
  }

  /// A date as an English newspaper prints it: `22 September 2025`.
  static func words(_ date: PartialDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let month = date.month.map { months[$0 - 1] + " " } ?? ""
    return (date.day.map { "\($0) " } ?? "") + month + String(date.year)
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
