public import ArgumentParser
public import DealLoops
import DealModel

extension LoopRank: ExpressibleByArgument {}

struct Loops: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the circular flows, ranked.",
    discussion: """
      A loop is a circle of parties, each paying the next. The bottleneck is the least sum on the
      way: at most that much can have come back.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Write JSON.")
  var json = false

  @Option(help: "Rank by bottleneck, certainty, length or date.")
  var rank: LoopRank = .bottleneck

  @Option(help: "The longest loop, in hops.")
  var maxLength = 12

  @Option(help: ArgumentHelp("Only loops through this party.", valueName: "party"))
  var through: String?

  @Option(help: "Show at most this many loops.")
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Say which loops survive without deals of these statuses: talks,planned,…",
      valueName: "statuses"))
  var without: String?

  @Option(help: ArgumentHelp("End the search after this many loops.", valueName: "count"))
  var budget = 1_000_000

  @Option(
    help: ArgumentHelp(
      "End the search after this time; the same input may then give other loops.",
      valueName: "seconds"))
  var timeLimit: Double?

  @Flag(help: "End with code 3 if there is any loop.")
  var failIfAny = false

  func validate() throws {
    for word in dropped where !DealStatus.all.map(\.rawValue).contains(word) {
      throw ValidationError("'\(word)' is no status")
    }
    if budget < 1 { throw ValidationError("a budget is at least 1") }
    if let limit, limit < 0 { throw ValidationError("a limit is at least 0") }
    if let timeLimit, !(timeLimit > 0 && timeLimit < 1e9) {
      throw ValidationError("a time limit is more than 0 seconds")
    }
    if maxLength < 2 { throw ValidationError("a loop has at least two hops") }
  }

  func run() throws {
    let (graph, hasFailures) = try input.load()
    var search = LoopSearch()
    search.rank = rank
    search.maximumLength = maxLength
    search.budget = budget
    search.limit = limit
    search.timeLimit = timeLimit.map { .seconds($0) }
    if let through {
      guard let party = graph.parties(named: through).first else {
        throw ValidationError("no party is called '\(through)'")
      }
      search.party = party.id
    }
    let report = search.loops(in: graph)
    let any = report.found > 0
    try output.write(json ? report.json() : Array(table(report, graph).utf8))
    if !report.isComplete {
      input.messages.say("the search ended after \(report.found) loops; there are more")
    }
    if failIfAny, any { throw Exit.gate }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func table(_ report: LoopReport, _ graph: DealGraph) -> String {
    guard report.found > 0 else { return "no loop\n" }
    let survivors = Survivors(graph, without: dropped)
    let names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var text = ""
    for (index, loop) in report.loops.enumerated() {
      let parties = (loop.parties + [loop.parties[0]]).map { names[$0] ?? $0 }
      text += input.messages.bold("\(index + 1)  " + parties.joined(separator: " → ")) + "\n"
      text += "   bottleneck \(sum(loop.bottleneck))"
      text += loop.tightness.map { ", tightness \(percent($0))" } ?? ""
      text += ", certainty \(percent(loop.certainty))"
      text += dropped.isEmpty ? "\n" : ", \(survivors.contain(loop) ? "survives" : "falls")\n"
      for (number, hop) in loop.hops.enumerated() {
        let mark = number == loop.weakest && loop.bottleneck != nil ? "  ← weakest" : ""
        let size = hop.usd > 0 ? (hop.isKnown ? "" : "at least ") + sum(hop.usd) : "sum unknown"
        text += "   \(names[hop.payer] ?? hop.payer) → \(names[hop.payee] ?? hop.payee)  "
        text += "\(size)  \(input.messages.dim(hop.deals.joined(separator: " ")))\(mark)\n"
      }
    }
    let rest = report.found - report.loops.count
    return text + (rest > 0 ? "… and \(rest) more; --limit shows them\n" : "")
  }

  private var dropped: [String] { (without ?? "").split(separator: ",").map(String.init) }

  private func sum(_ usd: Double?) -> String {
    usd.map { "$" + DealWords.short($0) } ?? "unknown"
  }

  private func percent(_ share: Double) -> String {
    DealWords.number((share * 1000).rounded() / 10) + "%"
  }
}

/// The loops that close without the deals of some statuses.
private struct Survivors {
  private let keys: Set<String>

  init(_ graph: DealGraph, without statuses: [String]) {
    keys = Set(
      graph.deals.lazy.filter { !statuses.contains($0.status.rawValue) }.map(\.key))
  }

  /// Whether every hop keeps a deal.
  func contain(_ loop: Loop) -> Bool {
    loop.hops.allSatisfy { $0.deals.contains(where: keys.contains) }
  }
}
