/// Loops that hang on the same weakest payment.
///
/// Ten loops over one narrow payment are one circle told ten times: what can have come back by all of
/// them is no more than that payment (Ulanowicz, "Identifying the structure of cycling in ecosystems",
/// 1983).
public struct Nexus: Sendable, Hashable {
  /// The party that makes the weakest payment.
  public var payer: String
  /// The party that gets it.
  public var payee: String
  /// The payment in US dollars; nil where its sum is unknown.
  public var usd: Double?
  /// The places of the loops in the list.
  public var loops: [Int]

  /// The loops by their weakest payments, in the order in which the payments are first met.
  ///
  /// - Complexity: O(*c*) for *c* loops.
  public static func groups(of loops: [Loop]) -> [Nexus] {
    var groups: [Nexus] = []
    var places: [[String]: Int] = [:]
    for (number, loop) in loops.enumerated() where loop.hops.indices.contains(loop.weakest) {
      let hop = loop.hops[loop.weakest]
      if let place = places[[hop.payer, hop.payee]] {
        groups[place].loops.append(number)
      } else {
        places[[hop.payer, hop.payee]] = groups.count
        groups.append(
          Nexus(
            payer: hop.payer, payee: hop.payee, usd: hop.usd > 0 ? hop.usd : nil, loops: [number]))
      }
    }
    return groups
  }
}
