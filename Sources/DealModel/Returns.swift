/// What comes back for the money of a deal.
public struct Returns: RawRepresentable, Hashable, Sendable {
  /// The word used in JSON.
  public let rawValue: String

  /// Makes a value from the word used in JSON.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Shares of the payee.
  public static let equity = Returns(rawValue: "equity")
  /// Control of the payee.
  public static let control = Returns(rawValue: "control")
  /// A debt of the payee.
  public static let debt = Returns(rawValue: "debt")
  /// Processors and memory.
  public static let chips = Returns(rawValue: "chips")
  /// Servers and racks.
  public static let servers = Returns(rawValue: "servers")
  /// Electricity and fuels.
  public static let energy = Returns(rawValue: "energy")
  /// Machines and plant.
  public static let equipment = Returns(rawValue: "equipment")
  /// Other goods.
  public static let goods = Returns(rawValue: "goods")
  /// Cloud, compute and hosting.
  public static let compute = Returns(rawValue: "compute")
  /// The use of land, buildings or hardware.
  public static let property = Returns(rawValue: "property")
  /// The use of technology or content.
  public static let licence = Returns(rawValue: "licence")
  /// The backing of an obligation.
  public static let guarantee = Returns(rawValue: "guarantee")
  /// The commercial commitment that granted shares pay for.
  public static let commitment = Returns(rawValue: "commitment")
  /// Nothing.
  public static let none = Returns(rawValue: "none")

  /// What a deal of `kind` returns when the text says no more.
  public init(of kind: DealKind) {
    self =
      switch kind {
      case .investment: .equity
      case .acquisition: .control
      case .loan: .debt
      case .compute: .compute
      case .lease: .property
      case .licence: .licence
      case .equityGrant: .commitment
      case .guarantee: .guarantee
      case .grant, .revenueShare, .partnership: .none
      default: .goods
      }
  }
}
