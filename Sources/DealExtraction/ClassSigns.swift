import DealLexicon

/// The signs for choosing a class of a claim, its kind or its status, by trees: the class scores of the
/// linear model, the kind where that is known, and the signs of the candidate.
package enum ClassSigns {
  /// The names of the signs for `classes`.
  package static func names(_ classes: [String]) -> [String] {
    ["=kindOf"] + classes.map { "class.\($0)" } + PairSigns.names
  }

  /// The signs; `scores` are those of the linear model, `kind` is -1 where it is to be chosen.
  package static func row(_ scores: [Int32], kind: Int, _ signs: [Int16]) -> [Int16] {
    let top = scores.max() ?? 0
    return [Int16(kind)] + scores.map { Int16(max(-6000, $0 &- top)) } + signs
  }
}
