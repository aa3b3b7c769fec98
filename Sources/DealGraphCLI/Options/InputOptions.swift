import ArgumentParser
import DealGraph
import DealModel
import DealReading
import DealText

/// The inputs of a command: articles, graphs, or both.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Articles or graphs in the native JSON; '-' is standard input.", valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @OptionGroup var filters: FilterOptions
  @OptionGroup var messages: MessageOptions

  /// The graph of all inputs, and whether one of them failed.
  ///
  /// - Throws: The exit code when no input could be read.
  func load() throws -> (graph: DealGraph, hasFailures: Bool) {
    guard !inputs.isEmpty else {
      throw ValidationError("name an article or a graph, or '-' for standard input")
    }
    var articles: [SourceText] = []
    var graphs: [DealGraph] = []
    var lastFailure: ExitCode?
    for path in inputs {
      do throws(ReadingError) {
        switch try Input.read(path) {
        case .article(let article): articles.append(article)
        case .graph(let graph): graphs.append(graph)
        }
      } catch {
        lastFailure = fail(code(of: error), error.description)
      }
    }
    if let lastFailure, articles.isEmpty, graphs.isEmpty { throw lastFailure }
    var graph = articles.isEmpty ? DealGraph() : Extractor().graph(of: articles)
    for other in graphs { graph.merge(other) }
    messages.detail(
      "\(graph.articles.count) articles, \(graph.parties.count) parties, \(graph.deals.count) deals"
    )
    return (filters.applied(to: graph), lastFailure != nil)
  }
}
