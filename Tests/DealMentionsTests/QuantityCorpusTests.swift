import DealMentions
import DealModel
import DealText
import Foundation
import Testing

/// The figures of the annotated articles, each looked for in what the finder finds.
@Suite struct QuantityCorpusTests {
  private struct Tally {
    var found = 0
    var total = 0
    mutating func count(_ isFound: Bool) {
      total += 1
      found += isFound ? 1 : 0
    }
    var share: Double { total == 0 ? 0 : Double(found) / Double(total) }
  }

  private var corpus: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Corpus")
  }

  @Test(arguments: ["dev-en", "dev-zh", "en-a", "en-b", "zh-a", "zh-b"])
  func statedFiguresAreFound(folder: String) throws {
    var amounts = Tally()
    var others = Tally()
    var dates = Tally()
    for url in try annotations(of: folder) {
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
      let text = try Data(contentsOf: url.deletingPathExtension().appendingPathExtension("txt"))
      let found = QuantityFinder().quantities(
        in: ArticleText(SourceText(plain: Array(text)))
      ).map(\.value)
      for deal in json["deals"] as? [[String: Any]] ?? [] {
        if let amount = deal["amount"] as? [String: Any] {
          amounts.count(found.contains { $0.isMoney(amount) })
        }
        if let capacity = deal["capacity"] as? [String: Any] {
          others.count(found.contains { $0.isCapacity(capacity) })
        }
        if let years = deal["years"] as? Double {
          others.count(found.contains { $0.isTerm(years) })
        }
        if let date = deal["date"] as? String, let date = PartialDate(date) {
          dates.count(found.contains(.date(date)))
        }
      }
    }
    #expect(amounts.total > 80 && amounts.share >= 0.97, "\(amounts)")
    #expect(others.total > 20 && others.share >= 0.93, "\(others)")
    #expect(dates.total > 60 && dates.share >= 0.95, "\(dates)")
  }

  private func annotations(of folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: corpus.appendingPathComponent(folder), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }
}

extension Quantity.Value {
  fileprivate func isMoney(_ amount: [String: Any]) -> Bool {
    guard case .money(let value, _, let currency, _) = self, let stated = amount["value"] as? Double
    else { return false }
    return abs(value - stated) <= stated * 1e-6 && currency == amount["currency"] as? String
  }

  fileprivate func isCapacity(_ capacity: [String: Any]) -> Bool {
    guard case .capacity(let value, let unit, _) = self, let stated = capacity["value"] as? Double
    else { return false }
    return abs(value - stated) <= stated * 1e-6 && unit == capacity["unit"] as? String
  }

  fileprivate func isTerm(_ stated: Double) -> Bool {
    if case .term(let years) = self { return abs(years - stated) < 0.02 }
    return false
  }
}
