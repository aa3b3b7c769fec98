import DealFlow
import DealModel

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

  /// How cycles are compared for it.
  var measure: CycleMeasure {
    switch self {
    case .bottleneck: .width
    case .circulation: .circulation
    case .certainty: .certainty
    case .length: .length
    case .date: .latest
    }
  }

  /// What each payment is worth for it.
  func values(_ flows: FlowGraph, _ graph: DealGraph) -> [Double] {
    flows.flows.map { flow in
      switch self {
      case .bottleneck, .circulation: flow.usd > 0 ? flow.usd : .infinity
      case .certainty: flow.certainty
      case .length: 0
      case .date:
        Double(flow.deals.compactMap { graph.deals[Int($0)].date?.lastDay }.max() ?? Int(Int32.min))
      }
    }
  }
}
