public import DealTables
import DealText

/// Tells a party's trade by the words of its name.
public struct Sectors: Sendable {
  private var matcher = PhraseMatcher<UInt64>()

  /// The sectors that can be told, as words.
  public static let words = [
    "cloud", "ai", "chips", "energy", "pharma", "bank", "fund", "media", "property", "government",
    "industry", "software", "person", "unknown",
  ]

  /// The atom of a sector of the curated table.
  private static let known: [String: String] = [
    "cloud": "cloud", "datacenter": "cloud", "ai": "ai", "chips": "chips", "energy": "energy",
    "utility": "energy", "battery": "energy", "pharma": "pharma", "biotech": "pharma",
    "health": "pharma", "bank": "bank", "finance": "fund", "fund": "fund", "sovereign": "fund",
    "media": "media", "games": "media", "property": "property", "government": "government",
    "research": "government", "software": "software", "telecom": "software",
  ]

  /// Reads a table with the columns `sector` and `word`.
  public init(_ table: Table) {
    table.forEachRow { _, cells in
      guard cells.count >= 2 else { return }
      matcher.insert(phraseTokens(Array(cells[1])), foldedHash(cells[0]))
    }
  }

  /// The number of a sector's atom among ``words``.
  public static func number(of atom: UInt64) -> Int { numbers[atom] ?? words.count }

  private static let numbers = WordTable(
    words.enumerated().map { (foldedHash($0.element.utf8), $0.offset) })

  /// The atom of a curated party's sector.
  public func atom(known sector: String?) -> UInt64 {
    foldedHash((sector.flatMap { Self.known[$0] } ?? "industry").utf8)
  }

  /// The atom of the sector that a name's last telling word stands for.
  public func atom(of name: String) -> UInt64 {
    let tokens = phraseTokens(name)
    var found = foldedHash("unknown".utf8)
    var index = 0
    while index < tokens.count {
      if let (end, sector) = matcher.match(tokens, at: index, limit: tokens.count) {
        found = sector
        index = end
      } else {
        index += 1
      }
    }
    return found
  }
}
