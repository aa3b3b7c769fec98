/// Finds the widths of ``WidestCycles`` by halving the range of amounts.
struct WidthHalving {
  private typealias Arc = (from: Int32, to: Int32, weight: Int64)

  /// Arcs whose cycles have one of the widths of a range.
  private struct Task {
    var arcs: [Arc]
    var widths: Range<Int>
  }

  private var amounts: [Int64] = []
  private var tasks: [Task] = []
  /// The number of each node among those of one task; -1 outside it.
  private var places: [Int32]

  init(_ graph: WeightedDigraph) {
    places = [Int32](repeating: -1, count: graph.count)
    let arcs = graph.weights.indices.map(graph.arc).filter { $0.weight > 0 }
    for weight in arcs.map(\.weight).sorted(by: >) where weight != amounts.last {
      amounts.append(weight)
    }
    tasks = [Task(arcs: arcs, widths: amounts.indices)]
  }

  mutating func run(_ widths: inout [Int64]) {
    while let task = tasks.popLast() {
      guard !task.arcs.isEmpty else { continue }
      if task.widths.count == 1 {
        settle(task, &widths)
      } else {
        split(task)
      }
    }
  }

  /// The nodes on a cycle that no greater width has settled have this one.
  private mutating func settle(_ task: Task, _ widths: inout [Int64]) {
    let (nodes, representatives) = components(of: task.arcs)
    for (place, node) in nodes.enumerated() where representatives[place].size > 1 {
      if widths[Int(node)] == 0 { widths[Int(node)] = amounts[task.widths.lowerBound] }
    }
    clear(nodes)
  }

  /// The greater half is done before the lesser one, in which its components are single nodes.
  private mutating func split(_ task: Task) {
    let middle = (task.widths.lowerBound + task.widths.upperBound) / 2
    let heavy = task.arcs.filter { $0.weight >= amounts[middle - 1] }
    let (nodes, representatives) = components(of: heavy)
    func representative(_ node: Int32) -> Int32 {
      let place = places[Int(node)]
      return place < 0 ? node : representatives[Int(place)].node
    }
    var high: [Arc] = []
    var low: [Arc] = []
    for arc in task.arcs {
      let (from, to) = (representative(arc.from), representative(arc.to))
      if from != to {
        low.append((from, to, arc.weight))
      } else if arc.weight >= amounts[middle - 1] {
        high.append(arc)
      }
    }
    clear(nodes)
    tasks.append(Task(arcs: low, widths: middle..<task.widths.upperBound))
    tasks.append(Task(arcs: high, widths: task.widths.lowerBound..<middle))
  }

  /// The nodes of some arcs, and of each the least node of its strong component and the size of that.
  private mutating func components(
    of arcs: [Arc]
  ) -> (nodes: [Int32], representatives: [(node: Int32, size: Int)]) {
    var nodes: [Int32] = []
    for arc in arcs {
      for node in [arc.from, arc.to] where places[Int(node)] < 0 {
        places[Int(node)] = Int32(nodes.count)
        nodes.append(node)
      }
    }
    let graph = Digraph(
      count: nodes.count, arcs: arcs.map { (places[Int($0.from)], places[Int($0.to)]) })
    var representatives = [(node: Int32, size: Int)](repeating: (0, 0), count: nodes.count)
    for members in StrongComponents.groups(of: graph) {
      let least = members.map { nodes[Int($0)] }.min() ?? 0
      for member in members { representatives[Int(member)] = (least, members.count) }
    }
    return (nodes, representatives)
  }

  private mutating func clear(_ nodes: [Int32]) {
    for node in nodes { places[Int(node)] = -1 }
  }
}
