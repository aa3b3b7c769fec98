import DealLexicon
package import DealTables
import DealText

/// Which relations the payer and the payee of a frame have to the word that evokes it.
package struct FrameRoles: Sendable {
  /// How well a relation fits a role.
  package enum Fit: UInt8 {
    /// The frame says nothing of itself.
    case unknown
    /// The relation is of neither role.
    case no
    /// The relation is the other role's alone.
    case other
    /// The relation is this role's.
    case yes
    /// The relation is this role's, and no word that might govern it stands between.
    case near

    static let words = ["unknown", "misfit", "other", "fit", "near"]
    static let atoms = words.map { foldedHash($0.utf8) }
    var atom: UInt64 { Self.atoms[Int(rawValue)] }
  }

  private struct Roles: Sendable {
    var payer: WordSet = []
    var payee: WordSet = []
  }
  private var roles = WordTable<Roles>()

  /// Reads the rows of a table that are of a language.
  ///
  /// Columns: language, frame, voice, payer, payee, example; roles are lists of relations.
  package init(_ table: Table, language: String) {
    table.forEachRow { _, cells in
      guard cells.count >= 5, cells[0].elementsEqual(language.utf8) else { return }
      func relations(_ cell: ArraySlice<UInt8>) -> WordSet {
        WordSet(cell.split(separator: 0x20).map { foldedHash($0) })
      }
      let key = mixed(foldedHash(cells[1]), foldedHash(cells[2]))
      roles[key] = Roles(payer: relations(cells[3]), payee: relations(cells[4]))
    }
  }

  /// How well a relation to a trigger fits the role of payer or payee.
  func fit(_ relation: Relation, _ hit: TriggerHit, isPayer: Bool) -> Fit {
    let fits = fits(relation, hit)
    return isPayer ? fits.payer : fits.payee
  }

  /// How well a relation to a trigger fits either role.
  func fits(_ relation: Relation, _ hit: TriggerHit) -> (payer: Fit, payee: Fit) {
    guard
      let roles = roles[mixed(hit.frame, hit.voice.atom)] ?? roles[mixed(hit.frame, Self.any)]
    else { return (.unknown, .unknown) }
    let (pays, isPaid) = (
      roles.payer.contains(relation.plain), roles.payee.contains(relation.plain)
    )
    let yes: Fit = relation.isNear ? .near : .yes
    return (pays ? yes : isPaid ? .other : .no, isPaid ? yes : pays ? .other : .no)
  }

  private static let any = atom("any")
}
