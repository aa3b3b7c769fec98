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
  /// All loops of up to this many hops were met, even where the budget ended the search.
  public var completeLength: Int
}

/// By what loops are ranked; ties fall to the shorter loop, then to the parties' ids.
public enum LoopRank: String, Sendable, CaseIterable {
  /// The largest bottleneck first; loops with a hop of unknown size come after those without.
  case bottleneck
  /// What can go round the loop alone first: the bottleneck times the number of hops.
  case circulation
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

  /// How many loops are given back, the first in rank; all without a limit.
  public var limit: Int?
  /// How many steps the search takes before it ends: the same on every machine.
  public var maximumSteps = 200_000_000
  /// How long the search goes on; with a limit the same input may give different loops.
  public var timeLimit: Duration?

  /// The loops of `graph`.
  ///
  /// - Complexity: That of ``ElementaryCycles``, and O(*c* log *c*) for ranking *c* loops, which take
  ///   a few bytes each; only the loops given back are made.
  public func loops(in graph: DealGraph) -> LoopReport {
    let flows = FlowGraph(graph)
    var query = CycleQuery(maximumLength: maximumLength)
    if let party {
      guard let node = flows.parties.firstIndex(of: party) else {
        return LoopReport(loops: [], isComplete: true, found: 0, completeLength: maximumLength)
      }
      query.node = Int32(node)
    }
    query.maximumCount = budget
    query.maximumSteps = maximumSteps
    query.timeLimit = timeLimit
    let cycles = FoundCycles(flows.digraph, query)
    let loops = first(cycles, flows, graph).map { Self.loop($0, flows, graph) }
    return LoopReport(
      loops: loops, isComplete: cycles.isComplete, found: cycles.count,
      completeLength: cycles.completeLength)
  }

  /// The cycles that come first in rank, in order.
  private func first(_ list: FoundCycles, _ flows: FlowGraph, _ graph: DealGraph) -> [[Int32]] {
    let values = arcValues(flows, graph)
    var keys: [Double] = []
    keys.reserveCapacity(list.count)
    list.forEach { cycle in
      keys.append(key(cycle, flows, values))
    }
    let limit = limit ?? list.count
    let least = limit < keys.count && limit > 0 ? keys.sorted(by: >)[limit - 1] : -.infinity
    var kept: [(key: Double, cycle: [Int32])] = []
    var place = 0
    list.forEach { cycle in
      if keys[place] >= least { kept.append((keys[place], cycle)) }
      place += 1
    }
    kept.sort { left, right in
      if left.key != right.key { return left.key > right.key }
      if left.cycle.count != right.cycle.count { return left.cycle.count < right.cycle.count }
      return left.cycle.lexicographicallyPrecedes(right.cycle)
    }
    return kept.prefix(max(limit, 0)).map(\.cycle)
  }

  /// What each flow says for the rank.
  private func arcValues(_ flows: FlowGraph, _ graph: DealGraph) -> [Double] {
    flows.flows.map { flow in
      switch rank {
      case .bottleneck, .circulation: flow.usd > 0 ? flow.usd : .infinity
      case .certainty: flow.certainty
      case .length: 0
      case .date:
        Double(flow.deals.compactMap { graph.deals[Int($0)].date?.lastDay }.max() ?? Int(Int32.min))
      }
    }
  }

  /// What a cycle is ranked by, the greatest first; those with a hop of unknown size, for they may be
  /// narrower than the others, come after those without, below nought.
  private func key(_ cycle: [Int32], _ flows: FlowGraph, _ values: [Double]) -> Double {
    if rank == .length { return -Double(cycle.count) }
    var key = rank == .certainty ? 1 : rank == .date ? -Double.infinity : .infinity
    var isKnown = true
    for place in cycle.indices {
      let next = cycle[place + 1 == cycle.count ? 0 : place + 1]
      guard let arc = flows.digraph.arc(from: cycle[place], to: next) else { continue }
      switch rank {
      case .bottleneck, .circulation:
        key = min(key, values[arc])
        if values[arc] == .infinity { isKnown = false }
      case .certainty: key *= values[arc]
      case .date: key = max(key, values[arc])
      case .length: break
      }
    }
    guard rank == .bottleneck || rank == .circulation else { return key }
    let sum = key == .infinity ? 0 : rank == .circulation ? key * Double(cycle.count) : key
    return isKnown ? sum : -1 / (1 + sum)
  }

  private static func loop(_ cycle: [Int32], _ flows: FlowGraph, _ graph: DealGraph) -> Loop {
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
    return Loop(
      parties: hops.map(\.payer), hops: hops, bottleneck: bottleneck, gross: gross,
      tightness: bottleneck.map {
        known.count == hops.count ? $0 * Double(hops.count) / gross : nil
      } ?? nil, certainty: certainty, isCausal: isCausal(dates),
      since: dates.joined().compactMap { $0 }.min(),
      until: dates.joined().compactMap { $0 }.max(), weakest: weakest)
  }

  private static func isCausal(_ dates: [[PartialDate?]]) -> Bool? {
    let days = dates.map { $0.compactMap { $0?.firstDay } }
    if CausalOrder.count(days) > 0 { return true }
    return zip(days, dates).allSatisfy { $0.count == $1.count } ? false : nil
  }
}
