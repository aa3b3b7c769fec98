/// By what cycles are compared: a figure made of what their arcs are worth.
///
/// In widths and circulations an arc of unknown amount is worth infinity, which makes no cycle wide:
/// those with such arcs come after those without, by the least of the amounts that are known.
public enum CycleMeasure: Sendable, Hashable, CaseIterable {
  /// The least arc.
  case width
  /// The least arc times the number of arcs.
  case circulation
  /// The product of the arcs, each 0…1.
  case certainty
  /// The fewest arcs; what they are worth is not looked at.
  case length
  /// The greatest arc.
  case latest

  /// What a cycle is ranked by: the greatest is the first.
  ///
  /// `values` are what the arcs of `graph` are worth; certainties are told apart to twelve digits, so
  /// that the order of multiplication does not matter.
  ///
  /// - Complexity: O(*k* log *n*) for *k* arcs.
  public func key(of cycle: [Int32], in graph: Digraph, _ values: [Double]) -> Double {
    var value = empty
    var isKnown = true
    for place in cycle.indices {
      let next = cycle[place + 1 == cycle.count ? 0 : place + 1]
      guard let arc = graph.arc(from: cycle[place], to: next) else { continue }
      value = joined(value, values[arc])
      if values[arc] == .infinity { isKnown = false }
    }
    return key(value, isKnown: isKnown, length: cycle.count)
  }

  /// The worth of no arc.
  @inline(__always)
  var empty: Double {
    switch self {
    case .width, .circulation: .infinity
    case .certainty: 1
    case .length: 0
    case .latest: -.infinity
    }
  }

  /// The worth of two ways one after the other.
  @inline(__always)
  func joined(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .width, .circulation: min(left, right)
    case .certainty: left * right
    case .length: 0
    case .latest: max(left, right)
    }
  }

  /// The key of a cycle of a worth and a length; with `isKnown` false it has an unknown amount.
  @inline(__always)
  func key(_ value: Double, isKnown: Bool, length: Int) -> Double {
    switch self {
    case .width, .circulation:
      let sum = self == .circulation ? value * Double(length) : value
      if isKnown { return sum }
      return value == .infinity ? -1 : -1 / (1 + sum)
    case .certainty: return (value * 1e12).rounded(.toNearestOrEven) / 1e12
    case .length: return -Double(length)
    case .latest: return value
    }
  }

  /// What no cycle over a way of this worth can exceed; the way may go on to known amounts.
  @inline(__always)
  func bound(_ value: Double, isKnown: Bool, length: Int) -> Double {
    if !isKnown, value == .infinity { return 0 }
    return key(value, isKnown: isKnown, length: length)
  }

  /// Whether an arc of a worth can lie on a cycle of a key or more, and of at most `length` arcs.
  func admits(_ value: Double, key: Double, length: Int) -> Bool {
    switch self {
    case .width: value == .infinity ? key < 0 : key < 0 || value >= key
    case .circulation: value == .infinity ? key < 0 : key < 0 || value * Double(length) >= key
    case .certainty: self.key(value, isKnown: true, length: length) >= key
    case .length, .latest: true
    }
  }
}
