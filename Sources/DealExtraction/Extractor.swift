import DealLexicon
import DealMentions
import DealTables
public import DealModel
public import DealText

/// Reads articles and tells the deals they assert.
public struct Extractor: Sendable {
  let reader: ArticleReader
  private let own: ClaimModels?
  private let naming: PartyNaming
  private let rates = ExchangeRates()
  private let englishCalibration = Calibration(.calibration, language: "en")
  private let chineseCalibration = Calibration(.calibration, language: "zh")

  /// The least score of a deal, in units of 1/256 of a logit: where few of the deals told are false and few
  /// of those asserted are left out, chosen on the hands that `Tests/Corpus/train --check` judges.
  package static func threshold(isChinese: Bool) -> Int32 { isChinese ? -192 : -448 }

  /// Makes an extractor with the embedded tables.
  public init() { self.init(reader: ArticleReader(lexicon: Lexicon()), models: nil) }

  /// Makes an extractor that knows parties of the user's own beside the embedded ones.
  public init(names: [NameTable]) {
    var lexicon = Lexicon()
    for table in names { table.add(to: &lexicon) }
    self.init(reader: ArticleReader(lexicon: lexicon), models: nil)
  }

  package init(reader: ArticleReader, models: ClaimModels?) {
    self.reader = reader
    own = models
    naming = PartyNaming(lexicon: reader.lexicon)
  }

  /// The graph of the deals that `articles` assert, in the order of the articles.
  public func graph(of articles: [SourceText]) -> DealGraph {
    var builder = GraphBuilder()
    for article in articles { builder.add(deals(of: article)) }
    return builder.finished()
  }

  /// The graphs of `articles`, each for itself, in their order, read on at most `threads` threads.
  public func graphs(ofEach articles: [SourceText], threads: Int) -> [DealGraph] {
    deals(ofEach: articles, threads: threads).map { deals in
      var builder = GraphBuilder()
      builder.add(deals)
      return builder.finished()
    }
  }

  /// The deals of `articles`, each for itself, in their order, read on at most `threads` threads.
  func deals(ofEach articles: [SourceText], threads: Int) -> [ArticleDeals] {
    inParallel(Self.groups(articles, threads), threads: threads) { deals(ofEach: $0) }.flatMap(
      \.self)
  }

  /// The most articles, and bytes of them, that are read step by step together.
  private static let groupCount = 16
  private static let groupBytes = 1 << 16

  /// Articles in groups, so that all threads have some.
  private static func groups(_ articles: [SourceText], _ threads: Int) -> [ArraySlice<SourceText>] {
    let most = max(1, min(groupCount, articles.count / (2 * max(1, threads))))
    var groups: [ArraySlice<SourceText>] = []
    var bytes = 0
    for (index, article) in articles.enumerated() {
      if let last = groups.last, last.count < most, bytes + article.text.count <= groupBytes {
        groups[groups.count - 1] = articles[last.startIndex...index]
      } else {
        groups.append(articles[index...index])
        bytes = 0
      }
      bytes += article.text.count
    }
    return groups
  }

  /// The deals of some articles; each step is taken for all of them (see ``ClaimReader/claims(ofEach:)``).
  private func deals(ofEach articles: ArraySlice<SourceText>) -> [ArticleDeals] {
    let readings = articles.map { reader.read(ArticleText($0)) }
    var claims = [[Claim]](repeating: [], count: readings.count)
    for isChinese in [false, true] {
      let own = readings.indices.filter { readings[$0].article.language.isChinese == isChinese }
      guard let first = own.first else { continue }
      let found = claimReader(of: readings[first]).claims(ofEach: own.map { readings[$0] })
      for (index, one) in zip(own, found) { claims[index] = one }
    }
    return zip(readings, claims).map { deals(of: $0, $1) }
  }

  package func deals(of source: SourceText) -> ArticleDeals {
    let (reading, claims) = read(source)
    return deals(of: reading, claims)
  }

  /// What was found in an article, and the claims it makes.
  func read(_ source: SourceText) -> (reading: ArticleReading, claims: [Claim]) {
    let reading = reader.read(ArticleText(source))
    return (reading, claimReader(of: reading).claims(of: reading))
  }

  /// What reads claims in the language of an article.
  private func claimReader(of reading: ArticleReading) -> ClaimReader {
    let isChinese = reading.article.language.isChinese
    return ClaimReader(
      models: models(of: reading), frames: reader.frames(isChinese: isChinese),
      threshold: Self.threshold(isChinese: isChinese))
  }

  /// The models of the language that an article is written in.
  func models(of reading: ArticleReading) -> ClaimModels {
    own ?? (reading.article.language.isChinese ? .chinese : .english)
  }

  package func deals(of reading: ArticleReading, _ claims: [Claim]) -> ArticleDeals {
    let source = reading.article.source
    let id = Self.id(of: source.article)
    let article = Article(
      id: id, title: source.title ?? reading.title, source: source.source, date: reading.date,
      language: reading.article.language.rawValue, bytes: source.article.count)
    let builder = DealBuilder(
      reading, claims, id: id, rates: rates,
      calibration: reading.article.language.isChinese ? chineseCalibration : englishCalibration)
    return ArticleDeals(
      article: article,
      parties: reading.mentions.entities.map { naming.party($0, in: reading.mentions) },
      drafts: builder.drafts())
  }

  /// A name that follows from an article's bytes: 16 hexadecimal digits of their FNV-1a hash.
  static func id(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension ArticleReading {
  /// The first line of the text.
  var title: String? {
    let text = article.source.text
    let line = text.prefix { $0 != 0x0A }.prefix(400)
    let title = String(decoding: line, as: UTF8.self)
    return title.isEmpty ? nil : title
  }
}
