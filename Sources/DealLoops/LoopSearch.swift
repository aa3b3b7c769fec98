public import DealFlow
public import DealModel

/// Finds the loops of a deal graph: the elementary cycles over the money legs.
public struct LoopSearch: Sendable {
  /// The longest loop looked for, in hops.
  public var maximumLength = 12
  /// How many loops are met before the search ends.
  public var budget = 1_000_000
  /// Only loops through this party.
  public var party: String?
  /// Only loops whose hops follow each other in time, a deal of each, the last at most this many days
  /// after the first; equal days are not in order, a date without a day counts as its first, and
  /// undated deals are in no order.
  public var window: Int?
  /// The order of the loops.
  public var rank = LoopRank.bottleneck
  /// How many loops are given back, the first in rank; all without a limit.
  public var limit: Int?
  /// How many steps the search takes before it ends: the same on every machine.
  public var maximumSteps = 200_000_000
  /// How long the search goes on; with a limit the same input may give different loops.
  public var timeLimit: Duration?

  /// The most loops that are looked for in rank where there are too many to be listed.
  public static let rankedLimit = 1000
  /// Where more loops than this are met and fewer are wanted, those are looked for in rank.
  private static let listedLimit = 50_000

  /// Makes a search with a budget of a million loops of up to twelve hops.
  public init() {}

  /// The loops of `graph`.
  ///
  /// With a ``limit`` of up to ``rankedLimit`` the first in rank are found whether or not the budget
  /// suffices for all of them (``BestCycles``).
  ///
  /// - Complexity: That of ``ElementaryCycles``, and O(*c* log *c*) for ranking *c* loops, which take
  ///   a few bytes each; only the loops given back are made.
  public func loops(in graph: DealGraph) -> LoopReport { loops(in: graph, FlowGraph(graph)) }

  /// The loops of `graph`, whose payments are `flows`.
  public func loops(in graph: DealGraph, _ flows: FlowGraph) -> LoopReport {
    var query = CycleQuery(maximumLength: maximumLength)
    if let party {
      guard let node = flows.parties.firstIndex(of: party) else {
        return LoopReport(
          loops: [], isComplete: true, found: 0, completeLength: maximumLength, isExact: true,
          window: window)
      }
      query.node = Int32(node)
    }
    query.maximumCount = budget
    query.maximumSteps = maximumSteps
    query.timeLimit = timeLimit
    if let window { return inTime(graph, flows, query, window) }
    return ranked(graph, flows, query) ?? listed(graph, flows, query)
  }

  /// The first in rank where too many are met for a list; nil where they are few, or too much alike.
  private func ranked(
    _ graph: DealGraph, _ flows: FlowGraph, _ query: CycleQuery
  ) -> LoopReport? {
    guard let limit, limit <= Self.rankedLimit, timeLimit == nil else { return nil }
    let met = Self.count(flows.digraph, query)
    guard !met.isComplete || met.count > Self.listedLimit else { return nil }
    let best = BestCycles(
      flows.digraph, values: rank.values(flows, graph), by: rank.measure,
      count: min(limit, met.count), query)
    guard best.isExact || limit == 0 else { return nil }
    return LoopReport(
      loops: best.cycles.map { Loop($0, flows, graph, window: nil) }, isComplete: met.isComplete,
      found: met.count, completeLength: met.isComplete ? maximumLength : 1, isExact: true,
      window: nil)
  }

  /// How many loops are met; where short ones alone, which are counted fastest, use the budget up, no
  /// more are counted.
  private static func count(_ graph: Digraph, _ query: CycleQuery) -> CycleCount {
    let cycles = ElementaryCycles(graph)
    var short = query
    short.maximumLength = min(query.maximumLength, 8)
    let met = cycles.count(short)
    let isEnough = met.count == query.maximumCount && !met.isComplete
    return isEnough || short.maximumLength == query.maximumLength ? met : cycles.count(query)
  }

  private func listed(
    _ graph: DealGraph, _ flows: FlowGraph, _ query: CycleQuery
  ) -> LoopReport {
    let cycles = FoundCycles(flows.digraph, query)
    let loops = first(cycles.count, flows, graph, cycles.forEach)
    return LoopReport(
      loops: loops, isComplete: cycles.isComplete, found: cycles.count,
      completeLength: cycles.completeLength, isExact: cycles.isComplete, window: nil)
  }

  private func inTime(
    _ graph: DealGraph, _ flows: FlowGraph, _ query: CycleQuery, _ window: Int
  ) -> LoopReport {
    var payments: [(from: Int32, to: Int32, day: Int)] = []
    for flow in flows.flows {
      for deal in flow.deals {
        guard let day = graph.deals[Int(deal)].date?.firstDay else { continue }
        payments.append((flow.payer, flow.payee, day))
      }
    }
    let list = TimedCycles(count: flows.parties.count, payments: payments)
      .list(within: window, query)
    var met: Set<[Int32]> = []
    var cycles: [[Int32]] = []
    list.forEach { cycle in
      let isWanted = query.node.map(cycle.contains) ?? true
      if isWanted, met.insert(cycle).inserted { cycles.append(cycle) }
      return true
    }
    let loops = first(cycles.count, flows, graph) { cycles.forEach($0) }
    return LoopReport(
      loops: loops, isComplete: list.isComplete, found: cycles.count,
      completeLength: list.isComplete ? maximumLength : 1, isExact: list.isComplete, window: window)
  }

  /// The loops of the cycles that come first in rank, in order.
  private func first(
    _ count: Int, _ flows: FlowGraph, _ graph: DealGraph,
    _ forEach: (([Int32]) -> Void) -> Void
  ) -> [Loop] {
    let (values, measure) = (rank.values(flows, graph), rank.measure)
    var keys: [Double] = []
    keys.reserveCapacity(count)
    forEach { keys.append(measure.key(of: $0, in: flows.digraph, values)) }
    let limit = limit ?? count
    let least = limit < keys.count && limit > 0 ? keys.sorted(by: >)[limit - 1] : -.infinity
    var kept: [(key: Double, cycle: [Int32])] = []
    var place = 0
    forEach { cycle in
      if keys[place] >= least { kept.append((keys[place], cycle)) }
      place += 1
    }
    kept.sort { left, right in
      if left.key != right.key { return left.key > right.key }
      if left.cycle.count != right.cycle.count { return left.cycle.count < right.cycle.count }
      return left.cycle.lexicographicallyPrecedes(right.cycle)
    }
    return kept.prefix(max(limit, 0)).map { Loop($0.cycle, flows, graph, window: window) }
  }
}
