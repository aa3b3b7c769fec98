import DealTables

/// Turns scores into probabilities, by steps fitted on annotated articles.
///
/// The steps come from isotonic regression (pool adjacent violators) over articles that the models
/// had not seen: of the deals at a step, that share was right.
struct Calibration: Sendable {
  /// Scores in units of 1/256 of a logit, ascending, and the share of deals at them that is right.
  private let steps: [(score: Int, confidence: Double)]

  /// Reads the rows of a table that are of a language: language, score, per cent.
  init(_ table: Table, language: String) {
    var steps: [(score: Int, confidence: Double)] = []
    table.forEachRow { _, cells in
      guard cells.count == 3, cells[0].elementsEqual(language.utf8),
        let score = Int(String(decoding: cells[1], as: UTF8.self)),
        let percent = Int(String(decoding: cells[2], as: UTF8.self))
      else { return }
      steps.append((score, Double(percent) / 100))
    }
    self.steps = steps
  }

  /// The probability that a deal of this score is asserted, to two digits.
  func confidence(of score: Int32) -> Double {
    guard let first = steps.first, let last = steps.last else { return 0.5 }
    if score <= first.score { return first.confidence }
    for (low, high) in zip(steps, steps.dropFirst()) where score <= high.score {
      let share = Double(Int(score) - low.score) / Double(max(1, high.score - low.score))
      let value = low.confidence + (high.confidence - low.confidence) * share
      return (value * 100).rounded() / 100
    }
    return last.confidence
  }
}
