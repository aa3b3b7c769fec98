import DealExtraction
import DealLexicon

/// Trains what chooses the quantities of a deal: a linear model for all, then trees for sums, over its
/// scores and their signs.
struct QuantityTraining {
  private struct Example {
    var features: [Int32]
    let isTrue: Bool
    let fold: Int
  }

  private(set) var linear = Logistic(classes: 1)
  private var examples: [Example] = []
  /// The sums of each claim: their signs and the numbers of their examples.
  private var claims: [(rows: [[Int16]], examples: [Int], fold: Int)] = []
  private var trees: Boosting = {
    var settings = Boosting.Settings()
    settings.trees = 200
    settings.leaves = 10
    settings.rate = 0.06
    return Boosting(names: SumSigns.names, settings: settings)
  }()

  /// Takes a quantity near a claim; the linear model alone learns of it.
  mutating func add(_ buffer: FeatureBuffer, isTrue: Bool, fold: Int) {
    examples.append(
      Example(features: linear.numbers(buffer), isTrue: isTrue, fold: fold))
  }

  /// Takes all sums near a claim, with their features and signs.
  mutating func add(
    _ sums: [(buffer: FeatureBuffer, isTrue: Bool)], _ rows: [[Int16]], fold: Int
  ) {
    let first = examples.count
    for sum in sums { add(sum.buffer, isTrue: sum.isTrue, fold: fold) }
    claims.append((rows, Array(first..<examples.count), fold))
  }

  mutating func fit(rounds: Int) {
    dropRare(below: 2)
    let blank = linear
    for fold in Set(examples.map(\.fold)).sorted() {
      let model = Self.fitted(blank, examples.filter { $0.fold != fold }, rounds)
      for index in claims.indices where claims[index].fold == fold {
        let scores = claims[index].examples.map {
          Int32(
            (max(-20, min(20, model.score(examples[$0].features))) * ClaimModels.scale).rounded())
        }
        SumSigns.write(scores, to: &claims[index].rows)
      }
    }
    linear = Self.fitted(blank, examples, rounds)
    trees.fit(
      claims.flatMap(\.rows), claims.flatMap { $0.examples.map { examples[$0].isTrue } })
  }

  private static func fitted(_ blank: Logistic, _ examples: [Example], _ rounds: Int) -> Logistic {
    var model = blank
    var order = Array(examples.indices)
    var state: UInt64 = 13
    for _ in 0..<rounds {
      shuffle(&order, &state)
      for index in order { model.learn(examples[index].features, isTrue: examples[index].isTrue) }
    }
    return model
  }

  /// Takes features out that occur in fewer examples than `least`.
  private mutating func dropRare(below least: Int) {
    let rare = Logistic.rare(examples.map(\.features), below: least)
    for index in examples.indices { examples[index].features.removeAll(where: rare.contains) }
  }

  /// The lines of the table of trees.
  func treeLines() -> [String] { [Boosting.head] + trees.rows(scale: ClaimModels.scale) }
}
