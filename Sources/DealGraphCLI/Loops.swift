public import ArgumentParser
import DealFlow
public import DealLoops
import DealModel

extension LoopRank: ExpressibleByArgument {}

struct Loops: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loops", abstract: "Find the circular flows, ranked.",
    discussion: """
      A loop is a circle of parties, each paying the next. The bottleneck is the least sum on the
      way: at most that much can have come back ("≤": a sum on the way is unknown and may be less). \
      "tight" is the bottleneck times the hops over all sums on the way, 100% a perfect round trip; \
      "certain" the probability that every hop is real (completed 100%, agreed 80%, planned 50%, \
      talks 20%); "in time" says that the hops can have followed each other. Figures of several loops \
      do not add up where they share a payment: see balance for the whole. Where there are more loops \
      than the budget, those shown are still the first in rank of all, up to a --limit of 1000, or the \
      message at the end says how far they are not.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "Write CSV.")
  var csv = false

  @Option(
    help: ArgumentHelp(
      "Tell the loop of this rank hop by hop, each deal with its sentence.", valueName: "rank"))
  var explain: Int?

  @Option(
    help: ArgumentHelp(
      """
      Only loops whose deals can have followed each other, the last at most this many days after \
      the first.
      """, valueName: "days"))
  var window: Int?

  @Option(help: "Rank by bottleneck, circulation, certainty, length or date.")
  var rank: LoopRank = .bottleneck

  @Option(help: "The longest loop, in hops.")
  var maxLength = 12

  @Option(help: ArgumentHelp("Only loops through this party.", valueName: "party"))
  var through: String?

  @Option(help: ArgumentHelp("Leave out deals dated after this day.", valueName: "date"))
  var asOf: PartialDate?

  @Option(help: "Give at most this many loops; the table shows 50, JSON and CSV all.")
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
    if [json, csv, explain != nil].count(where: { $0 }) > 1 {
      throw ValidationError("choose one of --json, --csv and --explain")
    }
    if let explain, explain < 1 { throw ValidationError("ranks begin with 1") }
    if let window, window < 1 { throw ValidationError("a window is at least 1 day") }
    if budget < 1 { throw ValidationError("a budget is at least 1") }
    if let limit, limit < 0 { throw ValidationError("a limit is at least 0") }
    if let timeLimit, !(timeLimit > 0 && timeLimit < 1e9) {
      throw ValidationError("a time limit is more than 0 seconds")
    }
    if maxLength < 2 { throw ValidationError("a loop has at least two hops") }
  }

  func run() throws {
    let (whole, hasFailures) = try input.load()
    let graph = known(whole)
    var search = LoopSearch()
    search.rank = rank
    search.maximumLength = maxLength
    search.budget = budget
    search.limit = explain ?? limit ?? (json || csv ? nil : 50)
    search.window = window
    search.timeLimit = timeLimit.map { .seconds($0) }
    if let through {
      guard let party = graph.parties(named: through).first else {
        throw ValidationError("no party is called '\(through)'")
      }
      search.party = party.id
    }
    let flows = FlowGraph(graph)
    let report = search.loops(in: graph, flows)
    try write(report, graph, flows)
    if !report.isComplete { input.messages.say(Self.ending(report)) }
    if failIfAny, report.found > 0 { throw Exit.gate }
    if hasFailures { throw Exit.someInputsFailed }
  }

  /// What is known of the loops that a search did not meet.
  private static func ending(_ report: LoopReport) -> String {
    let start = "the search ended with \(report.found) loops, "
    if report.isExact { return start + "of all loops the first in rank are given" }
    let length = report.completeLength
    return start + (length > 1 ? "all of up to \(length) hops and" : "but") + " not all longer ones"
  }

  private func write(_ report: LoopReport, _ graph: DealGraph, _ flows: FlowGraph) throws {
    let messages = input.messages
    if let explain {
      guard report.loops.count >= explain else {
        throw ValidationError("there is no loop \(explain); \(report.found) were found")
      }
      let story = LoopStory(graph: graph, messages: messages)
      try output.write(story.text(report.loops[explain - 1], rank: explain))
    } else if json || csv {
      try output.write(json ? report.json() : report.csv())
    } else {
      let table = LoopTable(
        graph: graph, flows: flows, report: report, dropped: dropped, messages: messages)
      try output.write(table.text())
    }
  }

  /// The deals that were known on a day: those dated later are left out, undated ones are kept.
  private func known(_ graph: DealGraph) -> DealGraph {
    guard let asOf else { return graph }
    var graph = graph
    graph.deals.removeAll { ($0.date?.firstDay ?? .min) > asOf.lastDay }
    return graph
  }

  private var dropped: [String] { (without ?? "").split(separator: ",").map(String.init) }
}
