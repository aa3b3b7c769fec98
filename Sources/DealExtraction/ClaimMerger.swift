import DealMentions
import DealModel

/// Joins the claims of one article that tell the same deal.
///
/// Claims of one payer, payee and kind are one deal unless they state sums, capacities or shares that
/// contradict each other; claims of kinds that are often told in each other's words are one deal when
/// nothing tells them apart.
struct ClaimMerger {
  /// The claims of each deal, the best first; deals in the order of their first claim.
  static func merged(_ claims: [Claim]) -> [[Claim]] {
    var deals: [[Claim]] = []
    /// The deals of each payer and payee, in their order.
    var homes: [[Int]: [Int]] = [:]
    let order = claims.indices.sorted { (-claims[$0].score, $0) < (-claims[$1].score, $1) }
    for index in order {
      let claim = claims[index]
      let pair = [claim.payer, claim.payee]
      let home = homes[pair]?.first { deals[$0].allSatisfy { same($0, claim) } }
      if let home {
        deals[home].append(claim)
      } else {
        homes[pair, default: []].append(deals.count)
        deals.append([claim])
      }
    }
    return deals.sorted { first($0) < first($1) }
  }

  private static func first(_ deal: [Claim]) -> (Int, Int, Int, Int) {
    let claim = deal.min { ($0.sentence, $0.payer, $0.payee) < ($1.sentence, $1.payer, $1.payee) }
    guard let claim else { return (0, 0, 0, 0) }
    return (claim.sentence, claim.payer, claim.payee, -Int(deal[0].score))
  }

  private static func same(_ one: Claim, _ other: Claim) -> Bool {
    guard one.payer == other.payer, one.payee == other.payee else { return false }
    guard
      one.kind == other.kind || one.sum == nil || other.sum == nil || related(one.kind, other.kind)
    else { return false }
    // A share of equity and a purchase are two deals, whatever else is not known of them.
    if one.hasShare && !equity.contains(other.kind) || other.hasShare && !equity.contains(one.kind)
    {
      return false
    }
    return agree(one.ownSum, other.ownSum) && agree(one.capacity, other.capacity)
      && agree(one.stake, other.stake)
  }

  /// Whether two kinds are often told in each other's words.
  private static func related(_ one: DealKind, _ other: DealKind) -> Bool {
    families.contains { $0.contains(one) && $0.contains(other) }
  }

  private static let equity: Set<DealKind> = [.investment, .acquisition, .equityGrant]
  private static let families: [Set<DealKind>] = [
    [.purchase, .compute, .lease, .licence], equity, [.loan, .guarantee],
  ]

  private static func agree(_ one: Quantity?, _ other: Quantity?) -> Bool {
    guard let one, let other else { return true }
    switch (one.value, other.value) {
    case (.money(let a, _, let currency, _), .money(let b, _, let otherCurrency, _)):
      return currency == otherCurrency && abs(a - b) <= 0.05 * max(a, b)
    case (.capacity(let a, let unit, _), .capacity(let b, let otherUnit, _)):
      return unit != otherUnit || abs(a - b) <= 0.05 * max(a, b)
    case (.stake(let a, _), .stake(let b, _)):
      return abs(a - b) <= 0.05 * max(a, b)
    default: return true
    }
  }
}
