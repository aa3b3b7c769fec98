package import DealLexicon

/// The signs for choosing a class of a claim, its kind or its status, by trees: the class scores of the
/// linear model, the kind where that is known, and the signs of the candidate.
package enum ClassSigns {
  /// The names of the signs for `classes`.
  package static func names(_ classes: [String]) -> [String] {
    ["=kindOf"] + classes.map { "class.\($0)" } + PairSigns.names
  }

  /// Appends the signs; `scores` are those of the linear model, `kind` is -1 where it is to be chosen.
  package static func add(
    _ scores: [Int32], kind: Int, _ signs: ArraySlice<Int16>, to rows: inout SignRows
  ) {
    let top = scores.max() ?? 0
    rows.values.append(Int16(kind))
    for score in scores { rows.values.append(Int16(max(-6000, score &- top))) }
    rows.values.append(contentsOf: signs)
  }
}
