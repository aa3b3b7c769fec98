import DealModel

/// A graph that grows by cells.
struct GraphBuilder {
  private(set) var graph = DealGraph()
  private var keys: Set<String> = []
  private var ids: Set<String> = []
  private var articles: Set<String> = []

  /// Adds a deal, and the article that proves it.
  mutating func addDeal(_ cells: DealCells) throws(ImportError) {
    let deal = try cells.deal(number: graph.deals.count + 1)
    guard keys.insert(deal.key).inserted else { throw cells.error("a key stands twice") }
    graph.deals.append(deal)
    for proof in deal.evidence where articles.insert(proof.article).inserted {
      graph.articles.append(Article(id: proof.article, source: cells["url"]))
    }
  }

  /// Adds a party.
  mutating func addParty(_ cells: DealCells) throws(ImportError) {
    let party = try cells.party()
    guard ids.insert(party.id).inserted else { throw cells.error("a party stands twice") }
    graph.parties.append(party)
  }

  /// The graph, with a party for every end of a deal.
  func finished() -> DealGraph {
    var graph = graph
    graph.addEnds()
    return graph
  }
}
