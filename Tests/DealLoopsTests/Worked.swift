import DealModel

/// Graphs whose figures were worked out by other programs.
enum Worked {
  /// A graph in notation: `payer payee usd status date`, one deal a line.
  static func graph(_ lines: String) -> DealGraph {
    var graph = DealGraph()
    for line in lines.split(separator: "\n") {
      let cells = line.split(separator: " ").map(String.init)
      let usd = Double(cells[2])
      graph.deals.append(
        Deal(
          key: "\(cells[0])>\(cells[1]):\(graph.deals.count)", payer: cells[0], payee: cells[1],
          kind: .purchase,
          amount: usd.map { Amount(value: $0, currency: .usd, usd: $0) },
          date: cells.count > 4 ? PartialDate(cells[4]) : nil,
          status: DealStatus(rawValue: cells.count > 3 ? cells[3] : "completed")))
    }
    let ids = Set(graph.deals.flatMap { [$0.payer, $0.payee] }).sorted()
    graph.parties = ids.map { Party(id: $0, name: $0) }
    return graph
  }

  static let web = graph(
    """
    NVDA OAI 100000 planned 2025-09-22
    OAI ORCL 300000 agreed 2025-09-10
    ORCL NVDA 40000 completed 2025-05-23
    MSFT OAI 13000 completed 2023-01-23
    OAI MSFT 250000 agreed 2025-10-28
    MSFT NVDA 20000 completed 2025-06-30
    NVDA CRWV 6300 agreed 2025-09-15
    CRWV NVDA 8000 completed 2024-12-31
    OAI CRWV 22400 agreed 2025-09-25
    CRWV OAI 350 completed 2025-03-10
    MSFT CRWV 10000 completed 2024-06-30
    NVDA OAI 1000 completed 2024-10-02
    """)
}
