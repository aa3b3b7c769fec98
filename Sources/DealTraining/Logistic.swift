import DealLexicon
import Foundation

/// Multinomial logistic regression over sparse features, fitted by AdaGrad steps with an L2 penalty
/// (Duchi, Hazan and Singer 2011).
struct Logistic {
  let classes: Int
  private(set) var index: [UInt64: Int] = [:]
  private var names: [UInt64] = []
  private var weights: [Double] = []
  private var squares: [Double] = []
  private let rate: Double
  private let penalty: Double

  init(classes: Int, rate: Double = 0.15, penalty: Double = 1e-5) {
    self.classes = classes
    self.rate = rate
    self.penalty = penalty
  }

  /// The numbers of features, new ones added.
  mutating func numbers(_ features: FeatureBuffer) -> [Int32] {
    features.hashes.map { hash in
      if let known = index[hash] { return Int32(known) }
      let number = names.count
      index[hash] = number
      names.append(hash)
      weights.append(contentsOf: repeatElement(0, count: classes))
      squares.append(contentsOf: repeatElement(0, count: classes))
      return Int32(number)
    }
  }

  func scores(_ features: [Int32]) -> [Double] {
    var scores = [Double](repeating: 0, count: classes)
    for feature in features {
      let row = Int(feature) * classes
      for index in 0..<classes { scores[index] += weights[row + index] }
    }
    return scores
  }

  func score(_ features: [Int32]) -> Double {
    var sum = 0.0
    for feature in features { sum += weights[Int(feature)] }
    return sum
  }

  /// One step towards `label` of several classes.
  mutating func learn(_ features: [Int32], label: Int, weight: Double = 1) {
    let scores = scores(features)
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    for index in 0..<classes {
      let slope = (powers[index] / sum - (index == label ? 1 : 0)) * weight
      if abs(slope) > 1e-4 { step(features, index, slope) }
    }
  }

  /// One step of a two-class model with one score.
  mutating func learn(_ features: [Int32], isTrue: Bool, weight: Double = 1) {
    let slope = (1 / (1 + exp(-score(features))) - (isTrue ? 1 : 0)) * weight
    if abs(slope) > 1e-4 { step(features, 0, slope) }
  }

  private mutating func step(_ features: [Int32], _ column: Int, _ slope: Double) {
    for feature in features {
      let place = Int(feature) * classes + column
      let gradient = slope + penalty * weights[place]
      squares[place] += gradient * gradient
      weights[place] -= rate * gradient / (squares[place].squareRoot() + 1e-6)
    }
  }

  /// The features that occur in fewer than `least` rows.
  static func rare(_ rows: [[Int32]], below least: Int) -> Set<Int32> {
    var counts: [Int32: Int] = [:]
    for row in rows { for feature in row { counts[feature, default: 0] += 1 } }
    return Set(counts.lazy.filter { $0.value < least }.map(\.key))
  }

  /// The weights by feature.
  func byFeature() -> [UInt64: [Double]] {
    var result: [UInt64: [Double]] = [:]
    for (number, name) in names.enumerated() {
      result[name] = Array(weights[number * classes..<(number + 1) * classes])
    }
    return result
  }
}
