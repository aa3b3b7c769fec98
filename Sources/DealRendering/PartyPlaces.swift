import DealModel
import DealTables

/// The trade or the country of parties: what the graph says, else the curated table.
struct PartyPlaces {
  private let field: String?
  private var table: [String: String] = [:]

  init(_ cluster: PictureOptions.Cluster?) {
    field = cluster?.rawValue
    guard let field else { return }
    let parties = Table.parties
    guard let id = parties.columns.firstIndex(of: "id"),
      let column = parties.columns.firstIndex(of: field)
    else { return }
    parties.forEachRow { _, cells in
      guard max(id, column) < cells.count, !cells[column].isEmpty else { return }
      table[String(decoding: cells[id], as: UTF8.self)] =
        String(decoding: cells[column], as: UTF8.self)
    }
  }

  func place(of party: Party) -> String? {
    guard let field else { return nil }
    for known in party.unknown where known.name == field {
      if case .string(let text) = known.value { return text }
    }
    return table[party.id]
  }
}
