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

    fileprivate init(_ ends: UInt64) {
      payer = Int32(truncatingIfNeeded: ends >> 32)
      payee = Int32(truncatingIfNeeded: ends)
      (usd, isKnown, deals, certainty) = (0, true, [], 0)
    }

    fileprivate mutating func add(_ deal: Int32, _ share: Double?, _ probability: Double) {
      deals.append(deal)
      usd += share ?? 0
      isKnown = isKnown && share != nil
      certainty = 1 - (1 - certainty) * (1 - probability)
    }
  }

  /// The ids of the parties, ascending.
  public let parties: [String]
  /// The flows, by payer and payee.
  public let flows: [Flow]
  /// The parties as nodes and the flows as arcs.
  public let digraph: Digraph
  /// The known sums of the flows in whole cents, so that the figures do not depend on rounding.
  public let money: WeightedDigraph

  private let sums: [Double?]

  /// Makes the money graph of the deals of `graph`.
  public init(_ graph: DealGraph) {
    self.init(graph, graph.deals.indices.filter { Self.movesMoney(graph, $0) })
  }

  /// Makes the money graph of the deals of `graph` that pass `isIncluded`.
  public init(_ graph: DealGraph, where isIncluded: (Deal) -> Bool) {
    let kept = graph.deals.indices.filter {
      Self.movesMoney(graph, $0) && isIncluded(graph.deals[$0])
    }
    self.init(graph, kept)
  }

  // Fields are read one by one: a copy of each deal would cost more than all the rest.
  private static func movesMoney(_ graph: DealGraph, _ index: Int) -> Bool {
    graph.deals[index].kind != .partnership && graph.deals[index].status != .ended
      && graph.deals[index].payer != graph.deals[index].payee
  }

  private init(_ graph: DealGraph, _ kept: [Int]) {
    let (ids, ends) = Self.numbered(graph, kept)
    let shares = Self.shares(graph, kept)
    var sums = [Double?](repeating: nil, count: graph.deals.count)
    var flows: [Flow] = []
    flows.reserveCapacity(kept.count)
    var order = zip(ends, kept).map { (ends: $0, index: $1) }
    order.sort { $0.ends == $1.ends ? $0.index < $1.index : $0.ends < $1.ends }
    var last: UInt64?
    for (ends, index) in order {
      if ends != last {
        last = ends
        flows.append(Flow(ends))
      }
      let share = graph.deals[index].amount?.usd.map { $0 / Double(shares[index] ?? 1) }
      sums[index] = share
      flows[flows.count - 1].add(Int32(index), share, graph.deals[index].status.certainty)
    }
    parties = ids
    self.flows = flows
    self.sums = sums
    digraph = Digraph(
      count: ids.count, sortedSources: flows.map(\.payer), targets: flows.map(\.payee))
    money = WeightedDigraph(digraph, weights: flows.map { Self.cents($0.usd) })
  }

  /// The ids of the parties of some deals, ascending, and of each deal the numbers of its payer, in
  /// the upper half, and payee.
  private static func numbered(_ graph: DealGraph, _ kept: [Int]) -> ([String], [UInt64]) {
    var numbers: [String: Int] = [:]
    var met: [String] = []
    func number(_ id: String) -> Int {
      if let number = numbers[id] { return number }
      numbers[id] = met.count
      met.append(id)
      return met.count - 1
    }
    let ends = kept.map { (number(graph.deals[$0].payer), number(graph.deals[$0].payee)) }
    let order = met.indices.sorted { met[$0] < met[$1] }
    var ranks = [UInt64](repeating: 0, count: met.count)
    for (rank, number) in order.enumerated() { ranks[number] = UInt64(rank) }
    return (order.map { met[$0] }, ends.map { ranks[$0.0] << 32 | ranks[$0.1] })
  }

  /// A sum in whole cents; sums beyond 90 trillion dollars are taken for that much.
  public static func cents(_ usd: Double) -> Int64 {
    Int64(min(max((usd * 100).rounded(), 0), 9e15))
  }

  /// The flow from one party to another; flows stand in the order of the arcs of `digraph`.
  public func flow(from payer: Int32, to payee: Int32) -> Flow? {
    digraph.arc(from: payer, to: payee).map { flows[$0] }
  }

  /// The sum in US dollars that a deal, by its number in the graph, adds to its flow; nil where none
  /// is known or the deal carries no money.
  public func share(ofDeal number: Int) -> Double? { sums[number] }

  /// Among how many pairs each joint sum is divided: deals of one kind, one sum and one sentence.
  private static func shares(_ graph: DealGraph, _ kept: [Int]) -> [Int: Int] {
    var groups: [String: [Int]] = [:]
    for index in kept where graph.deals[index].amount?.scope == .joint {
      let deal = graph.deals[index]
      guard let amount = deal.amount else { continue }
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
