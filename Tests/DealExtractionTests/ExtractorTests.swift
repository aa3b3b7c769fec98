import DealExtraction
import DealModel
import DealText
import Foundation
import Testing

private let extractor = Extractor()

/// The deals of a sentence below a headline and a date, as `payer > payee kind`.
private func deals(_ sentence: String) -> [String] {
  let isChinese = sentence.utf8.contains { $0 >= 0xE4 }
  let head = isChinese ? "今日消息\n2025年5月6日\n\n" : "Notes of the day\nMay 6, 2025\n\n"
  let graph = extractor.graph(of: [SourceText(plain: Array((head + sentence).utf8))])
  return graph.deals.map { "\($0.payer) > \($0.payee) \($0.kind.rawValue)" }
}

@Test(arguments: [
  (
    "Vestra Holdings bought Larkin Foods for $30 million.",
    "vestra-holdings > larkin-foods acquisition"
  ),
  (
    "Larkin Foods was acquired by Vestra Holdings for $30 million.",
    "vestra-holdings > larkin-foods acquisition"
  ),
  (
    "Vestra Holdings invested $5 million in Larkin Foods.",
    "vestra-holdings > larkin-foods investment"
  ),
  (
    "Larkin Foods raised $50 million from Vestra Capital.",
    "vestra-capital > larkin-foods investment"
  ),
  ("Vestra Bank lent $12 million to Larkin Foods.", "vestra-bank > larkin-foods loan"),
  ("Larkin Foods secured a $12 million loan from Vestra Bank.", "vestra-bank > larkin-foods loan"),
  ("Vestra Motors buys its cells from Larkin Energy.", "vestra-motors > larkin-energy purchase"),
  ("永海科技以3亿元收购明辰电子。", "永海科技 > 明辰电子 acquisition"),
  ("明辰电子获得永海资本5亿元投资。", "永海资本 > 明辰电子 investment"),
  ("永海物流向明辰置业租用一处仓库，租期十年。", "永海物流 > 明辰置业 lease"),
])
func plainConstructionsAreRead(sentence: String, deal: String) {
  #expect(deals(sentence) == [deal])
}

@Test(arguments: [
  "Shares of Vestra Holdings rose 3% and those of Larkin Foods fell.",
  "Vestra Holdings and Larkin Foods are both based in Leeds.",
  "The weather was fine, and nobody bought anything.", "永海科技与明辰电子的股价昨日双双下跌。",
])
func companiesNamedTogetherMakeNoDeal(sentence: String) {
  #expect(deals(sentence) == [])
}

private var examples: [URL] {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return ["ai-circle", "ai-brief-zh", "noisy-page-hant"].map {
    root.appendingPathComponent("Examples/Articles/\($0).txt")
  }
}

@Test func everyDealIsProvedByTheArticlesBytes() throws {
  for url in examples {
    let bytes = [UInt8](try Data(contentsOf: url))
    let graph = extractor.graph(of: [SourceText(plain: bytes)])
    #expect(!graph.deals.isEmpty)
    let aliases = Dictionary(uniqueKeysWithValues: graph.parties.map { ($0.id, $0.aliases) })
    for deal in graph.deals {
      for evidence in deal.evidence {
        #expect(String(decoding: bytes[evidence.range], as: UTF8.self) == evidence.text)
        for (range, id) in [(evidence.payer, deal.payer), (evidence.payee, deal.payee)] {
          let name = try #require(range).map { bytes[$0] }
          #expect(aliases[id]?.contains(String(decoding: name, as: UTF8.self)) == true)
        }
      }
    }
  }
}

@Test func theSameArticlesGiveTheSameBytes() throws {
  let articles = try examples.map { SourceText(plain: [UInt8](try Data(contentsOf: $0))) }
  let first = extractor.graph(of: articles).json()
  #expect(Extractor().graph(of: articles).json() == first)
}

@Test func hostileTextsGiveAGraph() {
  for text in ["", "\n\n", "。。。", "((((", String(repeating: "Acme buys ", count: 400), "\u{0}"] {
    let graph = extractor.graph(of: [SourceText(plain: Array(text.utf8))])
    #expect(graph.articles.count == 1)
  }
}
