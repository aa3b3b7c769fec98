import DealModel
import DealText
import Testing

@testable import DealExtraction

@Test(arguments: [1, 2, 5])
func aCollectorGivesTheGraphOfAllArticles(threads: Int) {
  let articles = (0..<170).map { number in
    let text =
      number.isMultiple(of: 3)
      ? "2025年5月3日，甲骨文宣布向新光第\(number)科技投资\(number + 1)亿元。"
      : "Oracle will invest $\(number + 1) million in Zorblatt\(number % 7) Systems."
    return SourceText(plain: Array(text.utf8), source: "\(number)")
  }
  let extractor = Extractor()
  var collector = GraphCollector(extractor, threads: threads)
  for article in articles { collector.add(article) }
  let graph = collector.finished()
  #expect(graph.articles.compactMap(\.source) == articles.compactMap(\.source))
  #expect(graph.json() == extractor.graph(of: articles).json())
}

@Test func resultsComeInTheOrderOfTheElements() {
  let numbers = Array(0..<10_000)
  #expect(inParallel(numbers, threads: 4) { $0 * $0 } == numbers.map { $0 * $0 })
  #expect(inParallel([Int](), threads: 4) { $0 }.isEmpty)
}

@Test func graphsOfEachArticleStandForThemselves() {
  let articles = ["Oracle will invest $5 million in Zorblatt Systems.", "It rains.", "天晴。"].map {
    SourceText(plain: Array($0.utf8))
  }
  let extractor = Extractor()
  #expect(
    extractor.graphs(ofEach: articles, threads: 2) == articles.map { extractor.graph(of: [$0]) })
}
