import DealFlow
public import DealModel

/// What parties own of each other through all chains of the stakes that deals state.
public struct Ownership: Sendable {
  /// The ids of the parties that hold or are held, ascending.
  public let parties: [String]
  private let integrated: IntegratedOwnership

  /// The ownership by the investments and acquisitions of a graph that state a stake and have not
  /// ended, stakes in per cent; nil where there are none or too many parties, or where parties own
  /// all of themselves.
  ///
  /// Stakes of several deals of one pair are added, to 100% at most: they may be the same stake told
  /// twice, so what is found is an upper bound.
  ///
  /// - Complexity: O(*n*³) for *n* parties.
  public init?(of graph: DealGraph) {
    var direct: [String: [String: Double]] = [:]
    for deal in graph.deals where [.investment, .acquisition].contains(deal.kind) {
      guard let stake = deal.stake, stake > 0, deal.status != .ended, deal.payer != deal.payee
      else { continue }
      direct[deal.payer, default: [:]][deal.payee, default: 0] += stake / 100
    }
    let parties = Set(direct.keys).union(direct.values.flatMap(\.keys)).sorted()
    var numbers: [String: Int32] = [:]
    for (number, party) in parties.enumerated() { numbers[party] = Int32(number) }
    var stakes: [(owner: Int32, owned: Int32, share: Double)] = []
    for owner in direct.keys.sorted() {
      for owned in (direct[owner] ?? [:]).keys.sorted() {
        guard let from = numbers[owner], let to = numbers[owned] else { continue }
        stakes.append((from, to, min(1, direct[owner]?[owned] ?? 0)))
      }
    }
    guard !stakes.isEmpty, let found = IntegratedOwnership(count: parties.count, stakes: stakes)
    else { return nil }
    self.parties = parties
    integrated = found
  }

  /// What `owner` holds of `owned`, directly and through others, 0…1; nil for parties without stakes.
  public func share(of owner: String, in owned: String) -> Double? {
    guard let from = parties.firstIndex(of: owner), let to = parties.firstIndex(of: owned) else {
      return nil
    }
    return integrated.share(of: Int32(from), in: Int32(to))
  }

  /// The parties that own a part of themselves by a circle of stakes, the largest part first.
  public var ownHoldings: [(party: String, share: Double)] {
    parties.indices.map { (parties[$0], integrated.share(of: Int32($0), in: Int32($0))) }
      .filter { $0.1 > 1e-9 }
      .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }
  }
}
