import ArgumentParser
import DealLoops
import DealModel

struct KeystonesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keystones",
    abstract: "Show which deals the circular money hangs on.",
    discussion: """
      "loss" is by how much less money can go round if the deal alone fails and every other is paid; \
      "loops" is how many loops of up to --max-length hops go over its payer and payee. Losses do not \
      add up: two deals of one loop each carry the whole of it. Last come the fewest deals and the \
      least money without which no loop is left; deals of unknown size are taken only where a loop has \
      no other. Sets of large groups of parties may not be the least ones, and then say so.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "Write CSV.")
  var csv = false

  @Option(help: "The longest loops to count, in hops.")
  var maxLength = 6

  @Option(help: "Show at most this many deals in the table.")
  var limit = 50

  func validate() throws {
    if json, csv { throw ValidationError("choose --json or --csv") }
    if maxLength < 2 { throw ValidationError("a loop has at least two hops") }
  }

  func run() throws {
    let (graph, hasFailures) = try input.load()
    let keystones = Keystones(of: graph, maximumLength: maxLength)
    if json {
      try output.write(keystones.json())
    } else if csv {
      try output.write(keystones.csv())
    } else {
      try output.write(text(keystones, PartyNames(graph)))
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func text(_ keystones: Keystones, _ names: PartyNames) -> String {
    guard !keystones.entries.isEmpty else { return "no deal lies on a loop\n" }
    var table = TextTable(["payer → payee", "loss", "sum", "loops", "deal"], numeric: 1..<4)
    for entry in keystones.entries.prefix(limit) {
      table.add([
        "\(names[entry.payer]) → \(names[entry.payee])", entry.loss.map(Figure.usd) ?? "?",
        entry.usd.map(Figure.usd) ?? "unknown",
        (entry.isComplete ? "" : "≥") + String(entry.loops), entry.deal,
      ])
    }
    let rest = keystones.entries.count - limit
    return input.messages.bold("circulation  \(Figure.usd(keystones.circulation))") + "\n\n"
      + table.text(input.messages)
      + (rest > 0 ? "… and \(rest) more; --limit shows them\n" : "") + "\n"
      + set(
        "fewest deals", keystones.fewestDeals, names,
        DealWords.number(keystones.fewestDeals.lowerBound))
      + set(
        "least money", keystones.leastMoney, names, Figure.usd(keystones.leastMoney.lowerBound))
  }

  private func set(
    _ title: String, _ set: LeastSet, _ names: PartyNames, _ bound: String
  ) -> String {
    let deals = set.dealCount == 1 ? "1 deal" : "\(set.dealCount) deals"
    let unknown = set.unknownPayments > 0 ? "at least " : ""
    let proof = set.isProven ? "" : " (not proven least; none below \(bound))"
    var text = input.messages.bold("\(title) to end all loops")
    text += "  \(deals), \(unknown)\(Figure.usd(set.usd))\(proof)\n"
    for payment in set.payments.prefix(limit) {
      text += "  \(names[payment.payer]) → \(names[payment.payee])  "
      text += input.messages.dim(payment.deals.joined(separator: " ")) + "\n"
    }
    let rest = set.payments.count - limit
    return text + (rest > 0 ? "  … and \(rest) more payments\n" : "")
  }
}
