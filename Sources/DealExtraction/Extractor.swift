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
  /// of those asserted are left out.
  package static func threshold(isChinese: Bool) -> Int32 { isChinese ? -128 : -384 }

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
    inParallel(articles, threads: threads) { graph(of: [$0]) }
  }

  package func deals(of source: SourceText) -> ArticleDeals {
    let (reading, claims) = read(source)
    return deals(of: reading, claims)
  }

  /// What was found in an article, and the claims it makes.
  func read(_ source: SourceText) -> (reading: ArticleReading, claims: [Claim]) {
    let reading = reader.read(ArticleText(source))
    let claims = ClaimReader(
      models: models(of: reading),
      frames: reader.frames(isChinese: reading.article.language.isChinese),
      threshold: Self.threshold(isChinese: reading.article.language.isChinese))
    return (reading, claims.claims(of: reading))
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
