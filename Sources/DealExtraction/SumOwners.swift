import DealMentions
import DealModel

/// Decides whose a sum is that several claims of an article take for theirs.
///
/// It stays with the claim that has the best right to it, one of its own sentence before others, and
/// with those that are told with that one: of the same pair, or of the same kind with a common end; a
/// guarantee may be for the sum of the loan.
enum SumOwners {
  /// The claims, those without a right to their sum without it.
  static func settled(_ claims: [Claim]) -> [Claim] {
    var owners: [Int: Int] = [:]
    for (index, claim) in claims.enumerated() {
      guard let sum = claim.sum else { continue }
      let place = sum.tokens.lowerBound
      if let owner = owners[place], !isBefore(claim, claims[owner]) { continue }
      owners[place] = index
    }
    return claims.map { claim in
      guard let sum = claim.sum, let owner = owners[sum.tokens.lowerBound],
        !shares(claim, claims[owner])
      else { return claim }
      var claim = claim
      claim.sum = nil
      claim.sumSentence = claim.sentence
      return claim
    }
  }

  private static func isBefore(_ one: Claim, _ other: Claim) -> Bool {
    let (isOwn, isOthers) = (one.ownSum != nil, other.ownSum != nil)
    if isOwn != isOthers { return isOwn }
    return one.sumScore > other.sumScore
  }

  private static func shares(_ one: Claim, _ owner: Claim) -> Bool {
    if one.payer == owner.payer, one.payee == owner.payee { return true }
    let kinds = Set([one.kind, owner.kind])
    guard kinds.count == 1 || kinds == [.loan, .guarantee] else { return false }
    return one.payer == owner.payer || one.payee == owner.payee
      || kinds == [.loan, .guarantee] && one.payee == owner.payer
  }
}
