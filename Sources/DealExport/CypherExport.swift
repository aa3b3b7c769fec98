import DealModel

/// Cypher, one statement a line, for Neo4j, Memgraph and Kuzu.
///
/// Comment lines at the head hold what each database wants first: the tables of Kuzu, the constraint
/// of Neo4j. Strings are escaped, so nothing an article says becomes a statement; line breaks in them
/// are spaces, since Kuzu knows no escape for one.
enum CypherExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    let columns = DealColumn.allCases.map {
      "`\($0.rawValue)` \($0.isNumeric ? "DOUBLE" : "STRING")"
    }
    var text = "// kuzu: CREATE NODE TABLE Party(id STRING, name STRING, kind STRING, "
    text += "ticker STRING, aliases STRING[], PRIMARY KEY (id));\n"
    text +=
      "// kuzu: CREATE REL TABLE DEAL(FROM Party TO Party, \(columns.joined(separator: ", ")));\n"
    text +=
      "// neo4j: CREATE CONSTRAINT party_id IF NOT EXISTS FOR (p:Party) REQUIRE p.id IS UNIQUE;\n"
    for party in graph.parties { text += node(party) }
    for deal in graph.deals { text += relation(deal) }
    return Array(text.utf8)
  }

  private static func node(_ party: Party) -> String {
    var fields = ["id: \(quoted(party.id))", "name: \(quoted(party.name))"]
    if let kind = party.kind { fields.append("kind: \(quoted(kind))") }
    if let ticker = party.ticker { fields.append("ticker: \(quoted(ticker))") }
    if !party.aliases.isEmpty {
      fields.append("aliases: [\(party.aliases.map(quoted).joined(separator: ", "))]")
    }
    return "CREATE (:Party {\(fields.joined(separator: ", "))});\n"
  }

  private static func relation(_ deal: Deal) -> String {
    let fields = DealColumn.allCases.compactMap { column -> String? in
      if column.isNumeric {
        return column.number(deal).map { "`\(column.rawValue)`: \($0.description)" }
      }
      return column.text(deal).map { "`\(column.rawValue)`: \(quoted($0))" }
    }
    return "MATCH (a:Party {id: \(quoted(deal.payer))}), (b:Party {id: \(quoted(deal.payee))}) "
      + "CREATE (a)-[:DEAL {\(fields.joined(separator: ", "))}]->(b);\n"
  }

  static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "'": result += "\\'"
      case "\n", "\r", "\t": result += " "
      case "\u{0}"..."\u{1F}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
