/// A good order of a large component's nodes: little weight leads backward.
///
/// It begins with the order of Eades, Lin and Smyth ("A fast and effective heuristic for the feedback
/// arc set problem", 1993), weighted: who pays more than it gets stands first. Then each node goes to
/// the best place in turn, until none gains or the passes are used up.
enum FeedbackOrder {
  private static let passes = 12
  /// Larger components are only put in order by what their nodes pay and get.
  private static let nodeLimit = 1500

  static func order(_ component: FeedbackComponent) -> [Int32] {
    guard component.count <= nodeLimit else { return byBalance(component) }
    let links = links(component)
    var order = greedy(component, links)
    for _ in 0..<passes {
      var gains = false
      for node in 0..<Int32(component.count) where move(node, links[Int(node)], &order) {
        gains = true
      }
      if !gains { break }
    }
    return order
  }

  private typealias Link = (node: Int32, weight: Int64, pays: Bool)

  /// What each node pays to and gets from its neighbours.
  private static func links(_ component: FeedbackComponent) -> [[Link]] {
    var links = [[Link]](repeating: [], count: component.count)
    for arc in component.arcs {
      links[Int(arc.from)].append((arc.to, arc.weight, true))
      links[Int(arc.to)].append((arc.from, arc.weight, false))
    }
    return links
  }

  private static func balances(_ component: FeedbackComponent) -> [Int64] {
    var balances = [Int64](repeating: 0, count: component.count)
    for arc in component.arcs {
      balances[Int(arc.from)] += arc.weight
      balances[Int(arc.to)] -= arc.weight
    }
    return balances
  }

  private static func byBalance(_ component: FeedbackComponent) -> [Int32] {
    let balances = balances(component)
    return (0..<Int32(component.count)).sorted { left, right in
      let (first, second) = (balances[Int(left)], balances[Int(right)])
      return first == second ? left < right : first > second
    }
  }

  private static func greedy(_ component: FeedbackComponent, _ links: [[Link]]) -> [Int32] {
    var balances = balances(component)
    var (out, into) = (balances.map { _ in 0 }, balances.map { _ in 0 })
    for arc in component.arcs {
      out[Int(arc.from)] += 1
      into[Int(arc.to)] += 1
    }
    var left = Array(0..<component.count)
    var (front, back): ([Int32], [Int32]) = ([], [])
    while !left.isEmpty {
      let place =
        left.firstIndex { out[$0] == 0 } ?? left.firstIndex { into[$0] == 0 }
        ?? left.indices.max {
          let (first, second) = (balances[left[$0]], balances[left[$1]])
          return first == second ? $0 > $1 : first < second
        } ?? 0
      let node = left.remove(at: place)
      if out[node] == 0 { back.append(Int32(node)) } else { front.append(Int32(node)) }
      for link in links[node] {
        balances[Int(link.node)] += link.pays ? link.weight : -link.weight
        if link.pays { into[Int(link.node)] -= 1 } else { out[Int(link.node)] -= 1 }
      }
    }
    return front + back.reversed()
  }

  /// Moves a node to the place where least leads backward; tells whether that gains.
  private static func move(_ node: Int32, _ links: [Link], _ order: inout [Int32]) -> Bool {
    var costs: [Int32: Int64] = [:]
    // To stand behind a neighbour costs what is paid to it and saves what it pays.
    var cost: Int64 = 0
    for link in links {
      if !link.pays { cost += link.weight }
      costs[link.node, default: 0] += link.pays ? link.weight : -link.weight
    }
    var best = (cost: cost, place: 0)
    var current = cost
    var place = 0
    var own = 0
    for other in order {
      if other == node {
        own = place
        current = cost
        continue
      }
      place += 1
      guard let change = costs[other] else { continue }
      cost += change
      if cost < best.cost { best = (cost, place) }
    }
    guard best.cost < current else { return false }
    order.remove(at: own)
    order.insert(node, at: best.place)
    return true
  }
}
