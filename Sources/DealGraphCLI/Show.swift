import ArgumentParser
import DealModel

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the deals with the sentences that prove them.",
    discussion: "Name a party with --party to see its deals only.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Write the deals as JSON, one a line.")
  var json = false

  func run() throws {
    let (graph, hasFailures) = try input.load()
    if json {
      var writer = JSONWriter()
      for deal in graph.deals {
        writer.deal(deal)
        writer.endLine()
      }
      try output.write(writer.bytes)
    } else {
      try output.write(text(graph))
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private func text(_ graph: DealGraph) -> String {
    guard !graph.deals.isEmpty else { return "no deals\n" }
    let names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let sources = Dictionary(
      graph.articles.map { ($0.id, $0.source ?? $0.title ?? $0.id) },
      uniquingKeysWith: { first, _ in first })
    let messages = input.messages
    var text = ""
    for deal in graph.deals {
      let payer = names[deal.payer] ?? deal.payer
      let payee = names[deal.payee] ?? deal.payee
      text += messages.bold("\(payer) → \(payee)") + "  \(DealWords.summary(of: deal))\n"
      for evidence in deal.evidence {
        let place =
          "\(sources[evidence.article] ?? evidence.article):\(evidence.range.lowerBound)-\(evidence.range.upperBound)"
        text += "    “\(DealWords.oneLine(evidence.text))”\n    \(messages.dim(place))\n"
      }
    }
    return text
  }
}

/// Deals in words.
enum DealWords {
  /// The kind, sum, quantity, share, term, status, date and confidence of a deal.
  static func summary(of deal: Deal) -> String {
    var parts = [deal.kind.rawValue]
    if let amount = deal.amount { parts.append(sum(amount)) }
    if let capacity = deal.capacity {
      parts.append("\(bound(capacity.bound))\(number(capacity.value)) \(capacity.unit)")
    }
    if let stake = deal.stake { parts.append("\(number(stake))%") }
    if let years = deal.years { parts.append("\(number(years)) y") }
    parts.append(deal.status.rawValue)
    if let date = deal.date { parts.append(date.description) }
    if let confidence = deal.confidence { parts.append("p=\(number(confidence))") }
    return parts.joined(separator: ", ")
  }

  /// A sum with its bound and currency, in thousands, millions and billions.
  static func sum(_ amount: Amount) -> String {
    let shared = amount.scope == .joint ? " (shared)" : ""
    return bound(amount.bound) + amount.currency.rawValue + " " + short(amount.value) + shared
  }

  /// A number in thousands (k), millions (M), billions (B) or trillions (T).
  static func short(_ value: Double) -> String {
    for (unit, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")]
    where value.magnitude >= unit {
      return number((value / unit * 100).rounded() / 100) + letter
    }
    return number((value * 100).rounded() / 100)
  }

  static func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? value.description
  }

  static func bound(_ bound: Bound) -> String {
    switch bound {
    case .upTo: "≤"
    case .atLeast: "≥"
    case .about: "~"
    default: ""
    }
  }

  /// A text on one line.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
