/// A square matrix of doubles by rows, for the small systems of one strong component.
struct DenseMatrix: ~Copyable {
  let count: Int
  let cells: Cells<Double>

  /// The matrix of noughts.
  init(_ count: Int) {
    self.count = count
    cells = Cells(count: count * count, filledWith: 0)
  }

  deinit { cells.free() }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * count + column] }
    nonmutating set { cells[row * count + column] = newValue }
  }

  /// Turns the matrix into its inverse by Gauss-Jordan elimination with the greatest pivot of each
  /// column; false where it is singular within rounding.
  ///
  /// - Complexity: O(*n*³).
  func invert() -> Bool {
    var swaps: [(Int, Int)] = []
    for step in 0..<count {
      var best = step
      for row in step..<count where abs(self[row, step]) > abs(self[best, step]) { best = row }
      guard abs(self[best, step]) > 1e-12 else { return false }
      if best != step {
        for column in 0..<count {
          let value = self[step, column]
          self[step, column] = self[best, column]
          self[best, column] = value
        }
        swaps.append((step, best))
      }
      eliminate(step)
    }
    for (first, second) in swaps.reversed() {
      for row in 0..<count {
        let value = self[row, first]
        self[row, first] = self[row, second]
        self[row, second] = value
      }
    }
    return true
  }

  private func eliminate(_ step: Int) {
    let pivot = 1 / self[step, step]
    self[step, step] = 1
    for column in 0..<count { self[step, column] *= pivot }
    for row in 0..<count where row != step {
      let factor = self[row, step]
      guard factor != 0 else { continue }
      self[row, step] = 0
      let (to, from) = (row * count, step * count)
      for column in 0..<count { cells[to + column] -= factor * cells[from + column] }
    }
  }

  /// The stationary distribution of a Markov chain with these transition rates, whose diagonal is
  /// not read (Grassmann, Taksar and Heyman, "Regenerative analysis and steady state distributions
  /// for Markov chains", 1985): no subtraction, so no loss of digits. The matrix is used up.
  ///
  /// - Complexity: O(*n*³).
  func stationary() -> [Double] {
    for last in stride(from: count - 1, to: 0, by: -1) {
      var sum = 0.0
      for column in 0..<last { sum += self[last, column] }
      guard sum > 0 else { continue }
      for row in 0..<last {
        let rate = self[row, last] / sum
        self[row, last] = rate
        guard rate != 0 else { continue }
        for column in 0..<last where column != row {
          self[row, column] += rate * self[last, column]
        }
      }
    }
    var share = [Double](repeating: 0, count: count)
    if count > 0 { share[0] = 1 }
    for node in 1..<max(count, 1) {
      for row in 0..<node { share[node] += share[row] * self[row, node] }
    }
    let total = share.reduce(0, +)
    return share.map { $0 / total }
  }
}
