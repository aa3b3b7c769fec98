import ArgumentParser
import DealLoops
import DealRendering

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the deals as DOT, SVG, PNG or PDF.",
    discussion: """
      Arrows go with the money, from payer to payee; planned deals are dashed, deals in talks dotted.
      The deals of loops are drawn heavy and numbered.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(
    name: [.customShort("T"), .customLong("format")],
    help: "dot, svg, png or pdf; without it the suffix of -o decides.")
  var format: String?

  @Option(help: "dot, neato, sfdp, circo or twopi.")
  var layout = "dot"

  @Option(help: "A title above the picture.")
  var title: String?

  private static let formats = ["dot", "svg", "png", "pdf"]

  func validate() throws {
    if !Graphviz.layouts.contains(layout) {
      throw ValidationError("no layout is called '\(layout)'")
    }
    _ = try chosenFormat()
  }

  func run() throws {
    let format = try chosenFormat()
    let (graph, hasFailures) = try input.load()
    var writer = DOTWriter()
    writer.title = title
    writer.loops = Array(LoopSearch().loops(in: graph).loops.prefix(20))
    let dot = writer.dot(graph)
    if format == "dot" {
      try output.write(dot)
    } else {
      try output.write(picture(dot, format), isBinary: format != "svg")
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func picture(_ dot: String, _ format: String) throws -> [UInt8] {
    do throws(RenderingError) {
      return try Graphviz.render(dot: dot, layout: layout, format: format)
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

  private func chosenFormat() throws -> String {
    let suffix = output.output.split(separator: ".").last.map(String.init) ?? ""
    let name = format ?? (Self.formats.contains(suffix) ? suffix : nil)
    guard let name else {
      throw ValidationError("say the format with -T dot|svg|png|pdf or by the suffix of -o")
    }
    guard Self.formats.contains(name) else {
      throw ValidationError("'\(name)' is no format; formats: dot, svg, png, pdf")
    }
    return name
  }
}
