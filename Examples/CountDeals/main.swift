// Reads articles with the library and prints who pays whom.
//
//     swift run CountDeals Examples/Articles/ai-circle.txt

import DealGraph

for path in CommandLine.arguments.dropFirst() {
  guard case .article(let article) = try Input.read(path) else { continue }
  let graph = Extractor().graph(of: [article])
  print("\(path): \(graph.parties.count) parties, \(graph.deals.count) deals")
  for deal in graph.deals {
    print("  \(deal.payer) -> \(deal.payee)  \(deal.kind.rawValue), \(deal.status.rawValue)")
  }
}
