import ArgumentParser
import DealRendering
import DealReport

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one HTML file in which a reader questions the deals.",
    discussion: """
      The file needs no network: the picture, the loops told step by step, filters, and behind every
      arrow the sentences that say so. Without a script it shows the picture and all deals in a table.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The headline.")
  var title: String?

  @Option(help: "dot, neato, sfdp, circo or twopi.")
  var layout: String?

  func validate() throws {
    if let layout, !Graphviz.layouts.contains(layout) {
      throw ValidationError("no layout is called '\(layout)'")
    }
  }

  func run() throws {
    let (graph, hasFailures) = try input.load()
    var report = Report(graph)
    report.layout = layout
    report.worker = .itself(seconds: 60)
    if let title { report.title = title }
    try output.write(page(report))
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func page(_ report: Report) throws -> [UInt8] {
    do throws(RenderingError) {
      return try report.html()
    } catch {
      throw fail(code(of: error), error.description)
    }
  }

  private func code(of error: RenderingError) -> ExitCode {
    switch error.code {
    case .pluginMissing: Exit.unavailable
    case .timedOut: Exit.timedOut
    case .refused, .workerDied: Exit.internalError
    }
  }
}
