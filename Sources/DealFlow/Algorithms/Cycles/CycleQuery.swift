/// Which cycles are looked for, and how far the search may go.
///
/// A search that ends for want of steps or of time says so; it never ends silently.
public struct CycleQuery: Sendable {
  /// Only cycles through this node.
  public var node: Int32?
  /// With ``node``: only cycles that go on from it to this node.
  public var successor: Int32?
  /// The most nodes of a cycle.
  public var maximumLength: Int
  /// How many cycles are met before the search ends.
  public var maximumCount = Int.max
  /// How many steps the search takes before it ends: a few nanoseconds each, and the same number
  /// on every machine.
  public var maximumSteps = Int.max
  /// How long the search goes on; with a limit the same input may end at different places.
  public var timeLimit: Duration?

  /// Looks for cycles of up to `maximumLength` nodes, without further limits.
  public init(maximumLength: Int = .max) { self.maximumLength = maximumLength }

  /// Looks for cycles through a node, or through the arc from it to `successor`.
  public init(through node: Int32, to successor: Int32? = nil, maximumLength: Int = .max) {
    self.node = node
    self.successor = successor
    self.maximumLength = maximumLength
  }
}

/// How many cycles a search met.
public struct CycleCount: Sendable, Hashable {
  /// The number.
  public let count: Int
  /// Whether these are all.
  public let isComplete: Bool
}
