import DealImport
import DealModel
import DealReading
import DealText

/// What is driven with an input; each claim that does not hold is returned.
enum Target {
  static func drive(_ name: String, _ bytes: [UInt8], _ mutator: inout Mutator) -> String? {
    switch name {
    case "graph.json", "edges.csv", "graph.graphml":
      _ = try? ImportedGraph.read(bytes)
      return nil
    case "robots.txt":
      _ = Robots(bytes).allows("/a/ab?b=" + String(decoding: bytes.suffix(40), as: UTF8.self))
      return nil
    case "own.txt":
      _ = PDFText.paragraphs(of: bytes)
      _ = LooseDate.date(String(decoding: bytes.prefix(100), as: UTF8.self))
    default: break
    }
    var options = ReadingOptions()
    if mutator.number(below: 4) == 0 {
      // Forced formats lead bytes to readers that their beginning would not.
      let formats = InputFormat.allCases.filter { $0 != .pdf }
      options.format = formats[mutator.number(below: formats.count)]
    }
    var reader = InputReader(bytes, named: name, options: options)
    var count = 0
    while let reading = reader.next() {
      count += 1
      if count > bytes.count + 10 { return "more articles than bytes" }
      guard case .success(.article(let article)) = reading.result else { continue }
      if let fault = fault(of: article) { return fault }
    }
    return nil
  }

  /// Whether every run of an article leads from its text to its bytes.
  private static func fault(of article: SourceText) -> String? {
    if String(validating: article.text, as: UTF8.self) == nil { return "text that is no UTF-8" }
    var (text, place) = (0, 0)
    for run in article.runs ?? [] {
      guard run.count > 0, run.articleCount > 0 else { return "an empty run: \(run)" }
      guard run.text >= text else { return "texts that overlap: \(run)" }
      guard run.article >= place else { return "places out of order: \(run), \(place)" }
      guard run.article + run.articleCount <= article.article.count,
        run.text + run.count <= article.text.count
      else {
        return "a run leads outside: \(run) of \(article.text.count), \(article.article.count)"
      }
      (text, place) = (run.text + run.count, run.article)
    }
    let whole = article.articleRange(of: 0..<article.text.count)
    return whole.upperBound <= article.article.count ? nil : "a range leads outside"
  }
}
