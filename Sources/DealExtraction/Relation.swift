import DealLexicon
import DealText

/// How a mention stands to a trigger: on which side, by which preposition, across how much.
package struct Relation: Sendable, Hashable {
  /// The number of the relation among all.
  let index: Int

  /// The relation in words.
  package var text: String { Self.words[index] }

  /// The atom of the relation.
  var atom: UInt64 { Self.atoms[index] }
  /// The atom of the relation without what lies between.
  var plain: UInt64 { Self.plainAtoms[index / 6] }

  /// Whether no nearer party before the trigger, or nearer verb after it, stands between.
  var isNear: Bool { index % 6 < 2 }

  /// Whether it is that of one to whom something goes: after the word by "to", before it or after by 给 or 向.
  var isRecipient: Bool { Self.recipients.contains(index / 12) }

  /// Whether it is that of an object after its verb.
  var isObjectAfter: Bool { index / 6 == Self.object * 2 + 1 }

  private static let recipients = ["to", "给", "向"].compactMap { labels.firstIndex(of: $0) }

  /// Whether it is that of a subject before its verb.
  var isSubjectBefore: Bool { index / 6 == Self.subject * 2 }

  static let labels =
    ["subj", "obj", "poss", "ctx", "none", "owner"]
    + [
      "by", "from", "to", "in", "into", "with", "for", "of", "on", "at", "through", "behind",
      "against", "between", "as", "via", "under", "after", "including", "than", "like", "among",
      "alongside", "towards", "toward", "inside", "over", "unlike", "upon", "onto",
    ]
    + [
      "向", "对", "由", "被", "从", "为", "与", "和", "跟", "给", "把", "将", "获", "经", "自", "在", "以",
      "受", "让", "于", "找", "替", "用", "因", "同", "找来", "获得", "遭", "是", "包括", "其中", "除", "据", "拿", "叫",
      "比", "像",
    ]

  private static let plainWords: [String] = labels.flatMap { ["b.\($0)", "a.\($0)"] }
  private static let plainAtoms = plainWords.map { foldedHash($0.utf8) }
  private static let words: [String] = plainWords.flatMap { word in
    (0..<6).map { "\(word).\($0)" }
  }
  private static let atoms = words.map { foldedHash($0.utf8) }

  /// Every word that stands for an atom.
  static let atomWords = words + plainWords

  /// - Parameters:
  ///   - label: The number of the label.
  ///   - isAfter: Whether the mention stands after the trigger.
  ///   - verbs: The number of nearer parties before the trigger, or of other verbs after it, counted
  ///     to two.
  ///   - hasComma: Whether a comma stands between.
  init(label: Int, isAfter: Bool, verbs: Int, hasComma: Bool) {
    index = (label * 2 + (isAfter ? 1 : 0)) * 6 + min(verbs, 2) * 2 + (hasComma ? 1 : 0)
  }

  /// That of a party which the sentence doesn't name.
  static let elsewhere = Relation(label: context, isAfter: false, verbs: 0, hasComma: false)
  /// That of a party where there is no trigger.
  static let unrelated = Relation(label: none, isAfter: false, verbs: 0, hasComma: false)

  static let subject = 0
  static let object = 1
  static let possessive = 2
  static let context = 3
  static let none = 4
  static let owner = 5

  private static let numbers = WordTable(
    labels.enumerated().dropFirst(6).map { (foldedHash($0.element.utf8), $0.offset) })

  /// The number of "with".
  static let with = label(of: foldedHash("with".utf8))

  /// The label of a preposition.
  static func label(of word: UInt64) -> Int? { numbers[word] }
}
