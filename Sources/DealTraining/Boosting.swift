import Foundation

/// Gradient boosting of small trees with logistic loss (Friedman 2001; second-order leaves after Chen
/// and Guestrin 2016), over integer signs.
struct Boosting {
  struct Settings {
    var trees = 220
    var leaves = 12
    var rate = 0.07
    var penalty = 4.0
    var leastWeight = 2.5
    var signShare = 0.4
    var rowShare = 0.7
  }

  private struct Node {
    var sign = -1
    var isCategory = false
    var value: Int16 = 0
    var yes = 0
    var no = 0
    var leaf = 0.0
  }

  private let names: [String]
  private let isCategory: [Bool]
  var settings: Settings
  private var trees: [[Node]] = []
  private var base = 0.0

  init(names: [String], settings: Settings = Settings()) {
    self.names = names
    self.settings = settings
    isCategory = names.map { ($0.split(separator: ".").last ?? "").hasPrefix("=") }
  }

  func score(_ row: [Int16]) -> Double {
    trees.reduce(base) { $0 + Self.leaf($1, row) }
  }

  private static func leaf(_ tree: [Node], _ row: [Int16]) -> Double {
    var index = 0
    while tree[index].sign >= 0 {
      let node = tree[index]
      let isYes =
        node.isCategory ? row[node.sign] == node.value : row[node.sign] <= node.value
      index = isYes ? node.yes : node.no
    }
    return tree[index].leaf
  }

  /// Fits the trees to rows and their labels.
  mutating func fit(_ rows: [[Int16]], _ labels: [Bool]) {
    trees = []
    let share = Double(labels.count { $0 }) / Double(max(1, labels.count))
    base = log(max(1e-4, share) / max(1e-4, 1 - share))
    let bins = Bins(rows, isCategory)
    var scores = [Double](repeating: base, count: rows.count)
    var state: UInt64 = 17
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    for _ in 0..<settings.trees {
      var slopes = [Double](repeating: 0, count: rows.count)
      var curves = slopes
      for index in rows.indices {
        let p = 1 / (1 + exp(-scores[index]))
        slopes[index] = p - (labels[index] ? 1 : 0)
        curves[index] = max(1e-6, p * (1 - p))
      }
      let sample = rows.indices.filter { _ in random() < settings.rowShare }
      let signs = names.indices.filter { _ in random() < settings.signShare }
      let tree = grow(sample, signs, bins, slopes, curves)
      for index in rows.indices { scores[index] += Self.leaf(tree, rows[index]) }
      trees.append(tree)
    }
  }

  private struct Split {
    var gain = 0.0
    var sign = 0
    var bin = 0
  }

  /// One tree, grown at the leaf that gains most.
  private func grow(
    _ sample: [Int], _ signs: [Int], _ bins: Bins, _ slopes: [Double], _ curves: [Double]
  ) -> [Node] {
    var nodes = [Node()]
    var open: [(node: Int, rows: [Int], split: Split)] = []
    func consider(_ node: Int, _ rows: [Int]) {
      let slope = rows.reduce(0) { $0 + slopes[$1] }
      let curve = rows.reduce(0) { $0 + curves[$1] }
      nodes[node].leaf = -slope / (curve + settings.penalty) * settings.rate
      if let split = best(rows, signs, bins, slopes, curves, slope, curve) {
        open.append((node, rows, split))
      }
    }
    consider(0, sample)
    var leaves = 1
    while leaves < settings.leaves,
      let top = open.indices.max(by: { open[$0].split.gain < open[$1].split.gain })
    {
      let (node, rows, split) = open.remove(at: top)
      let column = bins.columns[split.sign]
      let category = isCategory[split.sign]
      let yes = rows.filter {
        category ? column[$0] == split.bin : column[$0] <= split.bin
      }
      let no = rows.filter {
        !(category ? column[$0] == split.bin : column[$0] <= split.bin)
      }
      nodes[node].sign = split.sign
      nodes[node].isCategory = category
      nodes[node].value = bins.values[split.sign][split.bin]
      nodes[node].yes = nodes.count
      nodes[node].no = nodes.count + 1
      nodes += [Node(), Node()]
      consider(nodes[node].yes, yes)
      consider(nodes[node].no, no)
      leaves += 1
    }
    return nodes
  }

  private func best(
    _ rows: [Int], _ signs: [Int], _ bins: Bins, _ slopes: [Double], _ curves: [Double],
    _ slope: Double, _ curve: Double
  ) -> Split? {
    guard rows.count > 10 else { return nil }
    let own = slope * slope / (curve + settings.penalty)
    var best: Split?
    var histogram = [(slope: Double, curve: Double)](repeating: (0, 0), count: 256)
    for sign in signs {
      let count = bins.values[sign].count
      guard count > 1 else { continue }
      for bin in 0..<count { histogram[bin] = (0, 0) }
      let column = bins.columns[sign]
      for row in rows {
        let bin = Int(column[row])
        histogram[bin].slope += slopes[row]
        histogram[bin].curve += curves[row]
      }
      var (left, weight) = (0.0, 0.0)
      for bin in 0..<count {
        if isCategory[sign] {
          (left, weight) = histogram[bin]
        } else {
          left += histogram[bin].slope
          weight += histogram[bin].curve
        }
        guard weight >= settings.leastWeight, curve - weight >= settings.leastWeight else {
          continue
        }
        let gain =
          left * left / (weight + settings.penalty) + (slope - left) * (slope - left)
          / (curve - weight + settings.penalty) - own
        if gain > best?.gain ?? 0.5 { best = Split(gain: gain, sign: sign, bin: bin) }
      }
    }
    return best
  }

  /// The head of a table of trees.
  static let head = "sign\ttest\tvalue\tyes\tno"

  /// The rows of the trees, leaves in units of 1/`scale`; the base goes into the first tree's leaves.
  func rows(scale: Double) -> [String] {
    var lines: [String] = []
    for (number, tree) in trees.enumerated() {
      for (index, node) in tree.enumerated() {
        let mark = index == 0 ? "*" : ""
        if node.sign < 0 {
          let value = Int(((node.leaf + (number == 0 ? base : 0)) * scale).rounded())
          lines.append("\(mark)leaf\tleaf\t\(value)\t0\t0")
        } else {
          let test = node.isCategory ? "=" : "<="
          lines.append(
            "\(mark)\(names[node.sign])\t\(test)\t\(node.value)\t\(node.yes)\t\(node.no)")
        }
      }
    }
    return lines
  }
}

/// The values of signs, in at most 255 steps each.
private struct Bins {
  let columns: [[UInt8]]
  let values: [[Int16]]

  init(_ rows: [[Int16]], _ isCategory: [Bool]) {
    var columns: [[UInt8]] = []
    var values: [[Int16]] = []
    for sign in isCategory.indices {
      let column = rows.map { $0[sign] }
      var steps = Set(column).sorted()
      if steps.count > 64, !isCategory[sign] {
        let sorted = column.sorted()
        steps = Set((1...64).map { sorted[min(sorted.count - 1, $0 * sorted.count / 64)] })
          .sorted()
      }
      if steps.count > 255 { steps = Array(steps.prefix(255)) }
      values.append(steps)
      columns.append(
        column.map { value in
          var (low, high) = (0, steps.count - 1)
          while low < high {
            let middle = (low + high) / 2
            if steps[middle] < value { low = middle + 1 } else { high = middle }
          }
          return UInt8(low)
        })
    }
    self.columns = columns
    self.values = values
  }
}
