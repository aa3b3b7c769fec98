import DealExtraction
import DealLexicon
import DealMentions
import DealModel
import DealText
import Foundation

/// Trains the models that judge candidates: deal and direction, kind, status, quantities.
struct ClaimTraining {
  static let kinds = ClaimModels.kindNames
  static let statuses = ClaimModels.statusNames

  let recorder = FeatureRecorder()
  private var deals = Logistic(
    classes: 1, rate: 0.15, penalty: 4e-3)
  private var kindTraining = ClassTraining(classes: kinds)
  private var statusTraining = ClassTraining(classes: statuses)
  private var quantityTraining = QuantityTraining()

  /// All ways to read a deal between two parties out of one sentence.
  private struct Bag {
    var ways: [WayFeatures]
    var signs: [[Int16]]
    let payer: Int
    let payee: Int
    /// The sentence, counted through all articles.
    let sentence: Int
    let fold: Int
    /// The number of the deal that the sentence may assert, -1 for none, -2 where that is unknown.
    let deal: Int
    /// The linear score of each way by a model that has not seen its hand.
    var scores: [LinearScore] = []
  }
  /// The features of a way: of both parties together, of the payer, of the payee.
  private struct WayFeatures {
    var pair: [Int32]
    var payer: [Int32]
    var payee: [Int32]
    var all: [Int32] { pair + payer + payee }

    mutating func keep(_ isKept: (Int32) -> Bool) {
      pair = pair.filter(isKept)
      payer = payer.filter(isKept)
      payee = payee.filter(isKept)
    }
  }
  private var bags: [Bag] = []
  private var folds: [String: Int] = [:]
  private var sentenceCount = 0
  private var dealCount = 0
  private var trees: Boosting = {
    var settings = Boosting.Settings()
    settings.trees = 800
    settings.leaves = 16
    settings.rate = 0.025
    settings.penalty = 4
    settings.rowShare = 0.5
    settings.signShare = 0.25
    return Boosting(names: PairSigns.names, settings: settings)
  }()
  private(set) var reachable = 0
  private(set) var unreachable = 0

  init(frames: [String]) {
    for word in PairFeatures.atomWords + QuantityFeatures.atomWords + Self.kinds + frames {
      recorder.keep(word)
    }
  }

  /// Takes the examples of an article.
  mutating func add(_ annotated: Annotated, _ reading: ArticleReading) {
    keepWords(reading)
    let gold = GoldDeals(annotated, reading)
    unreachable += gold.missing
    let fold = folds[annotated.hand] ?? folds.count % 4
    folds[annotated.hand] = fold
    var found: Set<Int> = []
    for sentence in reading.sentences {
      sentenceCount += 1
      let features = PairFeatures(sentence, reading)
      let signs = PairSigns(sentence, reading)
      let refusal = Refusal(sentence)
      for group in sentence.candidates() {
        let matches = gold.deals.indices.filter {
          gold.deals[$0].payer == group.payer && gold.deals[$0].payee == group.payee
        }
        let here = matches.filter { gold.deals[$0].sentences.contains(sentence.number) }
        let ways = group.ways.filter { !refusal.refuses($0) }
        guard !ways.isEmpty else { continue }
        found.formUnion(here)
        bags.append(
          Bag(
            ways: ways.map { numbers(features, $0) }, signs: ways.map { signs.signs($0) },
            payer: group.payer, payee: group.payee, sentence: sentenceCount, fold: fold,
            deal: here.first.map { dealCount + $0 } ?? (matches.isEmpty ? -1 : -2)))
      }
    }
    dealCount += gold.deals.count
    reachable += found.count
    unreachable += gold.deals.count - found.count
  }

  private func keepWords(_ reading: ArticleReading) {
    let article = reading.article
    for token in article.tokens { recorder.keep(article.normal.string(token.range)) }
    for sentence in reading.sentences {
      for hit in sentence.triggers { recorder.keep(article.string(of: hit.tokens)) }
    }
  }

  private mutating func numbers(_ features: PairFeatures, _ way: Candidate) -> WayFeatures {
    var buffer = FeatureBuffer(recorder: recorder)
    features.addPair(way, to: &buffer)
    let pair = deals.numbers(buffer)
    buffer.removeAll()
    features.addRole(way.payer, way.payerRank, way.trigger, isPayer: true, to: &buffer)
    let payer = deals.numbers(buffer)
    buffer.removeAll()
    features.addRole(way.payee, way.payeeRank, way.trigger, isPayer: false, to: &buffer)
    return WayFeatures(pair: pair, payer: payer, payee: deals.numbers(buffer))
  }

