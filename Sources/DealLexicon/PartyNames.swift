public import DealTables
public import DealText

/// The curated parties and every form they are known by.
public struct PartyNames: Sendable {
  /// A row of the table.
  public struct Entry: Sendable, Hashable {
    /// The id.
    public let id: String
    /// The best-known English name.
    public let name: String
    /// `company`, `fund`, `bank`, `government`, `project` or `person`.
    public let kind: String?
    /// The symbol of the main listing.
    public let ticker: String?
    /// The sector.
    public let sector: String?
    /// The ISO 3166 code of the country.
    public let country: String?
  }

  /// The rows.
  public private(set) var entries: [Entry] = []
  @usableFromInline var matcher = PhraseMatcher<(party: Int32, isCapital: Bool)>()
  private var index: [String: Int] = [:]
  /// The parties that the user's own tables name.
  private var own: Set<Int> = []

  /// Reads a table with the columns of `parties.tsv`.
  public init(_ table: Table) { add(table, isOwn: false) }

  /// Adds the rows of a user's table; forms that are known already keep their party.
  public mutating func add(_ table: Table) { add(table, isOwn: true) }

  /// Whether the user's own tables name any party.
  public var hasOwn: Bool { !own.isEmpty }

  /// Whether the user's own tables name a party.
  public func isOwn(_ party: Int) -> Bool { own.contains(party) }

  private static let bar = foldedHash("|".utf8)

  private mutating func add(_ table: Table, isOwn: Bool) {
    func column(_ name: String) -> Int { table.columns.firstIndex(of: name) ?? .max }
    let (id, label, kind) = (column("id"), column("name"), column("kind"))
    let (ticker, sector, country) = (column("ticker"), column("sector"), column("country"))
    let forms = [column("simplified"), column("traditional"), column("aliases")]
    func cell(_ column: Int, _ cells: [ArraySlice<UInt8>]) -> String? {
      guard column < cells.count, !cells[column].isEmpty else { return nil }
      return String(decoding: cells[column], as: UTF8.self)
    }
    table.forEachRow { _, cells in
      guard let name = cell(label, cells) else { return }
      add(
        Entry(
          id: cell(id, cells) ?? name, name: name, kind: cell(kind, cells),
          ticker: cell(ticker, cells), sector: cell(sector, cells),
          country: cell(country, cells)),
        forms: [cells[label]] + forms.lazy.filter { $0 < cells.count }.map { cells[$0] })
      if isOwn, let party = index[cell(id, cells) ?? name] { own.insert(party) }
    }
  }

  /// The party whose form starts at a token, and where the form ends.
  @inlinable
  public func match(_ article: ArticleText, at start: Int, limit: Int) -> (end: Int, party: Int)? {
    let tokens = article.tokens
    guard tokens[start].kind != .mark,
      let (end, value) = matcher.match(tokens, at: start, limit: limit)
    else { return nil }
    // "Block" is a company, "block" is not.
    if value.isCapital, !tokens[start].hasCapital { return nil }
    return (end, Int(value.party))
  }

  /// The party of a whole phrase.
  public func party(of phrase: [Token]) -> Int? { party(of: phrase.indices, in: phrase) }

  /// The party of a range of tokens that is a whole phrase.
  public func party(of phrase: Range<Int>, in tokens: [Token]) -> Int? {
    guard let (end, value) = matcher.match(tokens, at: phrase.lowerBound, limit: phrase.upperBound),
      end == phrase.upperBound
    else { return nil }
    return Int(value.party)
  }

  /// Adds a party by its forms: cells of a table, each with forms that `|` parts.
  private mutating func add(_ entry: Entry, forms: [ArraySlice<UInt8>]) {
    let party = index[entry.id] ?? entries.count
    if party == entries.count {
      index[entry.id] = party
      entries.append(entry)
    }
    for cell in forms where !cell.isEmpty {
      for tokens in phraseTokens(Array(cell)).split(whereSeparator: { $0.word == Self.bar }) {
        matcher.insert(tokens, (Int32(party), tokens[tokens.startIndex].hasCapital))
      }
    }
  }
}
