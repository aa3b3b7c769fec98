import DealFlow
public import DealModel

/// What each party gets, pays and may get back, and how much money can go round at all.
///
/// None of the figures needs a list of loops. Sums that no article states count for nothing here, so
/// where ``unknownDeals`` is not zero the figures are lower bounds.
public struct Balance: Sendable {
  /// The figures of one party, in US dollars.
  public struct Entry: Sendable, Hashable {
    /// The id of the party.
    public var party: String
    /// What it gets.
    public var inflow: Double
    /// What it pays.
    public var outflow: Double
    /// What it gets less what it pays.
    public var net: Double
    /// What can come back to it at most: the greatest flow from it to itself; nil where the graph is
    /// too large to tell.
    public var selfReturn: Double?
    /// The probability that a dollar that passes through it passes again, if every party spends in
    /// proportion (Finn); nil where the graph is too large to tell.
    public var returnProbability: Double?
    /// How many of its deals have no known sum.
    public var unknownDeals: Int

    /// The share of what it gets that can be its own money; nil where it gets nothing.
    public var shareOfInflow: Double? { Self.share(selfReturn, of: inflow) }
    /// The share of what it pays that can come back; nil where it pays nothing.
    public var shareOfOutflow: Double? { Self.share(selfReturn, of: outflow) }

    private static func share(_ part: Double?, of whole: Double) -> Double? {
      part.flatMap { whole > 0 ? $0 / whole : nil }
    }
  }

  /// The parties, those that can get most back first.
  public var entries: [Entry]
  /// The sum of all deals.
  public var gross: Double
  /// The most that can go round at one time: M of ``Circulation``.
  public var circulation: Double
  /// M of the completed deals alone.
  public var completedCirculation: Double
  /// M of the completed and the agreed deals.
  public var signedCirculation: Double
  /// M where each sum stated as a range or as "up to" is the lowest it can be.
  public var leastCirculation: Double
  /// What goes round if every party spends in proportion; nil where the graph is too large to tell.
  public var proportionalCirculation: Double?
  /// The Finn Cycling Index; nil where the graph is too large to tell.
  public var finnIndex: Double?
  /// The probability that there is any loop, if each deal is real with the probability that its status
  /// says, deals taken as independent; nil where the graph is too large to tell.
  public var anyLoop: Double?
  /// What M can be expected to be if each deal is real with the probability of its status.
  public var expectedCirculation: Double?
  /// The standard error of ``expectedCirculation``; 0 where it is exact.
  public var expectedCirculationError: Double?
  /// How thickly the payments are woven into circles.
  public var structure: LoopStructure
  /// What must move at least for the same net positions.
  public var netMinimum: Double
  /// What pairs that pay each other can set off, both sides counted.
  public var bilateral: Double
  /// How many deals have no known sum.
  public var unknownDeals: Int

  /// M over the sum of all deals: the circularity index; nil where nothing is paid.
  public var circularity: Double? { gross > 0 ? circulation / gross : nil }
  /// What compression could take away at most: gross less the net minimum.
  public var excess: Double { gross - netMinimum }
  /// The sum of all deals less M: what must leave its payer for good.
  public var residual: Double { gross - circulation }

