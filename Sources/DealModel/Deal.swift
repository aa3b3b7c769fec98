/// One agreement between two parties: money goes payer → payee, what is bought goes back.
public struct Deal: Hashable, Sendable {
  /// The key, unique in a graph, such as `nvidia>openai:investment:1`.
  public var key: String
  /// The id of the party that pays.
  public var payer: String
  /// The id of the party that is paid.
  public var payee: String
  /// What the deal is about.
  public var kind: DealKind
  /// What comes back for the money.
  public var returns: Returns?
  /// The sum; nil when the articles state none, never zero.
  public var amount: Amount?
  /// The quantity bought other than money.
  public var capacity: Capacity?
  /// Per cent of the payee's equity (of the issuer's for an equity grant).
  public var stake: Double?
  /// The length of the contract in years.
  public var years: Double?
  /// The announcement, signing or closing date.
  public var date: PartialDate?
  /// How far the deal has come.
  public var status: DealStatus
  /// The calibrated probability that the articles assert this deal, 0…1.
  public var confidence: Double?
  /// The sentences that prove the deal, the best first.
  public var evidence: [Evidence]
  /// Fields of a file that this version does not know.
  public var unknown: [JSONField]

  /// Makes a deal.
  public init(
    key: String, payer: String, payee: String, kind: DealKind, returns: Returns? = nil,
    amount: Amount? = nil, capacity: Capacity? = nil, stake: Double? = nil, years: Double? = nil,
    date: PartialDate? = nil, status: DealStatus = .agreed, confidence: Double? = nil,
    evidence: [Evidence] = [], unknown: [JSONField] = []
  ) {
    self.key = key
    self.payer = payer
    self.payee = payee
    self.kind = kind
    self.returns = returns
    self.amount = amount
    self.capacity = capacity
    self.stake = stake
    self.years = years
    self.date = date
    self.status = status
    self.confidence = confidence
    self.evidence = evidence
    self.unknown = unknown
  }
}
