import ArgumentParser
import DealReading

/// What a command reads, and how.
struct SourceOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      Articles (text, HTML, PDF, DOCX, mail, JSON, JSON Lines, CSV, RSS, Atom, WARC, EDGAR), folders \
      and archives of them, http(s) URLs, or graphs in the native JSON; '-' is standard input.
      """, valueName: "input"),
    completion: .file())
  var inputs: [String] = []

  @OptionGroup var reading: ReadingChoices
  @OptionGroup var messages: MessageOptions

  /// Hands over each article and graph as it is read; tells whether some could not be read.
  ///
  /// - Throws: The exit code when no input could be read.
  func read(_ use: (Reading, Input) throws -> Void) throws -> Bool {
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
        try use(item, input)
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
