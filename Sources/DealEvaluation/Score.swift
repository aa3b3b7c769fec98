/// Counts of annotated, found and right deals, with the shares that follow.
public struct Score: Sendable, Hashable {
  /// How many deals are annotated.
  public var annotated = 0
  /// How many annotated deals were found.
  public var hits = 0
  /// How many deals were found, right or wrong.
  public var found = 0
  /// How many found deals are right; `hits` but for a kind, where another kind may be right too.
  public var right = 0

  /// The share of found deals that are right; 0 of none.
  public var precision: Double { Self.share(right, of: found) }
  /// The share of annotated deals that were found; 0 of none.
  public var recall: Double { Self.share(hits, of: annotated) }
  /// The harmonic mean of precision and recall.
  public var f1: Double {
    let sum = precision + recall
    return sum > 0 ? 2 * precision * recall / sum : 0
  }

  static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
