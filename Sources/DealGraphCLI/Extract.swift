import ArgumentParser
import DealModel

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read articles and write the graph of their deals.",
    discussion: """
      The graph is node-link JSON, as networkx.node_link_graph(data, edges="edges") reads it. Each
      deal points from payer to payee and carries the bytes of the article that prove it.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "The output is JSON; this flag is there for symmetry.")
  var json = false

  func run() throws {
    let (graph, hasFailures) = try input.load()
    try output.write(graph.json())
    if hasFailures { throw Exit.someInputsFailed }
  }
}
