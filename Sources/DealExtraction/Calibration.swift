/// Turns scores into probabilities, by steps fitted on annotated articles.
struct Calibration: Sendable {
  /// Scores in units of 1/256 of a logit, ascending, and the share of claims at them that is right.
  let steps: [(score: Int32, confidence: Double)]

  func confidence(of score: Int32) -> Double {
    guard let first = steps.first, let last = steps.last else { return 0.5 }
    if score <= first.score { return first.confidence }
    for (low, high) in zip(steps, steps.dropFirst()) where score <= high.score {
      let share = Double(score - low.score) / Double(max(1, high.score - low.score))
      let value = low.confidence + (high.confidence - low.confidence) * share
      return (value * 100).rounded() / 100
    }
    return last.confidence
  }
}
