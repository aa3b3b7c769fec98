public import DealModel

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

  /// The bytes of `graph` in this format; the table formats of graphs have two parts.
  ///
  /// - Throws: ``ExportError`` when a program that the format needs is missing or refuses.
  public func files(
    _ graph: DealGraph
  ) throws(ExportError) -> [(suffix: String, bytes: [UInt8])] {
    switch self {
    case .json: [("", graph.json())]
    case .jsonl: [("", JSONLinesExport.bytes(graph))]
    case .csv: [(".nodes", CSVExport.nodes(graph)), (".edges", CSVExport.edges(graph))]
    case .graphml: [("", GraphMLExport.bytes(graph))]
    case .gexf: [("", GEXFExport.bytes(graph))]
    case .neo4j:
      [(".nodes", Neo4jExport.nodes(graph)), (".edges", Neo4jExport.edges(graph))]
    case .cypher: [("", CypherExport.bytes(graph))]
    case .cyjs: [("", CytoscapeExport.bytes(graph))]
    case .jgf: [("", JSONGraphExport.bytes(graph))]
    case .mermaid: [("", MermaidExport.bytes(graph))]
    case .ftm: [("", FollowTheMoneyExport.bytes(graph))]
    case .ttl: [("", TurtleExport.bytes(graph))]
    case .jsonld: [("", JSONLDExport.bytes(graph))]
    case .xlsx: [("", WorkbookExport.bytes(graph))]
    case .sqlite: [("", try DatabaseExport.bytes(graph))]
    case .parquet:
      [
        (".nodes", try ParquetExport.parties(graph)), (".edges", try ParquetExport.deals(graph)),
      ]
    case .markdown: [("", TableExport.markdown(graph))]
    case .html: [("", TableExport.html(graph))]
    }
  }
}
