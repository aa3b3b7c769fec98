import DealMentions
import DealModel

/// Decides whose a sum is that several claims of an article take for theirs.
///
/// It stays with the claim that has the best right to it, one of its own sentence before others, and with those
/// that are told with it: of the same pair, or of the same kind with a common end or in the same sentence; a
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

  /// Takes shares of equity from claims that found them in another sentence, where a claim of that sentence
  /// between other parties has them.
  static func settleShares(of claims: inout [Claim], _ reading: ArticleReading) {
    func isOwn(_ claim: Claim) -> Bool {
      claim.stake.map { reading.sentences[claim.sentence].tokens.contains($0.tokens.lowerBound) }
        ?? false
    }
    let owners = claims.filter(isOwn)
    for index in claims.indices where claims[index].stake != nil && !isOwn(claims[index]) {
      let claim = claims[index]
      if owners.contains(where: {
        $0.stake?.tokens == claim.stake?.tokens
          && ($0.payer != claim.payer || $0.payee != claim.payee)
      }) {
        claims[index].stake = nil
      }
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
    return one.payer == owner.payer || one.payee == owner.payee || one.sentence == owner.sentence
      || kinds == [.loan, .guarantee] && one.payee == owner.payer
  }
}
