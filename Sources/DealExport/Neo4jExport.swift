import DealModel

/// The CSV of `neo4j-admin database import`: header fields with types, arrays joined by `;`.
///
/// Texts may hold line breaks, so the import wants `--multiline-fields=true`. No cell is changed for
/// the sake of spreadsheets.
enum Neo4jExport {
  static func nodes(_ graph: DealGraph) -> [UInt8] {
    var text = CSVText()
    line(["id:ID", "name", "kind", "ticker", "aliases:string[]", ":LABEL"], to: &text)
    for party in graph.parties {
      let aliases = party.aliases.map { alias in alias.split(separator: ";").joined(separator: ",")
      }
      line(
        [
          party.id, party.name, party.kind, party.ticker, aliases.joined(separator: ";"), "Party",
        ], to: &text)
    }
    return text.bytes
  }

  static func edges(_ graph: DealGraph) -> [UInt8] {
    let heads = DealColumn.allCases.map { $0.isNumeric ? "\($0.rawValue):double" : $0.rawValue }
    var text = CSVText()
    line([":START_ID", ":END_ID", ":TYPE"] + heads, to: &text)
    for deal in graph.deals {
      line([deal.payer, deal.payee, "DEAL"] + DealColumn.allCases.map { $0.text(deal) }, to: &text)
    }
    return text.bytes
  }

  private static func line(_ cells: [String?], to text: inout CSVText) {
    for cell in cells { text.cell(cell, disarmed: false) }
    text.endLine("\n")
  }
}
