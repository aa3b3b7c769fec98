import DealMentions
import DealText
import Foundation

/// An annotated article, in the form of the corpus.
struct Annotated {
  struct Deal: Decodable {
    struct Amount: Decodable {
      let value: Double
      let currency: String
      let bound: String
      let scope: String
    }
    struct Capacity: Decodable {
      let value: Double
      let unit: String
      let bound: String
    }
    let payer: String
    let payee: String
    let kind: String
    let also: [String]?
    let amount: Amount?
    let capacity: Capacity?
    let stake: Double?
    let years: Double?
    let date: String?
    let status: String
    let evidence: String
  }

  private struct File: Decodable {
    let article: String
    let language: String
    let parties: [String: [String]]
    let others: [String]?
    let deals: [Deal]
  }

  let name: String
  /// The author: the name without its number.
  var hand: String { String(name[..<(name.lastIndex(of: "-") ?? name.endIndex)]) }
  let text: ArticleText
  let parties: [(name: String, forms: [String])]
  let others: [String]
  let deals: [Deal]

  init(json: URL) throws {
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: json))
    let bytes = try Data(contentsOf: json.deletingPathExtension().appendingPathExtension("txt"))
    name = file.article
    text = ArticleText(SourceText(plain: Array(bytes), source: file.article))
    parties = file.parties.map { ($0.key, [$0.key] + $0.value) }.sorted { $0.0 < $1.0 }
    others = file.others ?? []
    deals = file.deals
  }

  /// The annotated articles below folders, sorted by path.
  static func load(_ folders: [String], chinese: Bool) throws -> [Annotated] {
    var articles: [Annotated] = []
    for folder in folders {
      let url = URL(fileURLWithPath: folder)
      let files = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
      let paths = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "json" }
      for path in paths.sorted(by: { $0.path < $1.path }) {
        let article = try Annotated(json: path)
        if article.text.language.isChinese == chinese { articles.append(article) }
      }
    }
    return articles
  }
}

extension Annotated {
  /// The part of each article when the hands are dealt out to four parts: what judges an article in
  /// training must not have seen its hand.
  static func folds(_ articles: [Annotated]) -> [Int] {
    let hands = Set(articles.map(\.hand)).sorted()
    return articles.map { (hands.firstIndex(of: $0.hand) ?? 0) % 4 }
  }
  /// Where the annotated organisations are named: ranges of tokens with the party's number, -1 for
  /// one that takes part in no deal; the longest form first, without overlaps.
  func names() -> [(range: Range<Int>, party: Int)] {
    var forms: [(tokens: [Token], party: Int)] = []
    for (index, party) in parties.enumerated() {
      for form in party.forms { forms.append((phraseTokens(form), index)) }
    }
    for other in others { forms.append((phraseTokens(other), -1)) }
    forms.removeAll { $0.tokens.isEmpty }
    forms.sort { $0.tokens.count > $1.tokens.count }
    var byFirst: [UInt64: [(tokens: [Token], party: Int)]] = [:]
    for form in forms { byFirst[form.tokens[0].word, default: []].append(form) }
    var found: [(Range<Int>, Int)] = []
    var index = 0
    while index < text.tokens.count {
      let match = byFirst[text.tokens[index].word]?.first { form in
        index + form.tokens.count <= text.tokens.count
          && zip(form.tokens, text.tokens[index...]).allSatisfy {
            $0.word == $1.word && $0.hasCapital == $1.hasCapital
          }
      }
      if let match {
        found.append((index..<index + match.tokens.count, match.party))
        index += match.tokens.count
      } else {
        index += 1
      }
    }
    return found
  }
}
