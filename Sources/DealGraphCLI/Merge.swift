import ArgumentParser
import DealModel
import DealReading

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join graphs: the same parties and the same deals become one.",
    discussion: """
      Parties are the same by id, or by a name or alias that belongs to one party only. Deals are the \
      same when payer, payee and kind agree and neither sum nor date contradicts; their sentences are \
      kept together.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var graph = DealGraph()
    for path in input.inputs {
      var one = input
      one.inputs = [path]
      let other = try one.load().graph
      if graph == DealGraph() { graph = other } else { graph.join(other) }
    }
    guard !input.inputs.isEmpty else { throw ValidationError("name the graphs to be joined") }
    try output.write(graph.json())
  }
}
