import DealModel

/// What a graph says in RDF: schema.org for parties and payments, PROV-O for where it is said, and
/// `urn:dealgraph:term:` for what neither has.
struct RDFStatement {
  /// The object of a statement.
  enum Object {
    case resource(String)
    case text(String)
    /// A literal of a datatype of XML Schema.
    case typed(String, String)
  }

  let subject: String
  let predicate: String
  let object: Object

  static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
  static let xsd = "http://www.w3.org/2001/XMLSchema#"
  private static let schema = "https://schema.org/"
  private static let prov = "http://www.w3.org/ns/prov#"
  private static let term = "urn:dealgraph:term:"

  /// Hands every statement of `graph` to `body`, those of one subject after each other.
  static func forEach(of graph: DealGraph, _ body: (RDFStatement) -> Void) {
    for article in graph.articles {
      let subject = iri("article", article.id)
      func say(_ predicate: String, _ object: Object) {
        body(RDFStatement(subject: subject, predicate: predicate, object: object))
      }
      say(type, .resource(schema + "Article"))
      say(type, .resource(prov + "Entity"))
      if let title = article.title { say(schema + "headline", .text(title)) }
      if let source = article.source { say(schema + "url", .text(source)) }
      if let date = article.date { say(schema + "datePublished", literal(date)) }
      if let language = article.language { say(schema + "inLanguage", .text(language)) }
    }
    for party in graph.parties {
      let subject = iri("party", party.id)
      func say(_ predicate: String, _ object: Object) {
        body(RDFStatement(subject: subject, predicate: predicate, object: object))
      }
      say(type, .resource(schema + (party.kind == "person" ? "Person" : "Organization")))
      say(schema + "identifier", .text(party.id))
      say(schema + "name", .text(party.name))
      for alias in party.aliases { say(schema + "alternateName", .text(alias)) }
      if let kind = party.kind { say(term + "partyKind", .text(kind)) }
      if let ticker = party.ticker { say(schema + "tickerSymbol", .text(ticker)) }
    }
    for deal in graph.deals { forEach(of: deal, body) }
  }

  private static func forEach(of deal: Deal, _ body: (RDFStatement) -> Void) {
    let subject = iri("deal", deal.key)
    func say(_ predicate: String, _ object: Object) {
      body(RDFStatement(subject: subject, predicate: predicate, object: object))
    }
    say(type, .resource(schema + "PayAction"))
    say(schema + "agent", .resource(iri("party", deal.payer)))
    say(schema + "recipient", .resource(iri("party", deal.payee)))
    if let date = deal.date { say(schema + "startTime", literal(date)) }
    if let amount = deal.amount {
      say(schema + "price", .typed(CSVExport.number(amount.value), "double"))
      say(schema + "priceCurrency", .text(amount.currency.rawValue))
    }
    let known: Set<DealColumn> = [.amount, .currency, .date, .article, .start, .end, .evidence]
    for column in DealColumn.allCases where !known.contains(column) {
      guard let value = column.text(deal) else { continue }
      say(term + column.rawValue, column.isNumeric ? .typed(value, "double") : .text(value))
    }
    for index in deal.evidence.indices {
      say(prov + "wasDerivedFrom", .resource(iri("evidence", "\(deal.key)#\(index)")))
    }
    for (index, evidence) in deal.evidence.enumerated() {
      forEach(of: evidence, iri("evidence", "\(deal.key)#\(index)"), body)
    }
  }

  private static func forEach(
    of evidence: Evidence, _ subject: String, _ body: (RDFStatement) -> Void
  ) {
    func say(_ predicate: String, _ object: Object) {
      body(RDFStatement(subject: subject, predicate: predicate, object: object))
    }
    say(type, .resource(prov + "Entity"))
    say(prov + "wasQuotedFrom", .resource(iri("article", evidence.article)))
    say(prov + "value", .text(evidence.text))
    say(term + "start", .typed(String(evidence.range.lowerBound), "integer"))
    say(term + "end", .typed(String(evidence.range.upperBound), "integer"))
  }

  private static func literal(_ date: PartialDate) -> Object {
    .typed(
      date.description, date.day != nil ? "date" : date.month != nil ? "gYearMonth" : "gYear")
  }

  /// An IRI in which every byte but letters and digits of ASCII is percent-encoded.
  private static func iri(_ kind: String, _ id: String) -> String {
    var iri = "urn:dealgraph:\(kind):"
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        iri.unicodeScalars.append(Unicode.Scalar(byte))
      default: iri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return iri
  }
}
