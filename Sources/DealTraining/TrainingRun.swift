import DealExtraction
import DealLexicon
import DealMentions
import DealModel
import DealTables
import Foundation

/// Learning and checking of all tables of one language.
struct TrainingRun {
  let language: String
  let folder: String
  private var lexicon = Lexicon()
  private var isChinese: Bool { language == "zh" }

  init(language: String, folder: String) {
    self.language = language
    self.folder = folder
  }

  mutating func learn(_ articles: [Annotated]) throws {
    var counts = VocabularyCounts()
    for article in articles { counts.add(article) }
    lexicon.vocabulary = counts.vocabulary
    let words = "word\n" + counts.common.joined(separator: "\n") + "\n"
    try words.write(
      toFile: "\(folder)/vocabulary-\(language).tsv", atomically: true, encoding: .utf8)
    let reader = ArticleReader(lexicon: lexicon)
    let readings = try foundNames(articles).enumerated().map { index, names in
      reader.read(articles[index].text, names: names)
    }
    try dump(zip(articles, readings), to: "\(folder)/readings-\(language).jsonl")
    var claims = ClaimTraining(frames: reader.frames(isChinese: isChinese))
    for (article, reading) in zip(articles, readings) { claims.add(article, reading) }
    claims.fitDeals(rounds: 12)
    for article in articles {
      let names = article.names().map { FoundName(tokens: $0.range) }
      claims.addContext(article, reader.read(article.text, names: names))
    }
    claims.fitContext(rounds: 30)
    try claims.write(to: folder, suffix: language, minimum: 12)
    try learnNames(
      articles, lexicon, rounds: 8, to: "\(folder)/model-names-\(language).tsv")
  }

  private func dump(
    _ articles: some Sequence<(Annotated, ArticleReading)>, to path: String,
    scores: ((ArticleReading) -> [ReadingDump.Judged])? = nil
  ) throws {
    var dump = ReadingDump()
    for (article, reading) in articles {
      try dump.add(article, reading, judged: scores?(reading))
    }
    try dump.write(to: path)
  }

  /// Takes up the vocabulary that an earlier run wrote to the folder.
  mutating func recallVocabulary() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/vocabulary-\(language).tsv"))
    lexicon.vocabulary = Vocabulary(Table(Array(bytes)))
  }

  /// The names of each article, found by a tagger that has not seen the article.
  private func foundNames(_ articles: [Annotated]) throws -> [[FoundName]] {
    var found = [[FoundName]](repeating: [], count: articles.count)
    let folds = Annotated.folds(articles)
    for fold in Set(folds).sorted() {
      let rest = articles.indices.filter { folds[$0] != fold }.map { articles[$0] }
      var counts = VocabularyCounts()
      for article in rest { counts.add(article) }
      var known = lexicon
      known.vocabulary = counts.vocabulary
      let path = "\(folder)/names-\(fold)-\(language).tsv"
      try learnNames(rest, known, rounds: 5, to: path)
      let finder = NameFinder(lexicon: known, model: try model(path, NameTemplate.self))
      for index in articles.indices where folds[index] == fold {
        found[index] = finder.names(in: articles[index].text)
      }
    }
    return found
  }

  /// Writes how sure a deal of each score is, from the figures at the shipped threshold.
  private func writeCalibration(_ results: [(threshold: Int, figures: Evaluation)]) throws {
    let threshold = Int(Extractor.threshold(isChinese: isChinese))
    guard let shipped = results.last(where: { $0.threshold <= threshold }) else { return }
    let rows = shipped.figures.calibration().map { "\(language)\t\($0.score)\t\($0.percent)\n" }
    try ("language\tscore\tpercent\n" + rows.joined()).write(
      toFile: "\(folder)/calibration-\(language).tsv", atomically: true, encoding: .utf8)
  }

  private func learnNames(
    _ articles: [Annotated], _ lexicon: Lexicon, rounds: Int, to path: String
  ) throws {
    var trainer = NameTraining(lexicon: lexicon)
    let weights = trainer.train(articles, rounds: rounds)
    let writer = ModelWriter(
      recorder: trainer.recorder, classes: NameTag.classes, scale: 16,
      minimum: 4)
    try writer.write(
      weights, NameTemplate.self, comment: "Averaged perceptron; trained by DealTraining.",
      to: path)
  }

  private func model<T: FeatureTemplate>(_ path: String, _ templates: T.Type) throws -> LinearModel
  {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path.replacing(".tsv", with: ".bin")))
    return LinearModel(ModelBytes(Array(bytes)))
  }

  /// The encoder, where one was trained.
  private func encoder() throws -> EncoderModel? {
    let path = "\(folder)/model-encoder-\(language).bin"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return EncoderModel(ModelBytes(Array(try Data(contentsOf: URL(fileURLWithPath: path)))))
  }

  /// Checks the tables on articles, and returns the figures by threshold.
  func check(
    _ articles: [Annotated], show: Bool, givenNames: Bool
  ) throws -> [(threshold: Int, figures: Evaluation)] {
    guard !articles.isEmpty else { return [] }
    var results: [(threshold: Int, figures: Evaluation)] = []
    func path(_ name: String) -> String { "\(folder)/model-\(name)-\(language).tsv" }
    let names = try model(path("names"), NameTemplate.self)
    NameTraining(lexicon: lexicon).check(
      articles,
      NameTagger(model: names, leaning: NameFinder.leaning), show: show)
    func trees(_ name: String, _ signs: [String]) throws -> TreeModel {
      TreeModel(
        Table(Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))), signs: signs)
    }
    let models = ClaimModels(
      deals: try model(path("deals"), PairTemplate.self),
      trees: try trees("trees", PairSigns.names),
      kindTrees: try trees("kind-trees", ClassSigns.names(ClaimModels.kindNames)),
      statusTrees: try trees("status-trees", ClassSigns.names(ClaimModels.statusNames)),
      kinds: try model(path("kinds"), ContextTemplate.self),
      statuses: try model(path("status"), ContextTemplate.self),
      quantities: try model(path("quantities"), QuantityTemplate.self),
      sumTrees: try trees("sum-trees", SumSigns.names), encoder: try encoder())
    let reader = ArticleReader(
      lexicon: lexicon,
      mentionFinder: MentionFinder(lexicon: lexicon, names: names))
    let extractor = Extractor(reader: reader, models: models)
    let readings = articles.map {
      reader.read($0.text, names: givenNames ? $0.names().map { FoundName(tokens: $0.range) } : nil)
    }
    let all = ClaimReader(models: models, frames: reader.frames(isChinese: isChinese), threshold: 0)
    try dump(zip(articles, readings), to: "\(folder)/checked-\(language).jsonl") { reading in
      all.readingsOfTrees(reading, above: -3000).map {
        ($0.reading, $0.kind.rawValue)
      }
    }
    for threshold in stride(from: -640, through: 256, by: 64) {
      let claims = ClaimReader(
        models: models, frames: reader.frames(isChinese: isChinese), threshold: Int32(threshold))
      var evaluation = Evaluation()
      evaluation.show = show && threshold == -384
      for (article, reading) in zip(articles, readings) {
        evaluation.add(article, extractor.deals(of: reading, claims.claims(of: reading)))
      }
      results.append((threshold, evaluation))
    }
    try writeCalibration(results)
    return results
  }
}