  /// Fits the linear model of deals, then the trees to linear scores of models that have not seen
  /// the hand they score.
  mutating func fitDeals(rounds: Int) {
    dropRare(below: 3)
    let blank = deals
    let all = Array(bags.indices)
    for fold in Set(folds.values).sorted() {
      var model = blank
      Self.fit(&model, bags, all.filter { bags[$0].fold != fold }, rounds: rounds)
      for index in all where bags[index].fold == fold {
        bags[index].scores = bags[index].ways.map { way in
          LinearScore(
            all: Self.units(model.score(way.all)), payer: Self.units(model.score(way.payer)),
            payee: Self.units(model.score(way.payee)))
        }
      }
    }
    Self.fit(&deals, bags, all, rounds: rounds)
    addStandings()
    fitTrees()
    print(
      "\(bags.count) pairs; \(reachable) deals within reach, \(unreachable) not")
  }

  private static func units(_ score: Double) -> Int32 {
    Int32((max(-20, min(20, score)) * ClaimModels.scale).rounded())
  }

  /// Fits a linear model: of each bag, the way that scores best is judged; of the bags of a deal, the
  /// best.
  private static func fit(
    _ model: inout Logistic, _ bags: [Bag], _ chosen: [Int], rounds: Int
  ) {
    var units: [[Int]] = []
    var home: [Int: Int] = [:]
    for index in chosen where bags[index].deal != -2 {
      let deal = bags[index].deal
      if deal >= 0, let unit = home[deal] {
        units[unit].append(index)
      } else {
        if deal >= 0 { home[deal] = units.count }
        units.append([index])
      }
    }
    var order = Array(units.indices)
    var state: UInt64 = 11
    for round in 0..<rounds {
      shuffle(&order, &state)
      for unit in order {
        let isDeal = bags[units[unit][0]].deal >= 0
        var top = bags[units[unit][0]].ways[0]
        if round > 0 || !isDeal {
          var best = -Double.infinity
          for index in units[unit] {
            for way in bags[index].ways {
              let score = model.score(way.all)
              if score > best { (best, top) = (score, way) }
            }
          }
        }
        model.learn(top.all, isTrue: isDeal)
      }
    }
  }

  /// Writes the linear scores, and how they compare within each sentence, into the signs.
  private mutating func addStandings() {
    var start = 0
    while start < bags.count {
      var end = start
      var standing = LinearStanding()
      while end < bags.count, bags[end].sentence == bags[start].sentence {
        let ranked = bags[end].scores.indices.sorted {
          (-bags[end].scores[$0].all, $0) < (-bags[end].scores[$1].all, $1)
        }.prefix(4)
        bags[end].signs = ranked.map { bags[end].signs[$0] }
        bags[end].scores = ranked.map { bags[end].scores[$0] }
        standing.add(
          payer: bags[end].payer, payee: bags[end].payee, top: bags[end].scores[0].all)
        end += 1
      }
      for index in start..<end {
        for way in bags[index].signs.indices {
          standing.write(
            bags[index].scores[way], payer: bags[index].payer, payee: bags[index].payee,
            to: &bags[index].signs[way])
        }
      }
      start = end
    }
  }

  /// A linear score below which a way is no example against a deal; lower than what reading looks at, so
  /// that the deals down there don't teach that a low score is a good sign.
  private static let hopeless: Int32 = -2000

  /// Fits the trees in two passes: the first chooses the way of each deal by linear score, the second
  /// by the trees of the first.
  private mutating func fitTrees() {
    for pass in 0..<2 {
      trees.settings.trees = pass == 0 ? 200 : 800
      var best: [Int: (score: Double, row: [Int16])] = [:]
      var rows: [[Int16]] = []
      for bag in bags where bag.deal != -2 {
        for (way, row) in bag.signs.enumerated() {
          guard bag.deal >= 0 else {
            if bag.scores[way].all > Self.hopeless { rows.append(row) }
            continue
          }
          let score = pass == 0 ? Double(bag.scores[way].all) : trees.score(row)
          if score > best[bag.deal]?.score ?? -.infinity { best[bag.deal] = (score, row) }
        }
      }
      let positives = best.keys.sorted().compactMap { best[$0]?.row }
      trees.fit(
        rows + positives,
        [Bool](repeating: false, count: rows.count)
          + [Bool](repeating: true, count: positives.count))
    }
  }

  /// Takes features out that occur in fewer bags than `count`.
  private mutating func dropRare(below count: Int) {
    var counts: [Int32: Int] = [:]
    for bag in bags {
      for feature in Set(bag.ways.flatMap(\.all)) { counts[feature, default: 0] += 1 }
    }
    for index in bags.indices {
      for way in bags[index].ways.indices {
        bags[index].ways[way].keep { counts[$0] ?? 0 >= count }
      }
    }
  }

