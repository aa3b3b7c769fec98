import DealModel

/// FollowTheMoney entities, one a line: loans are `Debt`, partnerships `UnknownLink`, all else
/// `Payment`.
///
/// Ids are of the letters that the model allows; names hold no line breaks, which it would drop.
enum FollowTheMoneyExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    let sources = Dictionary(
      graph.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var bytes: [UInt8] = []
    for party in graph.parties {
      let names = [("name", [party.name]), ("alias", party.aliases)]
      bytes += entity(id("party-", party.id), schema(of: party), names)
    }
    for deal in graph.deals {
      let article = deal.evidence.first.flatMap { sources[$0.article] }
      bytes += entity(id("deal-", deal.key), schema(of: deal), properties(deal, article))
    }
    return bytes
  }

  private static func properties(_ deal: Deal, _ article: Article?) -> [(String, [String])] {
    let ends: (String, String) =
      switch deal.kind {
      case .loan: ("creditor", "debtor")
      case .partnership: ("subject", "object")
      default: ("payer", "beneficiary")
      }
    var fields: [(String, [String])] = [
      (ends.0, [id("party-", deal.payer)]), (ends.1, [id("party-", deal.payee)]),
      ("recordId", [deal.key]), ("summary", ["\(deal.kind.rawValue), \(deal.status.rawValue)"]),
    ]
    if let date = deal.date { fields.append(("date", [date.description])) }
    if let amount = deal.amount, deal.kind != .partnership {
      fields.append(("amount", [CSVExport.number(amount.value)]))
      fields.append(("currency", [amount.currency.rawValue]))
      if let usd = amount.usd { fields.append(("amountUsd", [CSVExport.number(usd)])) }
    }
    fields.append(("description", deal.evidence.map(\.text)))
    if let source = article?.source, source.hasPrefix("http://") || source.hasPrefix("https://") {
      fields.append(("sourceUrl", [source]))
    }
    return fields
  }

  private static func entity(
    _ id: String, _ schema: String, _ fields: [(String, [String])]
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("id")
    writer.string(id)
    writer.name("schema")
    writer.string(schema)
    writer.name("properties")
    writer.beginObject()
    for (name, values) in fields {
      let texts = values.map(oneLine).filter { !$0.isEmpty }
      guard !texts.isEmpty else { continue }
      writer.name(name)
      writer.beginArray()
      for text in texts { writer.string(text) }
      writer.endArray()
    }
    writer.endObject()
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  private static func schema(of party: Party) -> String {
    switch party.kind {
    case "person": "Person"
    case "government": "PublicBody"
    case "project": "Organization"
    default: "Company"
    }
  }

  private static func schema(of deal: Deal) -> String {
    switch deal.kind {
    case .loan: "Debt"
    case .partnership: "UnknownLink"
    default: "Payment"
    }
  }

  /// An id of letters, digits and points, of which no two texts share one.
  static func id(_ prefix: String, _ text: String) -> String {
    var id = prefix
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: id.unicodeScalars.append(Unicode.Scalar(byte))
      default: id += "." + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return id
  }

  private static func oneLine(_ text: String) -> String {
    let kept = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    return String(String.UnicodeScalarView(kept)).split(separator: " ").joined(separator: " ")
  }
}
