public import DealModel

/// Takes the pieces of an export, in their order.
public typealias ByteSink = ([UInt8]) throws -> Void

/// The formats that graphs are exported in.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// The native node-link JSON.
  case json
  /// One deal a line.
  case jsonl
  /// A table of parties and one of deals.
  case csv
  /// GraphML 1.0, read by networkx, igraph, Gephi and yEd.
  case graphml
  /// GEXF 1.3 for Gephi, with dates and colours.
  case gexf
  /// The two tables of `neo4j-admin database import`.
  case neo4j
  /// Cypher statements, one a line.
  case cypher
  /// Cytoscape.js.
  case cyjs
  /// JSON Graph Format 2.1.
  case jgf
  /// A Mermaid flowchart.
  case mermaid
  /// FollowTheMoney entities, one a line.
  case ftm
  /// RDF in Turtle: schema.org, PROV-O.
  case ttl
  /// RDF in JSON-LD, the same statements as the Turtle.
  case jsonld
  /// An Excel workbook.
  case xlsx
  /// A SQLite database.
  case sqlite
  /// Two tables of Parquet, written by the command `duckdb`.
  case parquet
  /// A table of Markdown.
  case markdown
  /// A table of HTML.
  case html

  /// Whether the bytes are no text.
  public var isBinary: Bool { self == .xlsx || self == .sqlite || self == .parquet }

  /// What goes before the ending of a file's name, for each part; the tables of graphs are two.
  public var suffixes: [String] {
    switch self {
    case .csv, .neo4j, .parquet: [".nodes", ".edges"]
    default: [""]
    }
  }

  /// The bytes of `graph` in this format, a part each for the ``suffixes``.
  ///
  /// - Throws: ``ExportError`` when a program that the format needs is missing or refuses.
  public func files(_ graph: DealGraph) throws -> [(suffix: String, bytes: [UInt8])] {
    try suffixes.enumerated().map { part, suffix in
      var bytes: [UInt8] = []
      try write(graph, part: part) { bytes += $0 }
      return (suffix, bytes)
    }
  }

  /// Hands over one part of `graph` in this format.
  ///
  /// json, jsonl, csv and graphml come in pieces of some 64 KiB and need no memory beyond them; the
  /// other formats come whole.
  ///
  /// - Parameter part: The number of one of the ``suffixes``.
  /// - Throws: ``ExportError`` when a program that the format needs is missing or refuses, and what
  ///   `sink` throws.
  public func write(_ graph: DealGraph, part: Int, to sink: ByteSink) throws {
    switch self {
    case .json: try graph.writeJSON(to: sink)
    case .jsonl: try JSONLinesExport.write(graph, to: sink)
    case .csv where part == 0: try CSVExport.nodes(graph, to: sink)
    case .csv: try CSVExport.edges(graph, to: sink)
    case .graphml: try GraphMLExport.write(graph, to: sink)
    default: try sink(bytes(graph, part: part))
    }
  }

  private func bytes(_ graph: DealGraph, part: Int) throws(ExportError) -> [UInt8] {
    switch self {
    case .json, .jsonl, .csv, .graphml: []
    case .gexf: GEXFExport.bytes(graph)
    case .neo4j: part == 0 ? Neo4jExport.nodes(graph) : Neo4jExport.edges(graph)
    case .cypher: CypherExport.bytes(graph)
    case .cyjs: CytoscapeExport.bytes(graph)
    case .jgf: JSONGraphExport.bytes(graph)
    case .mermaid: MermaidExport.bytes(graph)
    case .ftm: FollowTheMoneyExport.bytes(graph)
    case .ttl: TurtleExport.bytes(graph)
    case .jsonld: JSONLDExport.bytes(graph)
    case .xlsx: WorkbookExport.bytes(graph)
    case .sqlite: try DatabaseExport.bytes(graph)
    case .parquet: try part == 0 ? ParquetExport.parties(graph) : ParquetExport.deals(graph)
    case .markdown: TableExport.markdown(graph)
    case .html: TableExport.html(graph)
    }
  }
}
