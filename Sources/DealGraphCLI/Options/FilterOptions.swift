public import ArgumentParser
public import DealModel

extension PartialDate: ExpressibleByArgument {
  /// Reads a date of the command line.
  public init?(argument: String) { self.init(argument) }
}

/// Which deals are kept.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep deals dated on or after this day.", valueName: "date"))
  var since: PartialDate?

  @Option(help: ArgumentHelp("Keep deals dated on or before this day.", valueName: "date"))
  var until: PartialDate?

  @Option(help: ArgumentHelp("Keep deals of these kinds: investment,loan,…", valueName: "kinds"))
  var kind: String?

  @Option(help: ArgumentHelp("Keep deals of these statuses: agreed,talks,…", valueName: "statuses"))
  var status: String?

  @Option(help: ArgumentHelp("Keep deals of at least this many US dollars.", valueName: "usd"))
  var minAmount: Double?

  @Option(help: ArgumentHelp("Keep deals at least this certain, 0…1.", valueName: "share"))
  var minConfidence: Double?

  @Option(help: ArgumentHelp("Keep deals of this party (id, name or alias).", valueName: "party"))
  var party: [String] = []

  func validate() throws {
    for word in Self.words(kind) where !DealKind.all.contains(DealKind(rawValue: word)) {
      throw ValidationError(
        "'\(word)' is no kind; kinds: \(Self.list(DealKind.all.map(\.rawValue)))")
    }
    for word in Self.words(status) where !DealStatus.all.contains(DealStatus(rawValue: word)) {
      throw ValidationError(
        "'\(word)' is no status; statuses: \(Self.list(DealStatus.all.map(\.rawValue)))")
    }
  }

  /// The graph with the deals that pass, and the parties they join.
  func applied(to graph: DealGraph) -> DealGraph {
    let kinds = Set(Self.words(kind))
    let statuses = Set(Self.words(status))
    let wanted = Set(party.flatMap { graph.parties(named: $0).map(\.id) })
    guard
      since != nil || until != nil || minAmount != nil || minConfidence != nil
        || !kinds.isEmpty || !statuses.isEmpty || !party.isEmpty
    else { return graph }
    var result = graph
    result.deals = graph.deals.filter { deal in
      (kinds.isEmpty || kinds.contains(deal.kind.rawValue))
        && (statuses.isEmpty || statuses.contains(deal.status.rawValue))
        && (party.isEmpty || wanted.contains(deal.payer) || wanted.contains(deal.payee))
        && (since.map { since in deal.date.map { $0.lastDay >= since.firstDay } ?? false } ?? true)
        && (until.map { until in deal.date.map { $0.firstDay <= until.lastDay } ?? false } ?? true)
        && (minAmount.map { deal.amount?.usd ?? -1 >= $0 } ?? true)
        && (minConfidence.map { deal.confidence ?? 1 >= $0 } ?? true)
    }
    let used = Set(result.deals.flatMap { [$0.payer, $0.payee] })
    result.parties = graph.parties.filter { used.contains($0.id) }
    return result
  }

  private static func words(_ list: String?) -> [String] {
    (list ?? "").split(separator: ",").map(String.init)
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

extension DealGraph {
  /// The parties that go by a name: their id, name or one of their aliases, whatever its case.
  func parties(named name: String) -> [Party] {
    let wanted = name.lowercased()
    return parties.filter { party in
      party.id == wanted || party.name.lowercased() == wanted
        || party.aliases.contains { $0.lowercased() == wanted }
    }
  }
}
