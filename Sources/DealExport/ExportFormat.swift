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

  /// The bytes of `graph` in this format; a CSV export has two parts.
  public func files(_ graph: DealGraph) -> [(suffix: String, bytes: [UInt8])] {
    switch self {
    case .json: [("", graph.json())]
    case .jsonl: [("", JSONLinesExport.bytes(graph))]
    case .csv: [(".nodes", CSVExport.nodes(graph)), (".edges", CSVExport.edges(graph))]
    case .graphml: [("", GraphMLExport.bytes(graph))]
    }
  }
}
