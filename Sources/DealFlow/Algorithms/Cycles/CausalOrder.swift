/// Whether the payments of a cycle can have followed each other in time.
///
/// A cycle is in order where, from some hop on, each payment is later than the one before; equal days
/// are not in order (Kumar and Calders, "2SCENT", VLDB 2018). Days are whole numbers.
public enum CausalOrder {
  /// In how many ways one payment of each hop can be chosen so that they are in order and the last
  /// comes at most `window` days after the first.
  ///
  /// - Complexity: O(*k* *d*³) for *k* hops of *d* payments: of each first payment, the ways so far
  ///   are added up hop by hop.
  public static func count(_ hops: [[Int]], window: Int = .max) -> Int {
    var count = 0
    for start in hops.indices {
      for first in hops[start] {
        var ways = [(day: first, count: 1)]
        for step in 1..<max(hops.count, 1) {
          ways = hops[(start + step) % hops.count].compactMap { day in
            guard day > first, day - first <= window else { return nil }
            let before = ways.reduce(0) { $1.day < day ? $0 + $1.count : $0 }
            return before > 0 ? (day, before) : nil
          }
        }
        count += ways.reduce(0) { $0 + $1.count }
      }
    }
    return hops.count < 2 ? 0 : count
  }

  /// How many payments too many come no later than the one before, once round: 0 is in order.
  public static func defect(_ days: [Int]) -> Int {
    days.indices.count { days[$0] >= days[($0 + 1) % days.count] } - 1
  }

  /// Whether payments that each last from one day to another can hand money on all the way round:
  /// from some hop on, none has ended when the one before it has begun and been reached.
  ///
  /// - Complexity: O(*k*²) for *k* hops.
  public static func isFeasible(_ spans: [ClosedRange<Int>]) -> Bool {
    spans.indices.contains { start in
      var day = Int.min
      for step in spans.indices {
        let span = spans[(start + step) % spans.count]
        day = max(day, span.lowerBound)
        if day > span.upperBound { return false }
      }
      return true
    }
  }
}
