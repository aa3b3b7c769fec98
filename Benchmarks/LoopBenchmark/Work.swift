import DealFlow

/// What is measured: each task is a call on a graph that is ready, and says what it found.
struct Work {
  private typealias Row = (from: Int32, to: Int32, amount: Int32, day: Int32)

  private let rows: [Row]
  private let graph: Digraph
  private let numbers: [Int]

  init(_ words: [Int32], _ numbers: [Int]) {
    var rows: [Row] = []
    var count: Int32 = 0
    for place in stride(from: 0, to: words.count - 3, by: 4) {
      rows.append((words[place], words[place + 1], words[place + 2], words[place + 3]))
      count = max(count, words[place] + 1, words[place + 1] + 1)
    }
    graph = Digraph(count: Int(count), arcs: rows.map { ($0.from, $0.to) })
    self.rows = rows
    self.numbers = numbers
  }

  /// The task of a name; the numbers are a bound (0 is none) and a node, where there is one, or a window.
  func task(_ name: String) -> (() -> String)? {
    switch name {
    case "count": { String(ElementaryCycles(graph).count(query).count) }
    case "list": list
    case "through": { String(ElementaryCycles(graph).count(through).count) }
    case "components": { String((StrongComponents.numbers(of: graph).max() ?? -1) + 1) }
    case "circulation": circulation()
    case "timed": timed()
    case "widest": best(.width)
    case "shortest": best(.length)
    case "surest": best(.certainty)
    case "latest": best(.latest)
    default: nil
    }
  }

  private func number(_ place: Int) -> Int { place < numbers.count ? numbers[place] : 0 }
  private var bound: Int { number(0) > 0 ? number(0) : .max }
  private var query: CycleQuery { CycleQuery(maximumLength: bound) }
  private var through: CycleQuery {
    CycleQuery(through: Int32(number(1)), maximumLength: bound)
  }

  private func list() -> String {
    let list = ElementaryCycles(graph).list(query)
    return "\(list.count) \(Double(list.byteCount) / Double(max(list.count, 1)))"
  }

  private func circulation() -> () -> String {
    let money = WeightedDigraph(
      count: graph.count, arcs: rows.map { ($0.from, $0.to, Int64($0.amount)) })
    return { String(Circulation(money).total) }
  }

  private func timed() -> () -> String {
    let payments = rows.map { (from: $0.from, to: $0.to, day: Int($0.day)) }
    return {
      let cycles = TimedCycles(count: graph.count, payments: payments)
      return String(cycles.count(within: number(0), CycleQuery()).count)
    }
  }

  /// The length of the first hundred cycles by a measure; a payment is as certain as its amount says.
  private func best(_ measure: CycleMeasure) -> () -> String {
    let money = WeightedDigraph(
      count: graph.count, arcs: rows.map { ($0.from, $0.to, Int64($0.amount)) })
    let values = money.weights.map { amount in
      measure == .certainty ? [1, 0.8, 0.5, 0.2][Int(amount) % 4] : Double(amount)
    }
    var query = numbers.count > 1 ? through : query
    query.maximumSteps = 1_000_000_000
    return {
      let best = BestCycles(graph, values: values, by: measure, count: 100, query)
      return best.isExact ? String(best.cycles.reduce(0) { $0 + $1.count }) : "inexact"
    }
  }
}
