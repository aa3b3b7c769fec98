/// How the linear scores of a sentence's readings compare: one reading against its mirror image and
/// against the best of the others.
package struct LinearStanding {
  /// The names of the signs, which open those of ``PairSigns``.
  package static let names = [
    "linear", "mirror", "best", "order", "samePayer", "samePayee", "better", "payerPart",
    "payeePart",
  ]

  private struct Group {
    let payer: Int
    let payee: Int
    let top: Int32
  }
  private var groups: [Group] = []

  package init() {}

  /// Adds a pair of parties with the best linear score of its ways.
  package mutating func add(payer: Int, payee: Int, top: Int32) {
    groups.append(Group(payer: payer, payee: payee, top: top))
  }

  /// Writes the signs of a way with score `own` of a pair to `signs`, from a place on.
  package func write(
    _ score: LinearScore, payer: Int, payee: Int, to signs: inout [Int16], at start: Int = 0
  ) {
    let own = score.all
    var (mirror, best, samePayer, samePayee) = (Self.least, Self.least, Self.least, Self.least)
    var better = 0
    for group in groups where group.payer != payer || group.payee != payee {
      if group.payer == payee, group.payee == payer { mirror = max(mirror, group.top) }
      if group.payer == payer { samePayer = max(samePayer, group.top) }
      if group.payee == payee { samePayee = max(samePayee, group.top) }
      best = max(best, group.top)
      if group.top > own { better += 1 }
    }
    signs[start] = Self.clamped(own)
    signs[start + 1] = Self.clamped(own - mirror)
    signs[start + 2] = Self.clamped(best)
    signs[start + 3] = Self.clamped(own - best)
    signs[start + 4] = Self.clamped(samePayer)
    signs[start + 5] = Self.clamped(samePayee)
    signs[start + 6] = Int16(min(20, better))
    signs[start + 7] = Self.clamped(score.payer)
    signs[start + 8] = Self.clamped(score.payee)
  }

  private static let least: Int32 = -3000
  private static func clamped(_ score: Int32) -> Int16 { Int16(max(-6000, min(6000, score))) }
}

/// The linear score of a way to read a deal, and the parts of it that speak of one party only; in units
/// of 1/256 of a logit.
package struct LinearScore: Sendable {
  package var all: Int32
  package var payer: Int32
  package var payee: Int32

  package init(all: Int32, payer: Int32, payee: Int32) {
    (self.all, self.payer, self.payee) = (all, payer, payee)
  }
}
