import DealLoops
import DealModel

/// One loop told hop by hop, each deal with the sentence that proves it.
struct LoopStory {
  let graph: DealGraph
  let messages: MessageOptions

  func text(_ loop: Loop, rank: Int) -> String {
    let names = PartyNames(graph)
    var text = messages.bold("\(rank)  \(LoopTable.arrows(loop.parties, names))") + "\n"
    text += "   bottleneck \(loop.bottleneckText)"
    text += loop.tightness.map { ", tightness \(Figure.percent($0))" } ?? ""
    text += ", certainty \(Figure.percent(loop.certainty)), dates \(loop.dates)"
    text += loop.isCausal.map { $0 ? ", in order of time" : ", not in order of time" } ?? ""
    text += "\n"
    let deals = Dictionary(
      graph.deals.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, hop) in loop.hops.enumerated() {
      let mark = number == loop.weakest && loop.bottleneck != nil ? "  ← weakest" : ""
      let size =
        hop.usd > 0 ? (hop.isKnown ? "" : "at least ") + Figure.usd(hop.usd) : "sum unknown"
      text += "\n   \(names[hop.payer]) → \(names[hop.payee])  \(size)\(mark)\n"
      for key in hop.deals { text += deals[key].map(deal) ?? "" }
    }
    return text
  }

  private func deal(_ deal: Deal) -> String {
    var text = "     \(DealWords.summary(of: deal))  \(messages.dim(deal.key))\n"
    guard let evidence = deal.evidence.first else { return text + "     no sentence\n" }
    text += "     “\(DealWords.oneLine(evidence.text))”\n"
    let article = graph.articles.first { $0.id == evidence.article }
    let source = article.map { $0.source ?? $0.title ?? $0.id } ?? evidence.article
    let range = "\(evidence.range.lowerBound)-\(evidence.range.upperBound)"
    return text + "     \(messages.dim("\(source):\(range)"))\n"
  }
}
