public import ArgumentParser
import DealLoops
import DealModel
public import DealRendering

extension PictureOptions.Leg: ExpressibleByArgument {}
extension PictureOptions.Edges: ExpressibleByArgument {}
extension PictureOptions.Cluster: ExpressibleByArgument {}

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw the deals as DOT, SVG, PNG or PDF.",
    discussion: """
      Arrows go with the money, from payer to payee; planned deals are dashed, deals in talks dotted,
      ended ones grey. The first loops are numbered and emphasised. More than 60 parties are thinned
      to 40 and 80 arrows; the picture says what it hides.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var picture: PictureArguments

  @Option(
    name: [.customShort("T"), .customLong("format")],
    help: "dot, svg, png or pdf; without it the suffix of -o decides.")
  var format: String?

  @Option(help: "Draw this loop alone, by its rank in 'dealgraph loops'.")
  var loop: Int?

  @Option(help: "With --party: draw all within this many steps of it.")
  var hops: Int?

  func validate() throws {
    if hops != nil, input.filters.party.isEmpty {
      throw ValidationError("--hops wants --party")
    }
    _ = try chosenFormat()
  }

  func run() throws {
    let format = try chosenFormat()
    var (graph, hasFailures) = try loaded()
    var loops = LoopSearch().loops(in: graph).loops
    if let loop {
      guard loops.indices.contains(loop - 1) else {
        throw fail(Exit.badData, "there is no loop \(loop); loops found: \(loops.count)")
      }
      loops = [loops[loop - 1]]
      graph = graph.part(deals: Set(loops[0].hops.flatMap(\.deals)))
    }
    let drawn = Picture(
      graph: graph, loops: Array(loops.prefix(20)), options: picture.options,
      worker: .itself(seconds: picture.timeout))
    try output.write(bytes(of: drawn, format), isBinary: format == "png" || format == "pdf")
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func bytes(of picture: Picture, _ format: String) throws -> [UInt8] {
    do throws(RenderingError) {
      return try picture.render(format)
    } catch {
      throw fail(code(of: error), error.description)
    }
  }

  private func loaded() throws -> (DealGraph, Bool) {
    guard let hops else { return try input.load() }
    var all = input
    all.filters.party = []
    let (graph, hasFailures) = try all.load()
    let centres = input.filters.party.flatMap { graph.parties(named: $0).map(\.id) }
    return (graph.neighbourhood(of: centres, hops: hops), hasFailures)
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
    let name = format ?? (Picture.formats.contains(suffix) ? suffix : nil)
    guard let name else {
      throw ValidationError("say the format with -T dot|svg|png|pdf or by the suffix of -o")
    }
    guard Picture.formats.contains(name) else {
      throw ValidationError("'\(name)' is no format; formats: dot, svg, png, pdf")
    }
    return name
  }
}
