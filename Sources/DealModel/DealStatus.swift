/// How far a deal has come.
public struct DealStatus: RawRepresentable, Hashable, Sendable {
  /// The word used in JSON.
  public let rawValue: String

  /// Makes a status from the word used in JSON.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Paid, closed, owned, or present-tense trade.
  public static let completed = DealStatus(rawValue: "completed")
  /// Signed, announced or committed.
  public static let agreed = DealStatus(rawValue: "agreed")
  /// Planned or intended, without an agreement.
  public static let planned = DealStatus(rawValue: "planned")
  /// Talked about, weighed or rumoured.
  public static let talks = DealStatus(rawValue: "talks")
  /// Cancelled, terminated, or the stake sold.
  public static let ended = DealStatus(rawValue: "ended")

  /// The five statuses, the firmest first.
  public static let all: [DealStatus] = [.completed, .agreed, .planned, .talks, .ended]

  /// The default probability that money flows: 1, 0.8, 0.5, 0.2 and 0; 0.5 for an unknown status.
  public var certainty: Double {
    switch self {
    case .completed: 1
    case .agreed: 0.8
    case .planned: 0.5
    case .talks: 0.2
    case .ended: 0
    default: 0.5
    }
  }
}
