/// Parties that pay each other in a circle: p1 → p2 → … → p1.
public struct Loop: Hashable, Sendable {
  /// One step of a loop: all deals in which one party pays the next.
  public struct Hop: Hashable, Sendable {
    /// The id of the party that pays.
    public var payer: String
    /// The id of the party that is paid.
    public var payee: String
    /// The sum in US dollars of the deals whose sums are known.
    public var usd: Double
    /// Whether the sums of all deals are known.
    public var isKnown: Bool
    /// The keys of the deals.
    public var deals: [String]

    /// Makes a hop.
    public init(payer: String, payee: String, usd: Double, isKnown: Bool, deals: [String]) {
      self.payer = payer
      self.payee = payee
      self.usd = usd
      self.isKnown = isKnown
      self.deals = deals
    }
  }

  /// The ids of the parties, the one that sorts first leading.
  public var parties: [String]
  /// The hops; `hops[i]` leads from `parties[i]` to the next.
  public var hops: [Hop]
}
