import ArgumentParser
import DealLoops
import DealModel

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show which deals appeared, changed or vanished, and which loops closed or opened.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Write JSON.")
  var json = false

  func validate() throws {
    if input.inputs.count != 2 { throw ValidationError("name two graphs: the old and the new one") }
  }

  func run() throws {
    let graphs = try input.inputs.map { path in
      var one = input
      one.inputs = [path]
      return try one.load().graph
    }
    let difference = GraphDifference(from: graphs[0], to: graphs[1])
    if !difference.isComplete { input.messages.say("the search for loops ended early") }
    try output.write(json ? difference.json() : Array(text(difference, graphs).utf8))
  }

  private func text(_ difference: GraphDifference, _ graphs: [DealGraph]) -> String {
    guard !difference.isEmpty else { return "no difference\n" }
    let (old, new) = (PartyNames(graphs[0]), PartyNames(graphs[1]))
    func line(_ mark: String, _ deal: Deal, _ names: PartyNames) -> String {
      "\(mark) \(names[deal.payer]) → \(names[deal.payee])  \(DealWords.summary(of: deal))\n"
    }
    func loop(_ word: String, _ loop: Loop, _ names: PartyNames) -> String {
      let parties = (loop.parties + loop.parties.prefix(1)).map { names[$0] }
      return "loop \(word)  \(parties.joined(separator: " → "))\n"
    }
    var text = ""
    for deal in difference.appeared { text += line("+", deal, new) }
    for deal in difference.vanished { text += line("-", deal, old) }
    for change in difference.changed {
      text += line("~", change.new, new)
      text +=
        "    \(change.fields.joined(separator: ", ")); was \(DealWords.summary(of: change.old))\n"
    }
    for item in difference.closed { text += loop("closed", item, new) }
    for item in difference.opened { text += loop("opened", item, old) }
    return text
  }
}
