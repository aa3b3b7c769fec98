/// What a deal is about. The twelve kinds of the data contract are constants; others are kept as read.
public struct DealKind: RawRepresentable, Hashable, Sendable {
  /// The word used in JSON.
  public let rawValue: String

  /// Makes a kind from the word used in JSON.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Equity bought, or a named venture funded.
  public static let investment = DealKind(rawValue: "investment")
  /// Control bought.
  public static let acquisition = DealKind(rawValue: "acquisition")
  /// Money lent, or debt bought.
  public static let loan = DealKind(rawValue: "loan")
  /// Goods bought: chips, servers, energy, equipment.
  public static let purchase = DealKind(rawValue: "purchase")
  /// Cloud, compute, hosting or capacity bought.
  public static let compute = DealKind(rawValue: "compute")
  /// Land, a building or hardware rented.
  public static let lease = DealKind(rawValue: "lease")
  /// Technology, a model, content or rights paid for.
  public static let licence = DealKind(rawValue: "licence")
  /// Shares or warrants issued as part of a commercial deal, not for cash.
  public static let equityGrant = DealKind(rawValue: "equityGrant")
  /// An obligation backed.
  public static let guarantee = DealKind(rawValue: "guarantee")
  /// A subsidy, award or credits given.
  public static let grant = DealKind(rawValue: "grant")
  /// A share of revenue paid.
  public static let revenueShare = DealKind(rawValue: "revenueShare")
  /// An alliance without direction or money; drawn faintly, never part of a loop.
  public static let partnership = DealKind(rawValue: "partnership")

  /// The twelve kinds of the contract, in its order.
  public static let all: [DealKind] = [
    .investment, .acquisition, .loan, .purchase, .compute, .lease, .licence, .equityGrant,
    .guarantee, .grant, .revenueShare, .partnership,
  ]
}
