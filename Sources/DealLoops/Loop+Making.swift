import DealFlow
import DealModel

extension Loop {
  /// The loop of a cycle of parties.
  init(_ cycle: [Int32], _ flows: FlowGraph, _ graph: DealGraph, window: Int?) {
    var hops: [Loop.Hop] = []
    var certainty = 1.0
    var dates: [[PartialDate?]] = []
    for (index, payer) in cycle.enumerated() {
      let payee = cycle[(index + 1) % cycle.count]
      guard let flow = flows.flow(from: payer, to: payee) else { continue }
      certainty *= flow.certainty
      dates.append(flow.deals.map { graph.deals[Int($0)].date })
      hops.append(
        Loop.Hop(
          payer: flows.parties[Int(payer)], payee: flows.parties[Int(payee)], usd: flow.usd,
          isKnown: flow.isKnown, deals: flow.deals.map { graph.deals[Int($0)].key }))
    }
    let known = hops.filter { $0.usd > 0 }.map(\.usd)
    let bottleneck = known.min()
    let gross = known.reduce(0, +)
    let weakest = hops.firstIndex { $0.usd == bottleneck } ?? 0
    self.init(
      parties: hops.map(\.payer), hops: hops, bottleneck: bottleneck, gross: gross,
      tightness: bottleneck.map {
        known.count == hops.count ? $0 * Double(hops.count) / gross : nil
      } ?? nil, certainty: certainty, isCausal: Self.isCausal(dates, window ?? .max),
      since: dates.joined().compactMap { $0 }.min(),
      until: dates.joined().compactMap { $0 }.max(), weakest: weakest)
  }

  private static func isCausal(_ dates: [[PartialDate?]], _ window: Int) -> Bool? {
    let days = dates.map { $0.compactMap { $0?.firstDay } }
    if CausalOrder.count(days, window: window) > 0 { return true }
    return zip(days, dates).allSatisfy { $0.count == $1.count } ? false : nil
  }
}
