import ArgumentParser
import DealExport
import DealModel
import DealRendering

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the graph in the format of another tool.",
    discussion: """
      Formats: json (native), jsonl (one deal a line), csv (Gephi), neo4j (neo4j-admin import) and \
      parquet (needs the command duckdb), which are two tables, such as NAME.nodes.csv and \
      NAME.edges.csv, on standard output the deals only; graphml, gexf, cypher, cyjs, jgf, mermaid, \
      ftm (FollowTheMoney), ttl, jsonld, xlsx, sqlite, markdown, html, dot.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(name: [.short, .customLong("format")], help: "One of the formats above.")
  var format: String

  func validate() throws {
    if format != "dot", ExportFormat(rawValue: format) == nil {
      let names = ExportFormat.allCases.map(\.rawValue) + ["dot"]
      throw ValidationError(
        "'\(format)' is no format; formats: \(names.joined(separator: ", "))")
    }
  }

  func run() throws {
    let (graph, hasFailures) = try input.load()
    if format == "dot" {
      try output.write(Picture(graph: graph).dot())
    } else if let format = ExportFormat(rawValue: format) {
      let parts = format.suffixes.indices
      for part in output.output == "-" ? parts.suffix(1) : parts[...] {
        try write(graph, as: format, part: part)
      }
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func write(_ graph: DealGraph, as format: ExportFormat, part: Int) throws {
    do {
      try target(format.suffixes[part]).write(isBinary: format.isBinary) { sink in
        try format.write(graph, part: part, to: sink)
      }
    } catch let error as ExportError {
      switch error.code {
      case .badData: throw fail(Exit.badData, error.message)
      case .unavailable: throw fail(Exit.unavailable, error.message)
      case .failed: throw fail(Exit.internalError, error.message)
      }
    }
  }

  /// The output with `suffix` before the ending of its name.
  private func target(_ suffix: String) -> OutputOptions {
    var target = output
    guard !suffix.isEmpty, output.output != "-" else { return target }
    let name = output.output
    let dot = name.lastIndex(of: ".").flatMap { name[$0...].contains("/") ? nil : $0 }
    target.output = name[..<(dot ?? name.endIndex)] + suffix + name[(dot ?? name.endIndex)...]
    return target
  }
}
