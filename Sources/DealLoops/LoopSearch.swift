import DealFlow
public import DealModel

/// What a search for loops found.
public struct LoopReport: Sendable {
  /// The loops, ranked.
  public var loops: [Loop]
  /// Whether every loop was met; false where the budget ended the search.
  public var isComplete: Bool
  /// How many loops were met.
  public var found: Int
}

/// By what loops are ranked; ties fall to the shorter loop, then to the parties' ids.
public enum LoopRank: String, Sendable, CaseIterable {
  /// The largest bottleneck first.
  case bottleneck
  /// The most certain first.
  case certainty
  /// The shortest first.
  case length
  /// The latest deal first.
  case date
}

/// Finds the loops of a deal graph: the elementary cycles over the money legs.
public struct LoopSearch: Sendable {
  /// The longest loop looked for, in hops.
  public var maximumLength = 12
  /// How many loops are met before the search ends.
  public var budget = 1_000_000
  /// Only loops through this party.
  public var party: String?
  /// The order of the loops.
  public var rank = LoopRank.bottleneck

  /// Makes a search with a budget of a million loops of up to twelve hops.
  public init() {}

  /// The loops of `graph`.
  ///
  /// - Complexity: That of ``ElementaryCycles``, and O(*c* log *c*) for ranking *c* loops.
  public func loops(in graph: DealGraph) -> LoopReport {
    let flows = FlowGraph(graph)
    var loops: [Loop] = []
    var found = 0
    let isComplete = ElementaryCycles(flows.digraph).forEach(limit: maximumLength) { cycle in
      if found == budget { return false }
      found += 1
      let loop = Self.loop(cycle, flows, graph)
      if party.map(loop.parties.contains) ?? true { loops.append(loop) }
      return true
    }
    let keys = loops.map { key($0, graph) }
    let order = loops.indices.sorted { left, right in
      if keys[left] != keys[right] { return keys[left] > keys[right] }
      if loops[left].hops.count != loops[right].hops.count {
        return loops[left].hops.count < loops[right].hops.count
      }
      return loops[left].parties.lexicographicallyPrecedes(loops[right].parties)
    }
    return LoopReport(loops: order.map { loops[$0] }, isComplete: isComplete, found: found)
  }

  private func key(_ loop: Loop, _ graph: DealGraph) -> Double {
    switch rank {
    case .bottleneck: loop.bottleneck ?? 0
    case .certainty: loop.certainty
    case .length: -Double(loop.hops.count)
    case .date: Double(Self.lastDay(loop, graph))
    }
  }

  private static func lastDay(_ loop: Loop, _ graph: DealGraph) -> Int {
    let keys = Set(loop.hops.flatMap(\.deals))
    return graph.deals.filter { keys.contains($0.key) }.compactMap { $0.date?.lastDay }.max()
      ?? .min
  }

  private static func loop(_ cycle: [Int32], _ flows: FlowGraph, _ graph: DealGraph) -> Loop {
    var hops: [Loop.Hop] = []
    var certainty = 1.0
    var dates: [Int?] = []
    for (index, payer) in cycle.enumerated() {
      let payee = cycle[(index + 1) % cycle.count]
      guard let flow = flows.flow(from: payer, to: payee) else { continue }
      certainty *= flow.certainty
      dates.append(flow.deals.compactMap { graph.deals[Int($0)].date?.firstDay }.min())
      hops.append(
        Loop.Hop(
          payer: flows.parties[Int(payer)], payee: flows.parties[Int(payee)], usd: flow.usd,
          isKnown: flow.isKnown, deals: flow.deals.map { graph.deals[Int($0)].key }))
    }
    let known = hops.filter { $0.usd > 0 }.map(\.usd)
    let bottleneck = known.min()
    let gross = known.reduce(0, +)
    let weakest = hops.firstIndex { $0.usd == bottleneck } ?? 0
    return Loop(
      parties: hops.map(\.payer), hops: hops, bottleneck: bottleneck, gross: gross,
      tightness: bottleneck.map {
        known.count == hops.count ? $0 * Double(hops.count) / gross : nil
      } ?? nil, certainty: certainty, isCausal: isCausal(dates), weakest: weakest)
  }

  /// Whether the dates rise all the way round but for one step; equal dates count as a fall.
  private static func isCausal(_ dates: [Int?]) -> Bool? {
    let known = dates.compactMap { $0 }
    guard known.count == dates.count else { return nil }
    let falls = known.indices.count { known[$0] >= known[($0 + 1) % known.count] }
    return falls == 1
  }
}
