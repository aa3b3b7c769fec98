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

  @Flag(help: "End with code 3 if there is any loop.")
  var failIfAny = false

  func validate() throws {
    if maxLength < 2 { throw ValidationError("a loop has at least two hops") }
  }

  func run() throws {
    let (graph, hasFailures) = try input.load()
    var search = LoopSearch()
    search.rank = rank
    search.maximumLength = maxLength
    if let through {
      guard let party = graph.parties(named: through).first else {
        throw ValidationError("no party is called '\(through)'")
      }
      search.party = party.id
    }
    var report = search.loops(in: graph)
    let any = !report.loops.isEmpty
    if let limit { report.loops = Array(report.loops.prefix(limit)) }
    try output.write(json ? report.json() : Array(table(report, graph).utf8))
    if !report.isComplete {
      input.messages.say("the search ended after \(report.found) loops; there are more")
    }
    if failIfAny, any { throw Exit.gate }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func table(_ report: LoopReport, _ graph: DealGraph) -> String {
    guard !report.loops.isEmpty else { return "no loop\n" }
    let names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var text = ""
    for (index, loop) in report.loops.enumerated() {
      let parties = (loop.parties + [loop.parties[0]]).map { names[$0] ?? $0 }
      text += input.messages.bold("\(index + 1)  " + parties.joined(separator: " → ")) + "\n"
      text += "   bottleneck \(sum(loop.bottleneck))"
      text += loop.tightness.map { ", tightness \(percent($0))" } ?? ""
      text += ", certainty \(percent(loop.certainty))\n"
      for (number, hop) in loop.hops.enumerated() {
        let mark = number == loop.weakest && loop.bottleneck != nil ? "  ← weakest" : ""
        let size = hop.usd > 0 ? (hop.isKnown ? "" : "at least ") + sum(hop.usd) : "sum unknown"
        text += "   \(names[hop.payer] ?? hop.payer) → \(names[hop.payee] ?? hop.payee)  "
        text += "\(size)  \(input.messages.dim(hop.deals.joined(separator: " ")))\(mark)\n"
      }
    }
    return text
  }

  private func sum(_ usd: Double?) -> String {
    usd.map { "$" + DealWords.short($0) } ?? "unknown"
  }

  private func percent(_ share: Double) -> String {
    DealWords.number((share * 1000).rounded() / 10) + "%"
  }
}
