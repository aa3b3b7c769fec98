import DealExtraction
import DealLexicon

/// Trains what chooses one of several classes: a linear model, then trees over its scores and the signs
/// of the candidate.
struct ClassTraining {
  struct Example {
    var features: [Int32]
    let signs: [Int16]
    let label: Int
    let kind: Int
    let fold: Int
  }

  let classes: [String]
  private(set) var linear: Logistic
  private var examples: [Example] = []
  private var trees: [Boosting] = []

  init(classes: [String]) {
    self.classes = classes
    linear = Logistic(classes: classes.count, rate: 0.15, penalty: 5e-3)
  }

  mutating func add(
    _ buffer: FeatureBuffer, _ signs: [Int16], label: String, kind: Int, fold: Int
  ) {
    guard let label = classes.firstIndex(of: label) else { return }
    let features = linear.numbers(buffer)
    examples.append(
      Example(features: features, signs: signs, label: label, kind: kind, fold: fold))
  }

  mutating func fit(rounds: Int) {
    dropRare(below: 2)
    let blank = linear
    var rows = [[Int16]](repeating: [], count: examples.count)
    for fold in Set(examples.map(\.fold)).sorted() {
      let model = Self.fitted(blank, examples.filter { $0.fold != fold }, rounds)
      for (index, example) in examples.enumerated() where example.fold == fold {
        let scores = model.scores(example.features).map {
          Int32((max(-20, min(20, $0)) * ClaimModels.scale).rounded())
        }
        var row = SignRows(width: 1 + classes.count + example.signs.count)
        ClassSigns.add(scores, kind: example.kind, example.signs[...], to: &row)
        rows[index] = row.values
      }
    }
    linear = Self.fitted(blank, examples, rounds)
    var settings = Boosting.Settings()
    settings.trees = 60
    settings.leaves = 6
    settings.rate = 0.1
    settings.leastWeight = 1.5
    trees = classes.indices.map { label in
      var model = Boosting(names: ClassSigns.names(classes), settings: settings)
      model.fit(rows, examples.map { $0.label == label })
      return model
    }
  }

  private static func fitted(_ blank: Logistic, _ examples: [Example], _ rounds: Int) -> Logistic {
    var model = blank
    var order = Array(examples.indices)
    var state: UInt64 = 13
    for _ in 0..<rounds {
      shuffle(&order, &state)
      for index in order { model.learn(examples[index].features, label: examples[index].label) }
    }
    return model
  }

  private mutating func dropRare(below least: Int) {
    let rare = Logistic.rare(examples.map(\.features), below: least)
    for index in examples.indices { examples[index].features.removeAll(where: rare.contains) }
  }

  /// The lines of the table of trees.
  func treeLines() -> [String] {
    [Boosting.head]
      + zip(classes, trees).flatMap { name, model in
        ["class\t\(name)\t0\t0\t0"] + model.rows(scale: ClaimModels.scale)
      }
  }
}
