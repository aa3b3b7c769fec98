@testable import DealFlow
import Testing

/// The least weight that leads backward, over all orders of the nodes.
private func obviousWeight(_ graph: WeightedDigraph) -> Int64 {
  var best = Int64.max
  func place(_ order: [Int32], _ weight: Int64) {
    if weight >= best { return }
    if order.count == graph.count { best = weight }
    for node in 0..<Int32(graph.count) where !order.contains(node) {
      let back = order.reduce(Int64(0)) { sum, earlier in
        sum + (graph.digraph.arc(from: node, to: earlier).map { graph.weights[$0] } ?? 0)
      }
      place(order + [node], weight + back)
    }
  }
  place([], 0)
  return best
}

private func isAcyclic(_ graph: WeightedDigraph, without arcs: [Int]) -> Bool {
  graph.filtered { !arcs.contains($0) }.cyclic().weights.isEmpty
}

private func unit(_ graph: WeightedDigraph) -> WeightedDigraph {
  WeightedDigraph(graph.digraph, weights: graph.weights.map { _ in 1 })
}

@Test(
  arguments: [
    (WorkedGraphs.t, 1, 40), (WorkedGraphs.w, 4, 81_350), (WorkedGraphs.d, 2, 14),
    (WorkedGraphs.s, 1, 10),
  ] as [(WeightedDigraph, Int64, Int64)])
func leastSetsHaveTheirWorkedWeights(graph: WeightedDigraph, count: Int64, amount: Int64) {
  let (byCount, byAmount) = (FeedbackArcs(unit(graph)), FeedbackArcs(graph))
  #expect(byCount.weight == count)
  #expect(byAmount.weight == amount)
  #expect(byCount.isProven && byAmount.isProven)
  #expect(isAcyclic(graph, without: byCount.arcs))
  #expect(isAcyclic(graph, without: byAmount.arcs))
}

@Test func leastSetsAgreeWithTryingEveryOrder() {
  var random = Seeded(21)
  for _ in 0..<1500 {
    let graph = random.graph(nodes: 6, arcs: 18)
    let feedback = FeedbackArcs(graph)
    #expect(feedback.weight == obviousWeight(graph))
    #expect(feedback.arcs.reduce(0) { $0 + graph.weights[$1] } == feedback.weight)
    #expect(isAcyclic(graph, without: feedback.arcs))
  }
}

@Test func boundsAndOrdersEncloseTheLeastWeight() {
  var random = Seeded(22)
  var met = 0
  for _ in 0..<600 {
    let graph = random.graph(nodes: 6, arcs: 18)
    var places = [Int32](repeating: 0, count: graph.count)
    for members in StrongComponents.groups(of: graph.digraph) where members.count > 1 {
      let component = FeedbackComponent(graph, members, &places)
      let least = component.backward(FeedbackSubsets.order(component)).weight
      let found = component.backward(FeedbackOrder.order(component)).weight
      let bound = CyclePacking.bound(component)
      #expect(bound <= least && least <= found)
      if bound == found { met += 1 }
      let search = FeedbackSearch(component)
      #expect(search.lowerBound == least)
      #expect(component.backward(search.order).weight == least)
    }
  }
  #expect(met > 300)
}

@Test func largeComponentsHaveBoundsAndTheirSetsBreakEveryCycle() {
  var random = Seeded(23)
  var arcs: [(from: Int32, to: Int32, weight: Int64)] = []
  for _ in 0..<240 {
    let (from, to) = (Int32(random.below(60)), Int32(random.below(60)))
    arcs.append((from, to, Int64(1 + random.below(9))))
  }
  let graph = WeightedDigraph(count: 60, arcs: arcs)
  let feedback = FeedbackArcs(graph)
  #expect(feedback.lowerBound > 0)
  #expect(feedback.lowerBound <= feedback.weight)
  #expect(isAcyclic(graph, without: feedback.arcs))
}

@Test func aRingOfManyPartiesIsProvenByItsBound() {
  var arcs: [(from: Int32, to: Int32, weight: Int64)] = []
  for node in Int32(0)..<40 { arcs.append((node, (node + 1) % 40, Int64(50 - node))) }
  let feedback = FeedbackArcs(WeightedDigraph(count: 40, arcs: arcs))
  #expect(feedback.weight == 11)
  #expect(feedback.isProven)
}

/// Components of up to sixty arcs over many nodes: a ring with chords.
@Test func sparseComponentsOfManyPartiesAreProven() {
  var random = Seeded(24)
  for _ in 0..<10 {
    var arcs: [(from: Int32, to: Int32, weight: Int64)] = []
    for node in Int32(0)..<30 { arcs.append((node, (node + 1) % 30, Int64(1 + random.below(9)))) }
    for _ in 0..<30 {
      arcs.append((Int32(random.below(30)), Int32(random.below(30)), Int64(1 + random.below(9))))
    }
    let graph = WeightedDigraph(count: 30, arcs: arcs)
    let feedback = FeedbackArcs(graph)
    #expect(feedback.isProven)
    #expect(isAcyclic(graph, without: feedback.arcs))
  }
}
