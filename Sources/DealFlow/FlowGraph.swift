public import DealModel

/// The money of a deal graph between parties: for each payer and payee, the deals and their sum.
///
/// A joint sum counts once: it is divided equally among the pairs that share it. A deal without a sum
/// is a flow of unknown size, never zero. Partnerships and ended deals carry no money.
public struct FlowGraph: Sendable {
  /// All deals in which one party pays another.
  public struct Flow: Sendable, Hashable {
    /// The number of the party that pays.
    public let payer: Int32
    /// The number of the party that is paid.
    public let payee: Int32
    /// The sum in US dollars of the deals whose sums are known.
    public var usd: Double
    /// Whether all sums are known.
    public var isKnown: Bool
    /// The numbers of the deals in the graph.
    public var deals: [Int32]
    /// The probability that at least one of the deals is real: 1 - ∏(1 - p).
    public var certainty: Double
  }

  /// The ids of the parties, ascending.
  public let parties: [String]
  /// The flows, by payer and payee.
  public let flows: [Flow]
  /// The parties as nodes and the flows as arcs.
  public let digraph: Digraph
  /// The known sums of the flows in whole cents, so that the figures do not depend on rounding.
  public let money: WeightedDigraph

  private let sums: [String: Double]

  /// Makes the money graph of the deals of `graph` that pass `isIncluded`.
  public init(_ graph: DealGraph, where isIncluded: (Deal) -> Bool = { _ in true }) {
    let kept = graph.deals.indices.filter { index in
      let deal = graph.deals[index]
      return deal.kind != .partnership && deal.status != .ended && deal.payer != deal.payee
        && isIncluded(deal)
    }
    let ids = Set(kept.flatMap { [graph.deals[$0].payer, graph.deals[$0].payee] }).sorted()
    var numbers: [String: Int32] = [:]
    for (number, id) in ids.enumerated() { numbers[id] = Int32(number) }
    let shares = Self.shares(graph, kept)
    var places: [UInt64: Int] = [:]
    var flows: [Flow] = []
    var sums: [String: Double] = [:]
    for index in kept {
      let deal = graph.deals[index]
      guard let payer = numbers[deal.payer], let payee = numbers[deal.payee] else { continue }
      let key = UInt64(payer) << 32 | UInt64(payee)
      let place = places[key] ?? flows.count
      if place == flows.count {
        places[key] = place
        flows.append(
          Flow(payer: payer, payee: payee, usd: 0, isKnown: true, deals: [], certainty: 0))
      }
      flows[place].deals.append(Int32(index))
      if let usd = deal.amount?.usd {
        let share = usd / Double(shares[index] ?? 1)
        flows[place].usd += share
        sums[deal.key] = share
      } else {
        flows[place].isKnown = false
      }
      flows[place].certainty = 1 - (1 - flows[place].certainty) * (1 - deal.status.certainty)
    }
    flows.sort { ($0.payer, $0.payee) < ($1.payer, $1.payee) }
    parties = ids
    self.flows = flows
    self.sums = sums
    digraph = Digraph(count: ids.count, arcs: flows.map { ($0.payer, $0.payee) })
    money = WeightedDigraph(digraph, weights: flows.map { Self.cents($0.usd) })
  }

  /// A sum in whole cents; sums beyond 90 trillion dollars are taken for that much.
  public static func cents(_ usd: Double) -> Int64 {
    Int64(min(max((usd * 100).rounded(), 0), 9e15))
  }

  /// The flow from one party to another; flows stand in the order of the arcs of `digraph`.
  public func flow(from payer: Int32, to payee: Int32) -> Flow? {
    digraph.arc(from: payer, to: payee).map { flows[$0] }
  }

  /// The sum in US dollars that a deal adds to its flow; nil where none is known.
  public func share(of key: String) -> Double? { sums[key] }

  /// Among how many pairs each joint sum is divided: deals of one kind, one sum and one sentence.
  private static func shares(_ graph: DealGraph, _ kept: [Int]) -> [Int: Int] {
    var groups: [String: [Int]] = [:]
    for index in kept {
      let deal = graph.deals[index]
      guard let amount = deal.amount, amount.scope == .joint else { continue }
      let place = deal.evidence.first.map { evidence in
        "\(evidence.article):\(evidence.amount?.lowerBound ?? evidence.range.lowerBound)"
      }
      let key =
        "\(deal.kind.rawValue) \(amount.value) \(amount.currency.rawValue) \(place ?? deal.payee)"
      groups[key, default: []].append(index)
    }
    var shares: [Int: Int] = [:]
    for group in groups.values {
      for index in group { shares[index] = group.count }
    }
    return shares
  }
}
