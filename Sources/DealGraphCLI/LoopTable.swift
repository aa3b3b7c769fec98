import DealFlow
import DealLoops
import DealModel

/// The loops as a table, one a row, led by the figures that need no list of loops.
struct LoopTable {
  let graph: DealGraph
  let flows: FlowGraph
  let report: LoopReport
  /// The statuses without which the loops may fall.
  let dropped: [String]
  let messages: MessageOptions

  func text() -> String {
    let overview = LoopOverview(of: flows)
    guard report.found > 0 else { return overview.parties > 0 ? "no such loop\n" : "no loop\n" }
    let rest = report.found - report.loops.count
    return figures(overview) + "\n" + table()
      + (rest > 0 ? "… and \(rest) more; --limit shows them\n" : "")
  }

  private func figures(_ overview: LoopOverview) -> String {
    let names = PartyNames(graph)
    let size = overview.groups.count == 1 ? "" : " in \(overview.groups.count) groups"
    let found = (report.isComplete ? "" : "at least ") + String(report.found)
    let loops = report.found == 1 ? "loop" : "loops"
    let within = report.window.map { " within \($0) days" } ?? ""
    var text =
      messages.bold("\(found) \(loops)\(within) among \(overview.parties) parties\(size)") + "\n"
    if let circulation = overview.circulation {
      let atLeast = overview.unknownPayments > 0 ? "at least " : ""
      text += "  circulation M  \(atLeast)\(Figure.usd(circulation))"
      text += " of \(Figure.usd(overview.gross)) paid"
      text += overview.circularity.map { " (\(Figure.percent($0)))" } ?? ""
      text += "\n"
    }
    if let width = overview.width {
      text += "  widest loop    \(Figure.usd(width)): "
      text += Self.arrows(overview.widest, names) + "\n"
    }
    let nexuses = Nexus.groups(of: report.loops).count
    if nexuses < report.loops.count {
      let payments = nexuses == 1 ? "1 weakest payment" : "\(nexuses) weakest payments"
      text += "  the \(report.loops.count) loops shown hang on \(payments)\n"
    }
    return text
  }

  private func table() -> String {
    let names = PartyNames(graph)
    let survivors = Survivors(graph, without: dropped)
    var table = TextTable(
      ["", "loop", "bottleneck", "tight", "certain", "dates", "order", "weakest payment"]
        + (dropped.isEmpty ? [] : ["without " + dropped.joined(separator: ",")]),
      numeric: 2..<5)
    for (index, loop) in report.loops.enumerated() {
      table.add(
        [
          String(index + 1), Self.arrows(loop.parties, names), loop.bottleneckText,
          loop.tightness.map(Figure.percent) ?? "–", Figure.percent(loop.certainty), loop.dates,
          loop.isCausal.map { $0 ? "in time" : "not in time" } ?? "–", loop.weakestText(names),
        ] + (dropped.isEmpty ? [] : [survivors.contain(loop) ? "survives" : "falls"]))
    }
    return table.text(messages)
  }

  static func arrows(_ parties: [String], _ names: PartyNames) -> String {
    (parties + parties.prefix(1)).map { names[$0] }.joined(separator: " → ")
  }
}

extension Loop {
  /// The bottleneck; "≤" where a hop of unknown size may be smaller, "≥" where the least may be more.
  var bottleneckText: String {
    guard let bottleneck else { return "unknown" }
    let sign = hops.contains { $0.usd <= 0 } ? "≤" : hops[weakest].isKnown ? "" : "≥"
    return sign + Figure.usd(bottleneck)
  }

  /// The earliest and the latest date of the deals.
  var dates: String {
    guard let since, let until else { return "–" }
    return since == until ? since.description : "\(since)…\(until)"
  }

  func weakestText(_ names: PartyNames) -> String {
    guard bottleneck != nil, hops.indices.contains(weakest) else { return "–" }
    return "\(names[hops[weakest].payer]) → \(names[hops[weakest].payee])"
  }
}

/// The loops that close without the deals of some statuses.
struct Survivors {
  private let keys: Set<String>

  init(_ graph: DealGraph, without statuses: [String]) {
    let kept = graph.deals.indices.filter { !statuses.contains(graph.deals[$0].status.rawValue) }
    keys = statuses.isEmpty ? [] : Set(kept.map { graph.deals[$0].key })
  }

  /// Whether every hop keeps a deal.
  func contain(_ loop: Loop) -> Bool {
    loop.hops.allSatisfy { $0.deals.contains(where: keys.contains) }
  }
}
