import DealFlow
import DealModel

/// The least payments without which no money goes round: a minimum feedback arc set.
public struct LeastSet: Sendable, Hashable {
  /// A payment with all its deals.
  public struct Payment: Sendable, Hashable {
    /// The id of the party that pays.
    public var payer: String
    /// The id of the party that is paid.
    public var payee: String
    /// The keys of the deals.
    public var deals: [String]
  }

  /// The payments, by payer and payee.
  public var payments: [Payment]
  /// How many deals they are.
  public var dealCount: Int
  /// Their known sums together, in US dollars.
  public var usd: Double
  /// How many of the payments have a deal without a known sum.
  public var unknownPayments: Int
  /// Whether no set has less.
  public var isProven: Bool
  /// What no set can have less than: deals, or US dollars of known sums; 0 where nothing better is
  /// known.
  public var lowerBound: Double

  /// The set of the fewest deals.
  static func byCount(_ flows: FlowGraph, _ graph: DealGraph) -> LeastSet {
    let feedback = FeedbackArcs(
      WeightedDigraph(flows.digraph, weights: flows.flows.map { Int64($0.deals.count) }))
    return LeastSet(feedback, flows, graph, lowerBound: Double(feedback.lowerBound))
  }

  /// The set of the least money; payments of unknown size may be the largest and are taken only
  /// where a loop has no other.
  static func byAmount(_ flows: FlowGraph, _ graph: DealGraph) -> LeastSet {
    // Held low enough for any number of the payments to be added.
    let ceiling = Int64.max / 4 / Int64(flows.flows.count + 1)
    let amounts = flows.money.weights.map { min($0, ceiling) }
    let known = amounts.indices.reduce(Int64(0)) {
      $0 + (flows.flows[$1].isKnown ? amounts[$1] : 0)
    }
    let unknown = min(known + 1, ceiling)
    let weights = amounts.indices.map { flows.flows[$0].isKnown ? amounts[$0] : unknown }
    let feedback = FeedbackArcs(WeightedDigraph(flows.digraph, weights: weights))
    let (least, rest) = feedback.lowerBound.quotientAndRemainder(dividingBy: unknown)
    let isBound = known < ceiling && least == feedback.weight / unknown
    var set = LeastSet(feedback, flows, graph, lowerBound: isBound ? Double(rest) / 100 : 0)
    set.isProven = set.isProven && known < ceiling
    return set
  }

  private init(
    _ feedback: FeedbackArcs, _ flows: FlowGraph, _ graph: DealGraph, lowerBound: Double
  ) {
    let taken = feedback.arcs.map { flows.flows[$0] }
    payments = taken.map { flow in
      Payment(
        payer: flows.parties[Int(flow.payer)], payee: flows.parties[Int(flow.payee)],
        deals: flow.deals.map { graph.deals[Int($0)].key })
    }
    dealCount = taken.reduce(0) { $0 + $1.deals.count }
    usd = Double(feedback.arcs.reduce(Int64(0)) { $0 + flows.money.weights[$1] }) / 100
    unknownPayments = taken.count { !$0.isKnown }
    isProven = feedback.isProven
    self.lowerBound = lowerBound
  }
}
