import DealLexicon
import DealTables
import DealText

extension NameTable {
  /// Adds the parties to a lexicon.
  ///
  /// A party that is known by its id, name or ticker gets the forms it has not. A single common word
  /// is no form: `Target Corp` is a party, `target` is none.
  func add(to lexicon: inout Lexicon) {
    let known = Known(lexicon.parties)
    var text = "id\tname\taliases\tticker\tkind\tsector\tcountry\n"
    for row in rows {
      let forms = row.forms.filter { form in
        let tokens = phraseTokens(form)
        return !(tokens.count == 1 && lexicon.vocabulary.contains(tokens[0].word))
      }
      let cells = [
        known.id(of: row, in: lexicon.parties), row.name,
        forms.map { Self.cell($0).replacing("|", with: " ") }.joined(separator: "|"),
        row.ticker ?? "", row.kind ?? "", row.sector ?? "", row.country ?? "",
      ]
      text += cells.map(Self.cell).joined(separator: "\t") + "\n"
    }
    lexicon.parties.add(Table(Array(text.utf8)))
  }

  /// A text without the characters that end cells and rows, and without a comment's first one.
  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// The parties that were known before, by id and by ticker.
  private struct Known {
    private var ids: Set<String> = []
    private var tickers: [String: String] = [:]

    init(_ parties: PartyNames) {
      for entry in parties.entries {
        ids.insert(entry.id)
        if let ticker = entry.ticker { tickers[ticker.uppercased()] = entry.id }
      }
    }

    func id(of row: Row, in parties: PartyNames) -> String {
      if let id = row.id, ids.contains(id) { return id }
      for form in [row.name] + row.forms {
        let tokens = phraseTokens(form)
        if !tokens.isEmpty, let party = parties.party(of: tokens) {
          return parties.entries[party].id
        }
      }
      if let ticker = row.ticker, let id = tickers[ticker.uppercased()] { return id }
      return PartyNaming.slug(row.id ?? row.name)
    }
  }
}
