/// What a search for loops found.
public struct LoopReport: Sendable {
  /// The loops, ranked.
  public var loops: [Loop]
  /// Whether every loop was met; false where the budget ended the search.
  public var isComplete: Bool
  /// How many loops were met.
  public var found: Int
  /// All loops of up to this many hops were met, even where the budget ended the search; 1 where
  /// that was not looked at because the first loops in rank were found without the others.
  public var completeLength: Int
  /// Whether no other loop comes before the last of ``loops``, even where the budget ended the search.
  public var isExact: Bool
  /// Within how many days the hops of each loop follow each other, where that was asked for.
  public var window: Int?
}
