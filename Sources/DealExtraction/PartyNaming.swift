import DealLexicon
import DealMentions
import DealModel

/// Gives the parties of an article their ids and names.
struct PartyNaming {
  let lexicon: Lexicon

  func party(_ entity: Entity, in mentions: Mentions) -> Party {
    if let known = entity.known {
      let entry = lexicon.parties.entries[known]
      return Party(
        id: entry.id, name: entry.name, aliases: entity.forms, kind: entry.kind,
        ticker: entry.ticker)
    }
    let name = entity.forms.max { Self.rank($0) < Self.rank($1) } ?? ""
    return Party(id: Self.slug(name), name: name, aliases: entity.forms, kind: "company")
  }

  /// Longer names say more, up to a length.
  private static func rank(_ form: String) -> Int { min(form.utf8.count, 60) }

  /// An id of lower-case letters, digits, hyphens and letters beyond ASCII.
  static func slug(_ name: String) -> String {
    var words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    let slug = words.joined(separator: "-")
    return slug.isEmpty ? "party" : slug
  }

  private static let legalForms: Set<String> = [
    "inc", "corp", "corporation", "incorporated", "company", "co", "ltd", "limited", "llc", "lp",
    "llp", "plc", "ag", "sa", "se", "nv", "bv", "gmbh", "ab", "as", "asa", "oy", "oyj", "aps",
    "spa",
  ]
}
