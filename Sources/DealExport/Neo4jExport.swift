import DealModel

/// The CSV of `neo4j-admin database import`: header fields with types, arrays joined by `;`.
///
/// Texts may hold line breaks, so the import wants `--multiline-fields=true`. No cell is changed for
/// the sake of spreadsheets.
enum Neo4jExport {
  static func nodes(_ graph: DealGraph) -> [UInt8] {
    var bytes = line(["id:ID", "name", "kind", "ticker", "aliases:string[]", ":LABEL"])
    for party in graph.parties {
      let aliases = party.aliases.map { alias in alias.split(separator: ";").joined(separator: ",")
      }
      bytes += line([
        party.id, party.name, party.kind ?? "", party.ticker ?? "",
        aliases.joined(separator: ";"), "Party",
      ])
    }
    return bytes
  }

  static func edges(_ graph: DealGraph) -> [UInt8] {
    let heads = DealColumn.allCases.map { $0.isNumeric ? "\($0.rawValue):double" : $0.rawValue }
    var bytes = line([":START_ID", ":END_ID", ":TYPE"] + heads)
    for deal in graph.deals {
      bytes += line(
        [deal.payer, deal.payee, "DEAL"] + DealColumn.allCases.map { $0.text(deal) ?? "" })
    }
    return bytes
  }

  private static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      bytes += CSVExport.quoted(cell, disarmed: false)
    }
    return bytes + [0x0A]
  }
}