  /// The balance of the deals of a graph that carry money.
  ///
  /// - Complexity: One circulation for each of four readings of the deals, one maximum flow for each
  ///   party on a loop as long as ``selfReturnWork`` allows, O(*k*³) for components of *k* parties.
  public init(of graph: DealGraph) {
    let flows = FlowGraph(graph)
    let positions = NetPositions(flows.money)
    gross = Self.usd(positions.gross)
    netMinimum = Self.usd(positions.netMinimum)
    bilateral = Self.usd(positions.bilateral)
    circulation = Self.usd(Circulation(flows.money).total)
    completedCirculation = Self.circulation(graph) { $0.status == .completed }
    signedCirculation = Self.circulation(graph) { [.completed, .agreed].contains($0.status) }
    leastCirculation = Self.leastCirculation(graph)
    let chances = Self.chances(graph, flows)
    anyLoop = chances?.anyCycle
    expectedCirculation = chances.map { $0.expected / 100 }
    expectedCirculationError = chances.map { $0.error / 100 }
    structure = LoopStructure(flows)
    proportionalCirculation = ProportionalCirculation(flows.money).map { $0.total / 100 }
    let finn = FinnCycling(flows.money)
    finnIndex = finn?.index
    let returns = Self.selfReturns(flows.money)
    var unknown = [Int](repeating: 0, count: flows.parties.count)
    unknownDeals = 0
    for flow in flows.flows {
      for deal in flow.deals where graph.deals[Int(deal)].amount?.usd == nil {
        unknownDeals += 1
        unknown[Int(flow.payer)] += 1
        unknown[Int(flow.payee)] += 1
      }
    }
    entries = flows.parties.enumerated().map { node, party in
      Entry(
        party: party, inflow: Self.usd(positions.inflows[node]),
        outflow: Self.usd(positions.outflows[node]), net: Self.usd(positions.net(node)),
        selfReturn: returns[node].map(Self.usd), returnProbability: finn?.returns[node],
        unknownDeals: unknown[node])
    }
    entries.sort { left, right in
      let keys = [left, right].map { ($0.selfReturn ?? -1, $0.inflow + $0.outflow) }
      return keys[0] == keys[1] ? left.party < right.party : keys[0] > keys[1]
    }
  }

  /// How many arcs may be looked at, roughly, to find the self-returns of all parties.
  public static let selfReturnWork = 400_000_000

  private static func usd(_ cents: Int64) -> Double { Double(cents) / 100 }

  private static func circulation(_ graph: DealGraph, where isIncluded: (Deal) -> Bool) -> Double {
    usd(Circulation(FlowGraph(graph, where: isIncluded).money).total)
  }

  private static func leastCirculation(_ graph: DealGraph) -> Double {
    var least = graph
    for index in least.deals.indices {
      guard let amount = least.deals[index].amount, let usd = amount.usd else { continue }
      if let low = amount.low {
        least.deals[index].amount?.usd = amount.value > 0 ? usd * low / amount.value : low
      } else if amount.bound == .upTo {
        least.deals[index].amount?.usd = 0
      }
    }
    return circulation(least) { _ in true }
  }

  /// The most payments on loops for which chances are drawn.
  public static let chanceLimit = 5000

  /// The chances in cents; fewer states are drawn where each takes longer.
  private static func chances(_ graph: DealGraph, _ flows: FlowGraph) -> CirculationChances? {
    let arcs = flows.digraph.cyclic().targets.count
    guard arcs <= chanceLimit else { return nil }
    var payments: [CirculationChances.Payment] = []
    for flow in flows.flows {
      for deal in flow.deals {
        let cents = flows.share(ofDeal: Int(deal)).map(FlowGraph.cents) ?? 0
        let probability = graph.deals[Int(deal)].status.certainty
        payments.append((flow.payer, flow.payee, cents, probability))
      }
    }
    let samples = min(1000, max(100, 500_000 / max(arcs, 1)))
    return CirculationChances(count: flows.parties.count, payments: payments, samples: samples)
  }

  private static func selfReturns(_ money: WeightedDigraph) -> [Int64?] {
    let selfReturn = SelfReturn(money)
    let components = StrongComponents.groups(of: money.digraph)
    var returns = [Int64?](repeating: 0, count: money.count)
    var work = 0
    for members in components where members.count > 1 {
      let arcs = members.reduce(0) { $0 + money.digraph.arcs(of: Int($1)).count }
      for node in members {
        work += arcs * 20
        returns[Int(node)] = work > selfReturnWork ? nil : selfReturn.amount(of: Int(node))
      }
    }
    return returns
  }
}
