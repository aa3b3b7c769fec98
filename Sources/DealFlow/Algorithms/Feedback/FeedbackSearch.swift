/// The least feedback arcs of a component of many nodes, by branch and bound.
///
/// Of a cycle that is left one arc must go: each in turn, while those before it stay for good. A branch
/// ends where ``CyclePacking`` shows that it cannot be better than the best set so far, the first being
/// that of ``FeedbackOrder``.
struct FeedbackSearch {
  /// The order in which the arcs found lead backward.
  private(set) var order: [Int32]
  /// What no set can weigh less than.
  private(set) var lowerBound: Int64

  /// Components of more arcs are not searched.
  private static let arcLimit = 120
  /// How many branches are looked at.
  private static let branchLimit = 4000

  /// Arcs that have gone or stay, by their weights: 0 or without limit.
  private struct Branch {
    var weights: [Int64]
    var cost: Int64
  }

  /// - Complexity: O(*m*²) a branch for *m* arcs.
  init(_ component: FeedbackComponent) {
    order = FeedbackOrder.order(component)
    lowerBound = CyclePacking.bound(component)
    var best = component.backward(order).weight
    guard lowerBound < best, component.arcs.count <= Self.arcLimit else { return }
    var branches = [Branch(weights: component.arcs.map(\.weight), cost: 0)]
    var steps = 0
    while let branch = branches.popLast() {
      steps += 1
      if steps > Self.branchLimit { return }
      let (bound, cycle) = CyclePacking.pack(component, branch.weights)
      if cycle.isEmpty, branch.cost < best {
        order = Self.topological(component, branch.weights)
        best = component.backward(order).weight
      } else if branch.cost + bound < best {
        branches += Self.children(of: branch, cycle)
      }
    }
    lowerBound = best
  }

  /// The branches without one arc of a cycle each, the lightest arc last.
  private static func children(of branch: Branch, _ cycle: [Int]) -> [Branch] {
    var staying = branch.weights
    var children: [Branch] = []
    let arcs = cycle.filter { branch.weights[$0] < CyclePacking.ceiling }.sorted {
      (branch.weights[$0], $0) < (branch.weights[$1], $1)
    }
    for arc in arcs {
      var weights = staying
      weights[arc] = 0
      children.append(Branch(weights: weights, cost: branch.cost + branch.weights[arc]))
      staying[arc] = CyclePacking.ceiling
    }
    return children.reversed()
  }

  /// An order of the nodes in which no arc that is left leads backward (Kahn, "Topological sorting of
  /// large networks", 1962).
  private static func topological(_ component: FeedbackComponent, _ weights: [Int64]) -> [Int32] {
    var incoming = [Int](repeating: 0, count: component.count)
    var targets = [[Int32]](repeating: [], count: component.count)
    for (place, arc) in component.arcs.enumerated() where weights[place] > 0 {
      incoming[Int(arc.to)] += 1
      targets[Int(arc.from)].append(arc.to)
    }
    var order = (0..<Int32(component.count)).filter { incoming[Int($0)] == 0 }
    var place = 0
    while place < order.count {
      for target in targets[Int(order[place])] {
        incoming[Int(target)] -= 1
        if incoming[Int(target)] == 0 { order.append(target) }
      }
      place += 1
    }
    return order
  }
}
