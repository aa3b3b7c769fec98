import DealModel

extension DealGraph {
  /// The deals with these keys and the parties they join.
  func part(deals keys: Set<String>) -> DealGraph {
    var result = self
    result.deals = deals.filter { keys.contains($0.key) }
    let used = Set(result.deals.flatMap { [$0.payer, $0.payee] })
    result.parties = parties.filter { used.contains($0.id) }
    return result
  }

  /// All deals among the parties that are at most `hops` deals away from `centres`.
  func neighbourhood(of centres: [String], hops: Int) -> DealGraph {
    var near = Set(centres)
    for _ in 0..<max(0, min(hops, parties.count)) {
      let reached = deals.filter { near.contains($0.payer) || near.contains($0.payee) }
      near.formUnion(reached.flatMap { [$0.payer, $0.payee] })
    }
    return part(
      deals: Set(
        deals.filter { near.contains($0.payer) && near.contains($0.payee) }.map(\.key)))
  }
}
