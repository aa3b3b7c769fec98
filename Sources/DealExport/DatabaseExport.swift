import DealModel

/// A SQLite database with a table each for articles, parties, aliases, deals and evidence.
enum DatabaseExport {
  static func bytes(_ graph: DealGraph) throws(ExportError) -> [UInt8] {
    let database = try Database()
    try database.run(DatabaseSchema.tables + "BEGIN;")
    try database.insert(into: "articles", graph.articles.lazy.map(row))
    try database.insert(into: "parties", graph.parties.lazy.map(row))
    try database.insert(into: "aliases", graph.parties.lazy.flatMap(aliases))
    try database.insert(into: "deals", graph.deals.lazy.map(row))
    try database.insert(into: "evidence", graph.deals.lazy.flatMap(evidence))
    try database.run("COMMIT;" + DatabaseSchema.views)
    return try database.bytes()
  }

  private static func row(_ article: Article) -> [DatabaseValue] {
    [
      .text(article.id), .text(article.title), .text(article.source),
      .text(article.date?.description), .text(article.language), .integer(article.bytes),
    ]
  }

  private static func row(_ party: Party) -> [DatabaseValue] {
    [.text(party.id), .text(party.name), .text(party.kind), .text(party.ticker)]
  }

  private static func aliases(_ party: Party) -> [[DatabaseValue]] {
    party.aliases.enumerated().map { index, alias in
      [.text(party.id), .integer(index + 1), .text(alias)]
    }
  }

  private static func row(_ deal: Deal) -> [DatabaseValue] {
    [
      .text(deal.key), .text(deal.payer), .text(deal.payee), .text(deal.kind.rawValue),
      .text(deal.returns?.rawValue), .number(deal.amount?.value), .number(deal.amount?.low),
      .text(deal.amount?.currency.rawValue), .text(deal.amount?.bound.rawValue),
      .text(deal.amount?.scope.rawValue), .number(deal.amount?.usd),
      .number(deal.capacity?.value), .text(deal.capacity?.unit),
      .text(deal.capacity?.bound.rawValue), .number(deal.stake), .number(deal.years),
      .text(deal.date?.description), .text(deal.date?.firstDayText),
      .text(deal.date?.lastDayText), .text(deal.status.rawValue), .number(deal.confidence),
    ]
  }

  private static func evidence(_ deal: Deal) -> [[DatabaseValue]] {
    deal.evidence.enumerated().map { index, proof in
      let ranges = [proof.payer, proof.payee, proof.amount].flatMap { range in
        [DatabaseValue.integer(range?.lowerBound), .integer(range?.upperBound)]
      }
      return [
        .text(deal.key), .integer(index + 1), .text(proof.article),
        .integer(proof.range.lowerBound), .integer(proof.range.upperBound), .text(proof.text),
      ] + ranges + [.text(proof.rule)]
    }
  }
}

extension PartialDate {
  /// The first day the date can mean, `YYYY-MM-DD`.
  var firstDayText: String? { PartialDate.civil(dayNumber: firstDay)?.description }
  /// The last day the date can mean, `YYYY-MM-DD`.
  var lastDayText: String? { PartialDate.civil(dayNumber: lastDay)?.description }
}
