package import DealMentions
package import DealModel

/// What one sentence says of one deal.
package struct Claim: Sendable {
  /// The number of the sentence.
  package var sentence: Int
  /// The way it was read.
  package var way: Candidate
  /// The entity that pays.
  package var payer: Int
  /// The entity that is paid.
  package var payee: Int
  /// What the deal is about.
  package var kind: DealKind
  /// How far it has come.
  package var status: DealStatus
  /// The score of the deal, in units of 1/256 of a logit.
  package var score: Int32
  /// The sum, if one was found.
  package var sum: Quantity?
  /// How sure it is that the sum is this deal's, in units of 1/256 of a logit.
  package var sumScore: Int32 = 0
  /// The capacity.
  package var capacity: Quantity?
  /// The share of equity.
  package var stake: Quantity?
  /// The length of the contract.
  package var term: Quantity?
  /// The date.
  package var date: Quantity?
  /// The number of the sentence the sum stands in.
  package var sumSentence: Int
  /// The name of the frame and voice that spoke.
  package var rule: String

  /// The sum, where the sentence of the claim states it.
  var ownSum: Quantity? { sumSentence == sentence ? sum : nil }

  /// Whether it is a claim of equity that states the share.
  var hasShare: Bool {
    stake != nil && (kind == .investment || kind == .acquisition || kind == .equityGrant)
  }

  /// The kind that the share of equity asks for: up to half is an investment, more an acquisition; nil
  /// where the kind is another or already fits.
  var kindByStake: DealKind? {
    guard let stake, case .stake(let percent, _) = stake.value else { return nil }
    if kind == .acquisition, percent <= 50 { return .investment }
    if kind == .investment, percent > 50, status != .ended { return .acquisition }
    return nil
  }
}
