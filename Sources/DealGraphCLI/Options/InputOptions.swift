import ArgumentParser
import DealExtraction
import DealModel
import DealReading
import DealText

/// The inputs of a command that works on a graph: articles, graphs, or both.
struct InputOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var filters: FilterOptions

  /// The paths of the command line.
  var inputs: [String] {
    get { source.inputs }
    set { source.inputs = newValue }
  }

  /// What the command says beside its output.
  var messages: MessageOptions { source.messages }

  /// The graph of all inputs, and whether one of them failed.
  ///
  /// Articles are read in batches on several threads; the graph does not depend on their number.
  ///
  /// - Throws: The exit code when no input could be read.
  func load() throws -> (graph: DealGraph, hasFailures: Bool) {
    let names = try engine.nameTables()
    var collector: GraphCollector?
    var graphs: [DealGraph] = []
    let hasFailures = try source.read { _, input in
      switch input {
      case .article(let article):
        if collector == nil {
          let extractor = EngineOptions.extractor(names)
          collector = GraphCollector(extractor, threads: engine.threadCount)
        }
        collector?.add(article)
      case .graph(let graph): graphs.append(graph)
      }
    }
    var graph = collector?.finished() ?? DealGraph()
    for other in graphs { graph.merge(other) }
    messages.detail(
      "\(graph.articles.count) articles, \(graph.parties.count) parties, \(graph.deals.count) deals"
    )
    return (filters.applied(to: graph), hasFailures)
  }
}
