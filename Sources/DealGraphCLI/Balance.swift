import ArgumentParser
import DealLoops
import DealModel

struct BalanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: "Show what each party gets, pays and may get back.",
    discussion: """
      The circulation M is the most that can go round if every party passes on what it gets; FCI is \
      the share of all money that has been where it is before if every party spends in proportion \
      (Finn Cycling Index). "can return" is the most of a party's money that can come back to it, \
      "of inflow" the share of what it gets that this can be, "of outlay" the share of what it pays. \
      Deals without a sum count for nothing here, so with such deals the figures are at least. What is \
      expected takes each deal to be real with the probability of its status (completed 100%, agreed \
      80%, planned 50%, talks 20%). Independent loops are those no other can be made of; growth is 1 for \
      a single loop and more the thicker they are woven; the circular pattern is the share of the net \
      payments' squares that goes round, a score and not money.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "Write the parties as CSV.")
  var csv = false

  @Option(help: "Show at most this many parties in the table.")
  var limit = 50

  func validate() throws {
    if json, csv { throw ValidationError("choose --json or --csv") }
  }

  func run() throws {
    let (graph, hasFailures) = try input.load()
    let balance = Balance(of: graph)
    if json {
      try output.write(balance.json())
    } else if csv {
      try output.write(balance.csv())
    } else {
      let names = PartyNames(graph)
      try output.write(text(balance, names) + ownHoldings(graph, names))
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func text(_ balance: Balance, _ names: PartyNames) -> String {
    guard !balance.entries.isEmpty else { return "no money moves\n" }
    let atLeast = balance.unknownDeals > 0 ? "at least " : ""
    var text = input.messages.bold("circulation  \(atLeast)\(Figure.usd(balance.circulation))")
    text += " of \(Figure.usd(balance.gross)) paid"
    text += balance.circularity.map { " (\(Figure.percent($0)))" } ?? ""
    text += balance.finnIndex.map { ", FCI \(Figure.percent($0))" } ?? ""
    text += balance.proportionalCirculation.map { ", in proportion \(Figure.usd($0))" } ?? ""
    text += "\n  completed deals alone \(Figure.usd(balance.completedCirculation))"
    text += ", completed and agreed \(Figure.usd(balance.signedCirculation))"
    text += ", at the lowest sums \(Figure.usd(balance.leastCirculation))\n"
    text += "  net \(Figure.usd(balance.netMinimum)), excess \(Figure.usd(balance.excess))"
    text += ", set-off between pairs \(Figure.usd(balance.bilateral))"
    text += ", residual \(Figure.usd(balance.residual))\n"
    text += chances(balance) + structure(balance.structure)
    if balance.unknownDeals > 0 { text += "  \(balance.unknownDeals) deals without a sum\n" }
    return text + "\n" + table(balance, names)
  }

  private func chances(_ balance: Balance) -> String {
    guard let any = balance.anyLoop, any > 0, let sum = balance.expectedCirculation else {
      return ""
    }
    var text = "  any loop with probability \(Figure.percent(any)), \(Figure.usd(sum))"
    if let error = balance.expectedCirculationError, error > 0 { text += " ± \(Figure.usd(error))" }
    text += " expected to go round"
    return text + "\n"
  }

  private func structure(_ structure: LoopStructure) -> String {
    guard structure.independentLoops > 0 else { return "" }
    let noun = structure.independentLoops == 1 ? "loop" : "loops"
    var text = "  \(structure.independentLoops) independent \(noun)"
    text += ", growth \(DealWords.number((structure.growth * 100).rounded() / 100))"
    text += structure.greatestMean.map { ", greatest mean payment \(Figure.usd($0))" } ?? ""
    text += structure.circularPattern.map { ", circular pattern \(Figure.percent($0))" } ?? ""
    return text + "\n"
  }

  /// The parties that own a part of themselves, where there are any.
  private func ownHoldings(_ graph: DealGraph, _ names: PartyNames) -> String {
    let holdings = Ownership(of: graph)?.ownHoldings ?? []
    guard !holdings.isEmpty else { return "" }
    let list = holdings.prefix(limit).map { "\(names[$0.party]) \(Figure.percent($0.share))" }
    return "\nown themselves by a circle of stakes: " + list.joined(separator: ", ") + "\n"
  }

  private func table(_ balance: Balance, _ names: PartyNames) -> String {
    var table = TextTable(
      ["party", "inflow", "outflow", "net", "can return", "of inflow", "of outlay", "on average"],
      numeric: 1..<8)
    for entry in balance.entries.prefix(limit) {
      table.add([
        names[entry.party], Figure.usd(entry.inflow), Figure.usd(entry.outflow),
        Figure.usd(entry.net), entry.selfReturn.map(Figure.usd) ?? "?",
        entry.shareOfInflow.map(Figure.percent) ?? "–",
        entry.shareOfOutflow.map(Figure.percent) ?? "–",
        entry.returnProbability.map(Figure.percent) ?? "?",
      ])
    }
    let rest = balance.entries.count - limit
    return table.text(input.messages) + (rest > 0 ? "… and \(rest) more; --limit shows them\n" : "")
  }
}
