/// What a cycle must reach to be kept.
struct CycleBar {
  let measure: CycleMeasure
  /// The most arcs of a cycle.
  let limit: Int
  var key = -Double.infinity
  /// Cycles of just that key must be no longer than this.
  var length = Int.max

  /// Whether a way back of so many hops can be part of a cycle that reaches the bar.
  @inline(__always)
  func admits(_ value: Double, hops: Int) -> Bool {
    switch measure {
    case .latest: return true
    case .length: return -Double(hops + 1) >= key
    case .circulation: return measure.bound(value, isKnown: true, length: limit) >= key
    case .width, .certainty:
      let bound = measure.bound(value, isKnown: true, length: limit)
      return bound > key || bound == key && hops < length
    }
  }

  /// Whether a path of `depth` nodes and this worth can go on to a node and back to reach the bar.
  @inline(__always)
  func admits(
    _ value: Double, isKnown: Bool, depth: Int, to node: Int32, _ bounds: borrowing ReturnBounds
  ) -> Bool {
    let rest = limit - depth
    guard rest > 0, bounds.worth(node, rest) != ReturnBounds.none else { return false }
    if measure == .length || measure == .circulation {
      return (1...rest).contains { hops in
        let tail = bounds.worth(node, hops)
        return tail != ReturnBounds.none && reaches(value, tail, isKnown, depth + hops)
      }
    }
    let most = measure.bound(
      measure.joined(value, bounds.worth(node, rest)), isKnown: isKnown, length: limit)
    if most != key { return most > key }
    let hops = min(rest, length - depth)
    guard hops > 0 else { return false }
    let tail = bounds.worth(node, hops)
    return tail != ReturnBounds.none && reaches(value, tail, isKnown, depth + hops)
  }

  @inline(__always)
  private func reaches(_ value: Double, _ tail: Double, _ isKnown: Bool, _ total: Int) -> Bool {
    let bound = measure.bound(measure.joined(value, tail), isKnown: isKnown, length: total)
    return bound > key || bound == key && total <= length
  }
}
