import ArgumentParser
import DealExport
import DealModel
import DealRendering

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph in the format of another tool.",
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
      let files = try files(of: graph, as: format)
      if output.output == "-" {
        try output.write(files[files.count - 1].bytes, isBinary: format.isBinary)
      } else {
        for file in files { try write(file.bytes, suffix: file.suffix) }
      }
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func files(
    of graph: DealGraph, as format: ExportFormat
  ) throws -> [(suffix: String, bytes: [UInt8])] {
    do throws(ExportError) {
      return try format.files(graph)
    } catch {
      switch error.code {
      case .badData: throw fail(Exit.badData, error.message)
      case .unavailable: throw fail(Exit.unavailable, error.message)
      case .failed: throw fail(Exit.internalError, error.message)
      }
    }
  }

  /// Writes to the output's name with `suffix` before its ending.
  private func write(_ bytes: [UInt8], suffix: String) throws {
    var target = output
    if !suffix.isEmpty {
      let name = output.output
      let dot = name.lastIndex(of: ".").flatMap { name[$0...].contains("/") ? nil : $0 }
      target.output = name[..<(dot ?? name.endIndex)] + suffix + name[(dot ?? name.endIndex)...]
    }
    try target.write(bytes)
  }
}
