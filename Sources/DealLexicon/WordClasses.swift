public import DealTables
public import DealText

/// Classes of words that tell names from other capitalised words and from each other.
public struct WordClasses: Sendable {
  /// A class; the case name stands in the table.
  public enum Class: String, CaseIterable, Sendable {
    /// A country, region or city, or its adjective.
    case place
    /// A given name of a person; in Chinese a surname.
    case person
    /// A title before a person's name or an office after it.
    case title
    /// A legal form: `Inc`, `有限公司`.
    case legal
    /// A word that ends organisations' names: `Bank`, `Capital`, `资本`.
    case organisation
    /// A common noun for an organisation: `chipmaker`, `该公司`.
    case description
    /// A month or weekday.
    case calendar
    /// A news medium or data vendor.
    case media
    /// A product, law or index.
    case product
    /// A word that opens sentences and is no name.
    case opener

    /// The number of the class.
    public var index: Int { Self.all.firstIndex(of: self) ?? 0 }

    private static let all = allCases
  }

  @usableFromInline var matcher = PhraseMatcher<Class>()

  /// Reads a table with the columns `class` and `word`.
  public init(_ table: Table) {
    table.forEachRow { _, cells in
      guard cells.count >= 2, let kind = Class(rawValue: String(decoding: cells[0], as: UTF8.self))
      else { return }
      matcher.insert(phraseTokens(Array(cells[1])), kind)
    }
  }

  /// The longest word of a class that starts at a token.
  @inlinable
  public func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Class)? {
    matcher.match(tokens, at: start, limit: limit)
  }
}
