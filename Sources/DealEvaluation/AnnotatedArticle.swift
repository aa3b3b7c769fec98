public import DealModel

/// The deals that a reader found in an article, by hand.
public struct AnnotatedArticle: Sendable, Hashable {
  /// A deal; payer and payee are names of ``AnnotatedArticle/parties``.
  public struct Deal: Sendable, Hashable {
    /// What the deal is, with the names of the parties as payer and payee.
    public var deal: DealModel.Deal
    /// Other kinds that are right too.
    public var also: [DealKind]

    /// The kinds that are right.
    public var kinds: [DealKind] { [deal.kind] + also }
  }

  /// The language, as `en`, `zh` or `zh-Hant`.
  public var language: String
  /// Every party of a deal with the forms it is known by in the text.
  public var parties: [String: [String]] = [:]
  /// The deals, in the order of the file.
  public var deals: [Deal] = []

  /// Reads `{"language": …, "parties": {name: [form, …]}, "deals": [{"payer", "payee", "kind",
  /// "amount", …, "evidence"}]}`; other fields are passed over.
  ///
  /// - Throws: ``ModelError`` with the place.
  public init(json: [UInt8]) throws(ModelError) {
    var reader = JSONReader(json)
    var language: String?
    var parties: [String: [String]] = [:]
    var deals: [Deal] = []
    try reader.object { (name, reader) throws(ModelError) in
      switch name {
      case "language": language = try reader.string()
      case "parties":
        try reader.object { (party, reader) throws(ModelError) in
          parties[party] = try Self.strings(&reader)
        }
      case "deals":
        try reader.array { (reader) throws(ModelError) in deals.append(try Self.deal(&reader)) }
      default: try reader.skip()
      }
    }
    try reader.end()
    guard let language else { throw reader.error(.contract, "no language") }
    for deal in deals {
      for party in [deal.deal.payer, deal.deal.payee] where parties[party] == nil {
        throw reader.error(.contract, "the party '\(party)' of a deal is not in 'parties'")
      }
    }
    (self.language, self.parties, self.deals) = (language, parties, deals)
  }
}

extension AnnotatedArticle {
  private static func deal(_ reader: inout JSONReader) throws(ModelError) -> Deal {
    var deal = DealModel.Deal(
      key: "", payer: "", payee: "", kind: DealKind(rawValue: ""), status: DealStatus(rawValue: ""))
    var also: [DealKind] = []
    try reader.object { (name, reader) throws(ModelError) in
      switch name {
      case "payer": deal.payer = try reader.string()
      case "payee": deal.payee = try reader.string()
      case "kind": deal.kind = DealKind(rawValue: try reader.string())
      case "also": also = try strings(&reader).map { DealKind(rawValue: $0) }
      case "amount": deal.amount = try amount(&reader)
      case "capacity": deal.capacity = try capacity(&reader)
      case "stake": deal.stake = try reader.numberOrNull()
      case "years": deal.years = try reader.numberOrNull()
      case "status": deal.status = DealStatus(rawValue: try reader.string())
      case "evidence": deal.evidence = try evidence(&reader)
      default: try reader.skip()
      }
    }
    guard !deal.payer.isEmpty, !deal.payee.isEmpty, !deal.kind.rawValue.isEmpty else {
      throw reader.error(.contract, "a deal without payer, payee or kind")
    }
    return Deal(deal: deal, also: also)
  }

  private static func amount(_ reader: inout JSONReader) throws(ModelError) -> Amount? {
    if try reader.null() { return nil }
    var amount = Amount(value: 0, currency: Currency(rawValue: ""))
    try reader.object { (name, reader) throws(ModelError) in
      switch name {
      case "value": amount.value = try reader.number()
      case "currency": amount.currency = Currency(rawValue: try reader.string())
      case "bound": amount.bound = Bound(rawValue: try reader.string())
      case "scope": amount.scope = Scope(rawValue: try reader.string())
      default: try reader.skip()
      }
    }
    return amount
  }

  private static func capacity(_ reader: inout JSONReader) throws(ModelError) -> Capacity? {
    if try reader.null() { return nil }
    var capacity = Capacity(value: 0, unit: "")
    try reader.object { (name, reader) throws(ModelError) in
      switch name {
      case "value": capacity.value = try reader.number()
      case "unit": capacity.unit = try reader.string()
      case "bound": capacity.bound = Bound(rawValue: try reader.string())
      default: try reader.skip()
      }
    }
    return capacity
  }

  private static func evidence(_ reader: inout JSONReader) throws(ModelError) -> [Evidence] {
    guard let text = try reader.stringOrNull() else { return [] }
    return [Evidence(article: "", range: 0..<0, text: text)]
  }

  private static func strings(_ reader: inout JSONReader) throws(ModelError) -> [String] {
    if try reader.null() { return [] }
    var strings: [String] = []
    try reader.array { (reader) throws(ModelError) in strings.append(try reader.string()) }
    return strings
  }
}
