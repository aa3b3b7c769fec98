import DealFlow
public import DealModel

/// How thickly payments are woven into circles, whatever their single loops are.
public struct LoopStructure: Sendable, Hashable {
  /// How many loops are independent of each other: payments less parties plus one for each group of
  /// parties that pay each other in circles, added up (the cyclomatic number).
  public var independentLoops: Int
  /// How fast the number of ways grows with their hops: 0 without a loop, 1 for a single one
  /// (``SpectralRadius``).
  public var growth: Double
  /// The greatest mean payment of a loop in US dollars (``MaximumMeanCycle``); nil without a loop or
  /// where the graph is too large to tell.
  public var greatestMean: Double?
  /// The share of the pattern of net payments that goes round (``HodgeFlow``): a score, not money; nil
  /// where all pairs are even.
  public var circularPattern: Double?

  /// The structure of the deals of a graph that carry money.
  ///
  /// - Complexity: O(*n* *m*) for *n* parties and *m* payments on loops.
  public init(of graph: DealGraph) { self.init(FlowGraph(graph)) }

  init(_ flows: FlowGraph) {
    let cyclic = flows.digraph.cyclic()
    let components = StrongComponents.groups(of: cyclic).filter { $0.count > 1 }
    independentLoops =
      cyclic.targets.count - components.reduce(0) { $0 + $1.count } + components.count
    growth = SpectralRadius.radius(of: cyclic)
    greatestMean = MaximumMeanCycle.mean(of: flows.money).map { $0 / 100 }
    circularPattern = HodgeFlow(flows.money).share
  }
}
