import DealExtraction
import DealLexicon
import DealMentions
import DealModel
import DealText

/// Trains the models that judge candidates: deal and direction, kind, status, quantities.
struct ClaimTraining {
  static let kinds = [
    "investment", "acquisition", "loan", "purchase", "compute", "lease", "licence", "equityGrant",
    "guarantee", "grant", "revenueShare",
  ]
  static let statuses = ["completed", "agreed", "planned", "talks", "ended"]

  let recorder = FeatureRecorder()
  private var deals = Logistic(
    classes: 1, rate: 0.15, penalty: 1e-3)
  private var kindModel = Logistic(
    classes: kinds.count, rate: 0.15, penalty: 5e-3)
  private var statusModel = Logistic(
    classes: statuses.count, rate: 0.15, penalty: 5e-3)
  private var quantityModel = Logistic(classes: 1)

  /// All ways to read a deal between two parties out of the sentences that may assert it.
  private struct Bag {
    var ways: [[Int32]]
    var isDeal: Bool
  }
  private struct Example {
    let features: [Int32]
    let label: Int
  }

  private var bags: [Bag] = []
  private var kindExamples: [Example] = []
  private var statusExamples: [Example] = []
  private var quantityExamples: [Example] = []
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
    var bagOfDeal: [Int: Int] = [:]
    for sentence in reading.sentences {
      let features = PairFeatures(sentence, reading)
      for group in sentence.candidates() {
        let matches = gold.deals.indices.filter {
          gold.deals[$0].payer == group.payer && gold.deals[$0].payee == group.payee
        }
        let here = matches.filter { gold.deals[$0].sentences.contains(sentence.number) }
        if here.isEmpty, !matches.isEmpty { continue }
        let ways = group.ways.map { numbers(features, $0) }
        if let deal = here.first {
          if let bag = bagOfDeal[deal] {
            bags[bag].ways += ways
          } else {
            bagOfDeal[deal] = bags.count
            bags.append(Bag(ways: ways, isDeal: true))
            reachable += 1
          }
        } else {
          bags.append(Bag(ways: ways, isDeal: false))
        }
      }
    }
    unreachable += gold.deals.indices.filter { bagOfDeal[$0] == nil }.count
  }

  private func keepWords(_ reading: ArticleReading) {
    let article = reading.article
    for token in article.tokens { recorder.keep(article.normal.string(token.range)) }
    for sentence in reading.sentences {
      for hit in sentence.triggers { recorder.keep(article.string(of: hit.tokens)) }
    }
  }

  private mutating func numbers(_ features: PairFeatures, _ way: Candidate) -> [Int32] {
    var buffer = FeatureBuffer(recorder: recorder)
    features.addPair(way, to: &buffer)
    features.addRole(way.payer, way.payerRank, way.trigger, isPayer: true, to: &buffer)
    features.addRole(way.payee, way.payeeRank, way.trigger, isPayer: false, to: &buffer)
    return deals.numbers(buffer)
  }

  /// Fits the model of deals: of each bag, the way that scores best is judged.
  mutating func fitDeals(rounds: Int) {
    dropRare(below: 3)
    var order = Array(bags.indices)
    var state: UInt64 = 11
    for round in 0..<rounds {
      shuffle(&order, &state)
      for index in order {
        let bag = bags[index]
        var top = 0
        if round > 0 || !bag.isDeal {
          var best = -Double.infinity
          for (number, way) in bag.ways.enumerated() {
            let score = deals.score(way)
            if score > best { (best, top) = (score, number) }
          }
        }
        deals.learn(bag.ways[top], isTrue: bag.isDeal)
      }
    }
    print(
      "\(bags.count) pairs, \(bags.filter(\.isDeal).count) deals;",
      "\(reachable) within reach, \(unreachable) not")
  }

  /// Takes features out that occur in fewer bags than `count`.
  private mutating func dropRare(below count: Int) {
    var counts: [Int32: Int] = [:]
    for bag in bags {
      for feature in Set(bag.ways.joined()) { counts[feature, default: 0] += 1 }
    }
    for index in bags.indices {
      bags[index].ways = bags[index].ways.map { way in way.filter { counts[$0] ?? 0 >= count } }
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
            let score = deals.score(numbers(features, way))
            if score > best?.score ?? -.infinity { best = (sentence, way, score) }
          }
        }
      }
      if let best { addContext(deal.gold, best.sentence, best.way, reading) }
    }
  }

  private mutating func addContext(
    _ gold: Annotated.Deal, _ sentence: SentenceReading, _ way: Candidate,
    _ reading: ArticleReading
  ) {
    let features = ContextFeatures(sentence, reading)
    var buffer = FeatureBuffer(recorder: recorder)
    features.addKind(way, to: &buffer)
    if let label = Self.kinds.firstIndex(of: gold.kind) {
      kindExamples.append(Example(features: kindModel.numbers(buffer), label: label))
    }
    let kind = foldedHash(gold.kind.utf8)
    buffer.removeAll()
    features.addStatus(way, kind: kind, to: &buffer)
    if let label = Self.statuses.firstIndex(of: gold.status) {
      statusExamples.append(Example(features: statusModel.numbers(buffer), label: label))
    }
    let quantities = QuantityFeatures(sentence)
    for home in ClaimReader.homes(of: sentence.number, in: reading) {
      for quantity in home.quantities {
        buffer.removeAll()
        quantities.add(quantity, in: home, for: way, kind: kind, to: &buffer)
        quantityExamples.append(
          Example(
            features: quantityModel.numbers(buffer), label: Self.belongs(quantity, gold) ? 1 : 0))
      }
    }
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
    let least = 2
    kindExamples = Self.withoutRare(kindExamples, least)
    statusExamples = Self.withoutRare(statusExamples, least)
    quantityExamples = Self.withoutRare(quantityExamples, least)
    var state: UInt64 = 13
    for _ in 0..<rounds {
      shuffle(&kindExamples, &state)
      for example in kindExamples { kindModel.learn(example.features, label: example.label) }
      shuffle(&statusExamples, &state)
      for example in statusExamples { statusModel.learn(example.features, label: example.label) }
      shuffle(&quantityExamples, &state)
      for example in quantityExamples {
        quantityModel.learn(example.features, isTrue: example.label == 1)
      }
    }
  }

  /// The examples without the features that occur in fewer than `least` of them.
  private static func withoutRare(_ examples: [Example], _ least: Int) -> [Example] {
    var counts: [Int32: Int] = [:]
    for example in examples { for feature in example.features { counts[feature, default: 0] += 1 } }
    return examples.map { example in
      Example(
        features: example.features.filter { counts[$0] ?? 0 >= least }, label: example.label)
    }
  }

  /// Writes the tables to `folder` with the ending `suffix`.
  func write(to folder: String, suffix: String, minimum: Int) throws {
    func write(_ model: Logistic, _ name: String, _ classes: [String]) throws {
      let writer = ModelWriter(
        recorder: recorder, classes: classes, scale: ClaimModels.scale, minimum: minimum)
      try writer.write(
        model.byFeature(), comment: "Logistic regression; trained by DealTraining.",
        to: "\(folder)/model-\(name)-\(suffix).tsv")
    }
    try write(deals, "deals", ["score"])
    try write(kindModel, "kinds", Self.kinds)
    try write(statusModel, "status", Self.statuses)
    try write(quantityModel, "quantities", ["score"])
  }
}