  /// The best way to read each annotated deal, by the fitted model of deals.
  mutating func addContext(_ annotated: Annotated, _ reading: ArticleReading) {
    let gold = GoldDeals(annotated, reading)
    for deal in gold.deals {
      var best: (sentence: SentenceReading, way: Candidate, score: Double)?
      for number in deal.sentences {
        let sentence = reading.sentences[number]
        let features = PairFeatures(sentence, reading)
        for group in sentence.candidates()
        where group.payer == deal.payer && group.payee == deal.payee {
          for way in group.ways {
            let row = numbers(features, way)
            let score = deals.score(row.all)
            if score > best?.score ?? -.infinity { best = (sentence, way, score) }
          }
        }
      }
      if let best {
        addContext(
          deal.gold, best.sentence, best.way, reading, fold: folds[annotated.hand] ?? 0)
      }
    }
  }

  private mutating func addContext(
    _ gold: Annotated.Deal, _ sentence: SentenceReading, _ way: Candidate,
    _ reading: ArticleReading, fold: Int
  ) {
    let signs = PairSigns(sentence, reading).signs(way)
    let features = ContextFeatures(sentence, reading)
    var buffer = FeatureBuffer(recorder: recorder)
    features.addKind(way, to: &buffer)
    kindTraining.add(buffer, signs, label: gold.kind, kind: -1, fold: fold)
    let kind = foldedHash(gold.kind.utf8)
    buffer.removeAll()
    features.addStatus(way, kind: kind, to: &buffer)
    statusTraining.add(
      buffer, signs, label: gold.status, kind: Self.kinds.firstIndex(of: gold.kind) ?? -1,
      fold: fold)
    addQuantities(gold, sentence, way, reading, fold: fold)
  }

  private mutating func addQuantities(
    _ gold: Annotated.Deal, _ sentence: SentenceReading, _ way: Candidate,
    _ reading: ArticleReading, fold: Int
  ) {
    let features = QuantityFeatures(sentence)
    func buffer(_ quantity: Quantity, _ home: SentenceReading) -> FeatureBuffer {
      var buffer = FeatureBuffer(recorder: recorder)
      features.add(
        quantity, in: home, for: way, kind: foldedHash(gold.kind.utf8), to: &buffer)
      return buffer
    }
    for home in ClaimReader.homes(of: sentence.number, in: reading) {
      for quantity in home.quantities where !quantity.isSum {
        quantityTraining.add(
          buffer(quantity, home), isTrue: Self.belongs(quantity, gold), fold: fold)
      }
    }
    let kind = Self.kinds.firstIndex(of: gold.kind) ?? -1
    let sums = SumSigns.sums(of: sentence.number, in: reading)
    quantityTraining.add(
      sums.map { (buffer($0.quantity, $0.home), Self.belongs($0.quantity, gold)) },
      SumSigns(sentence, reading, way, kind: kind).rows(sums), fold: fold)
  }

  /// Whether a quantity is the one that the annotation gives.
  static func belongs(_ quantity: Quantity, _ gold: Annotated.Deal) -> Bool {
    func close(_ a: Double, _ b: Double?) -> Bool {
      guard let b else { return false }
      return abs(a - b) <= 0.01 * max(abs(a), abs(b))
    }
    switch quantity.value {
    case .money(let value, _, let currency, _):
      return close(value, gold.amount?.value) && currency == gold.amount?.currency
    case .capacity(let value, let unit, _):
      return close(value, gold.capacity?.value) && unit == gold.capacity?.unit
    case .stake(let percent, _): return close(percent, gold.stake)
    case .term(let years): return close(years, gold.years)
    case .date(let date): return date.description == gold.date
    case .vague: return false
    }
  }

  mutating func fitContext(rounds: Int) {
    kindTraining.fit(rounds: rounds)
    statusTraining.fit(rounds: rounds)
    quantityTraining.fit(rounds: rounds)
  }

  /// Writes the tables to `folder` with the ending `suffix`.
  func write(to folder: String, suffix: String, minimum: Int) throws {
    func write<Template: FeatureTemplate>(
      _ model: Logistic, _ name: String, _ classes: [String], _ templates: Template.Type
    ) throws {
      let writer = ModelWriter(
        recorder: recorder, classes: classes, scale: ClaimModels.scale, minimum: minimum)
      try writer.write(
        model.byFeature(), templates, comment: "Logistic regression; trained by DealTraining.",
        to: "\(folder)/model-\(name)-\(suffix).tsv")
    }
    try write(deals, "deals", ["score"], PairTemplate.self)
    func writeTrees(_ lines: [String], _ name: String) throws {
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: "\(folder)/model-\(name)-\(suffix).tsv", atomically: true, encoding: .utf8)
    }
    try writeTrees([Boosting.head] + trees.rows(scale: ClaimModels.scale), "trees")
    try writeTrees(kindTraining.treeLines(), "kind-trees")
    try writeTrees(statusTraining.treeLines(), "status-trees")
    try write(kindTraining.linear, "kinds", Self.kinds, ContextTemplate.self)
    try write(statusTraining.linear, "status", Self.statuses, ContextTemplate.self)
    try writeTrees(quantityTraining.treeLines(), "sum-trees")
    try write(quantityTraining.linear, "quantities", ["score"], QuantityTemplate.self)
  }
}
