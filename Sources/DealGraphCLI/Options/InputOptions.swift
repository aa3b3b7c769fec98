import ArgumentParser
import DealGraph
import DealModel
import DealReading
import DealText

/// The inputs of a command: articles, graphs, or both.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      Articles (text, HTML, PDF, DOCX, mail, JSON, JSON Lines, CSV, RSS, Atom, WARC, EDGAR), folders \
      and archives of them, http(s) URLs, or graphs in the native JSON; '-' is standard input.
      """, valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @OptionGroup var reading: ReadingChoices
  @OptionGroup var filters: FilterOptions
  @OptionGroup var messages: MessageOptions

  /// The graph of all inputs, and whether one of them failed.
  ///
  /// - Throws: The exit code when no input could be read.
  func load() throws -> (graph: DealGraph, hasFailures: Bool) {
    var articles: [SourceText] = []
    var graphs: [DealGraph] = []
    let hasFailures = try read { input in
      switch input {
      case .article(let article): articles.append(article)
      case .graph(let graph): graphs.append(graph)
      }
    }
    var graph = articles.isEmpty ? DealGraph() : Extractor().graph(of: articles)
    for other in graphs { graph.merge(other) }
    messages.detail(
      "\(graph.articles.count) articles, \(graph.parties.count) parties, \(graph.deals.count) deals"
    )
    return (filters.applied(to: graph), hasFailures)
  }

  /// Hands over each article and graph as it is read; tells whether some could not be read.
  ///
  /// - Throws: The exit code when no input could be read.
  func read(_ use: (Input) throws -> Void) throws -> Bool {
    let paths = try reading.paths(inputs)
    guard !paths.isEmpty else {
      throw ValidationError("name an article or a graph, or '-' for standard input")
    }
    var reader = InputReader(paths, options: try reading.options())
    var progress = Progress(isShown: !messages.quiet)
    var lastFailure: ExitCode?
    while let item = reader.next() {
      switch item.result {
      case .success(let input):
        progress.step()
        try use(input)
      case .failure(let error):
        progress.clear()
        lastFailure = fail(code(of: error), error.description)
      }
    }
    progress.clear()
    if reader.duplicates > 0 {
      messages.detail("\(reader.duplicates) texts had been read before and are left out")
    }
    if let lastFailure, progress.count == 0 { throw lastFailure }
    if progress.count == 0 {
      throw fail(Exit.noInput, "\(paths[0]): no articles found")
    }
    return lastFailure != nil
  }
}
