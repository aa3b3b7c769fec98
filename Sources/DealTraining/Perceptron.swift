import DealLexicon

/// Weights in training: a perceptron whose weights are averaged over all steps (Collins 2002).
struct Perceptron {
  let classes: Int
  private var weights: [UInt64: [Double]] = [:]
  private var sums: [UInt64: [Double]] = [:]
  private var step = 1.0
  private var allowed: Set<UInt64>?

  init(classes: Int) { self.classes = classes }

  /// Leaves all other features without weights.
  mutating func keepOnly(_ features: Set<UInt64>) { allowed = features }

  func add(_ features: FeatureBuffer, to scores: inout [Double]) {
    for feature in features.hashes {
      guard let row = weights[feature] else { continue }
      for index in 0..<classes { scores[index] += row[index] }
    }
  }

  mutating func update(_ features: FeatureBuffer, _ index: Int, by delta: Double) {
    for feature in features.hashes where allowed?.contains(feature) ?? true {
      weights[feature, default: [Double](repeating: 0, count: classes)][index] += delta
      sums[feature, default: [Double](repeating: 0, count: classes)][index] += delta * step
    }
  }

  mutating func advance() { step += 1 }

  /// The averaged weights.
  func averaged() -> [UInt64: [Double]] {
    var result: [UInt64: [Double]] = [:]
    for (feature, row) in weights {
      let sum = sums[feature] ?? []
      result[feature] = zip(row, sum).map { $0 - $1 / step }
    }
    return result
  }
}
