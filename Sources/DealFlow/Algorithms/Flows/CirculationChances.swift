/// What can be expected to go round where each payment is real with a probability of its own.
///
/// A state is a choice of the payments that are real. With few uncertain ones all states are gone
/// through; else states are drawn (Monte Carlo; the exact figures are #P-hard, as is the reliability
/// of a network: Valiant, "The complexity of enumeration and reliability problems", 1979), with a seed,
/// so that the same graph has the same figures. Payments are taken as independent, which those of one
/// announcement are not.
public struct CirculationChances: Sendable, Hashable {
  /// The probability that there is any cycle.
  public let anyCycle: Double
  /// The expected total of the greatest circulation.
  public let expected: Double
  /// The standard error of `expected`; 0 where it is exact.
  public let error: Double
  /// How many states were looked at.
  public let states: Int
  /// Whether all states were.
  public let isExact: Bool

  /// A payment that may be real.
  public typealias Payment = (from: Int32, to: Int32, weight: Int64, probability: Double)

  /// With at most this many uncertain payments on cycles all states are gone through.
  public static let exactLimit = 10

  /// Finds the chances of payments between the nodes 0..<count.
  ///
  /// - Parameter samples: How many states are drawn where not all are gone through.
  /// - Complexity: One ``Circulation`` for each state.
  public init(count: Int, payments: [Payment], samples: Int = 1000) {
    let cyclic = Self.cyclic(count, payments)
    let uncertain = cyclic.indices.filter { cyclic[$0].probability < 1 }
    isExact = uncertain.count <= Self.exactLimit
    states = isExact ? 1 << uncertain.count : samples
    var (any, sum, squares, all) = (0.0, 0.0, 0.0, 0.0)
    var random = SplitMix(seed: 1)
    for state in 0..<states {
      var weight = isExact ? 1.0 : 1 / Double(samples)
      var isReal = [Bool](repeating: true, count: cyclic.count)
      for (bit, place) in uncertain.enumerated() {
        let probability = cyclic[place].probability
        isReal[place] = isExact ? state >> bit & 1 == 1 : random.unit() < probability
        if isExact { weight *= isReal[place] ? probability : 1 - probability }
      }
      let total = Self.total(count, cyclic.indices.filter { isReal[$0] }.map { cyclic[$0] })
      all += weight
      guard let total else { continue }
      any += weight
      sum += weight * Double(total)
      squares += weight * Double(total) * Double(total)
    }
    // Weights of all states add up to one but for rounding.
    anyCycle = all > 0 ? min(1, any / all) : 0
    expected = sum
    error = isExact ? 0 : (max(0, squares - sum * sum) / Double(max(samples - 1, 1))).squareRoot()
  }

  /// The payments that can lie on a cycle.
  private static func cyclic(_ count: Int, _ payments: [Payment]) -> [Payment] {
    let possible = payments.filter { $0.probability > 0 && $0.from != $0.to }
    let components = StrongComponents.numbers(
      of: Digraph(count: count, arcs: possible.map { ($0.from, $0.to) }))
    return possible.filter { components[Int($0.from)] == components[Int($0.to)] }
  }

  /// The greatest circulation of payments; nil where there is no cycle, even of no amount.
  private static func total(_ count: Int, _ payments: [Payment]) -> Int64? {
    let graph = WeightedDigraph(
      count: count, arcs: payments.map { ($0.from, $0.to, $0.weight) }
    ).cyclic()
    return graph.weights.isEmpty ? nil : Circulation(graph).total
  }
}

/// Numbers from a seed (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number, 0 up to 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((word ^ (word >> 31)) >> 11) * 0x1p-53
  }
}
