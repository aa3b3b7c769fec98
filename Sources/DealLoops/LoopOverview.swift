public import DealFlow
public import DealModel

/// The figures of the circular money that need no list of loops, so that they are there however
/// many loops there are.
public struct LoopOverview: Sendable, Hashable {
  /// How many parties lie on loops.
  public var parties: Int
  /// The number of parties of each group that pay each other in circles, the largest first.
  public var groups: [Int]
  /// The sum of all deals in US dollars.
  public var gross: Double
  /// The most that can go round at one time, M of ``Circulation``; nil where more than
  /// ``flowLimit`` payments lie on loops.
  public var circulation: Double?
  /// The parties of the widest loop, the first of several; empty where no loop has only known sums.
  public var widest: [String]
  /// The bottleneck of the widest loop in US dollars; nil where no loop has only known sums.
  public var width: Double?
  /// How many payments on loops have no known sum: the circulation is at least what it says.
  public var unknownPayments: Int

  /// M over the sum of all deals; nil where nothing is paid or M was not found.
  public var circularity: Double? { gross > 0 ? circulation.map { $0 / gross } : nil }

  /// The most payments on loops for which the circulation is found.
  public static let flowLimit = 20_000

  /// The figures of a graph.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* parties and *m* payments, and one ``Circulation``.
  public init(of graph: DealGraph) { self.init(of: FlowGraph(graph)) }

  /// The figures of the payments of a graph.
  public init(of flows: FlowGraph) {
    let components = StrongComponents.groups(of: flows.digraph).filter { $0.count > 1 }
    groups = components.map(\.count).sorted(by: >)
    parties = groups.reduce(0, +)
    gross = flows.flows.reduce(0) { $0 + $1.usd }
    let cyclic = flows.money.cyclic()
    circulation =
      cyclic.weights.count > Self.flowLimit ? nil : Double(Circulation(cyclic).total) / 100
    let found = WidestCycles.widest(in: cyclic)
    widest = (found?.cycle ?? []).map { flows.parties[Int($0)] }
    width = found.map { Double($0.width) / 100 }
    unknownPayments = cyclic.weights.indices.count { arc in
      flows.flow(from: cyclic.sources[arc], to: cyclic.digraph.targets[arc])?.isKnown == false
    }
  }

  /// The largest bottleneck of a loop through each party on one, in US dollars; parties whose loops
  /// all have a payment of unknown size are left out.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* parties and *m* payments.
  public static func widths(in graph: DealGraph) -> [String: Double] {
    let flows = FlowGraph(graph)
    var widths: [String: Double] = [:]
    for (node, width) in WidestCycles(flows.money.cyclic()).widths.enumerated() where width > 0 {
      widths[flows.parties[node]] = Double(width) / 100
    }
    return widths
  }
}
