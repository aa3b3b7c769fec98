import DealFlow
public import DealModel

/// Which deals the circular money hangs on.
///
/// The loss of a deal is dM = M − M(without it), where M is the greatest circulation
/// (``Balance/circulation``): by how much less money can go round if the deal alone fails and every
/// other is paid. Losses do not add up: two deals of one loop each carry the whole of it. The number
/// of loops over a deal is another ranking, by closed ways and not by money; both are given.
public struct Keystones: Sendable {
  /// What depends on one deal.
  public struct Entry: Sendable, Hashable {
    /// The key of the deal.
    public var deal: String
    /// The id of the party that pays.
    public var payer: String
    /// The id of the party that is paid.
    public var payee: String
    /// The deal's sum in US dollars, a joint sum divided among its pairs; nil where none is known.
    public var usd: Double?
    /// By how many US dollars M falls without the deal; nil where its sum is unknown or the work
    /// allowed did not suffice.
    public var loss: Double?
    /// How many loops of up to ``Keystones/maximumLength`` hops use the payment from payer to payee.
    public var loops: Int
    /// Whether these are all such loops.
    public var isComplete: Bool
  }

  /// The deals that lie on loops: by loss, then by number of loops, then by key.
  public var entries: [Entry]
  /// M of all deals, in US dollars.
  public var circulation: Double
  /// The longest loops that were counted, in hops.
  public var maximumLength: Int
  /// The fewest deals without which no money goes round.
  public var fewestDeals: LeastSet
  /// The deals of the least money without which no money goes round.
  public var leastMoney: LeastSet

  /// How many flows are looked at for losses, and how many loops are counted for each.
  public static let flowLimit = 2000
  /// How many loops over one payment are counted.
  public static let loopLimit = 100_000

  /// The deals of a graph that lie on loops.
  ///
  /// - Complexity: One cheapest flow for each deal on a loop, warm from the greatest circulation, and
  ///   one search for each payment, ended after ``loopLimit`` loops.
  public init(of graph: DealGraph, maximumLength: Int = 6) {
    let flows = FlowGraph(graph)
    let solved = Circulation(flows.money)
    circulation = Double(solved.total) / 100
    self.maximumLength = maximumLength
    fewestDeals = .byCount(flows, graph)
    leastMoney = .byAmount(flows, graph)
    let cycles = ElementaryCycles(flows.digraph)
    var entries: [Entry] = []
    for arc in solved.graph.weights.indices {
      let (payer, payee, _) = solved.graph.arc(arc)
      guard let flow = flows.flow(from: payer, to: payee) else { continue }
      var query = CycleQuery(through: payer, to: payee, maximumLength: maximumLength)
      query.maximumCount = Self.loopLimit
      query.maximumSteps = 10 * Self.loopLimit
      let count = arc < Self.flowLimit ? cycles.count(query) : nil
      for number in flow.deals {
        let deal = graph.deals[Int(number)]
        let usd = flows.share(ofDeal: Int(number))
        let loss = usd.flatMap {
          arc < Self.flowLimit ? solved.loss(ofArc: arc, by: FlowGraph.cents($0)) : nil
        }
        entries.append(
          Entry(
            deal: deal.key, payer: deal.payer, payee: deal.payee, usd: usd,
            loss: loss.map { Double($0) / 100 }, loops: count?.count ?? 0,
            isComplete: count?.isComplete ?? false))
      }
    }
    self.entries = entries.sorted { left, right in
      let keys = [left, right].map { ($0.loss ?? -1, $0.loops) }
      return keys[0] == keys[1] ? left.deal < right.deal : keys[0] > keys[1]
    }
  }
}
