public import DealModel

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
  }

  /// The ids of the parties, the one that sorts first leading.
  public var parties: [String]
  /// The hops; `hops[i]` leads from `parties[i]` to the next.
  public var hops: [Hop]
  /// The least sum of a hop whose sums are known, in US dollars: what can have come back; nil where
  /// no hop's sum is known. Hops of unknown size may be smaller.
  public var bottleneck: Double?
  /// The sum of all hops in US dollars.
  public var gross: Double
  /// The bottleneck times the number of hops over the gross sum: 1 is a perfect round trip.
  public var tightness: Double?
  /// The probability that every hop is real, hops taken as independent.
  public var certainty: Double
  /// Whether one deal of each hop can be chosen so that, from some hop on, each is later than the one
  /// before; nil where dates that would tell are unknown. A date without a day counts as its first.
  public var isCausal: Bool?
  /// The earliest known date of its deals.
  public var since: PartialDate?
  /// The latest known date of its deals.
  public var until: PartialDate?
  /// The number of the hop with the least sum; of unknown ones the first.
  public var weakest: Int
}
