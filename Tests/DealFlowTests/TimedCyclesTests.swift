import DealFlow
import Testing

private typealias Payment = (from: Int32, to: Int32, day: Int)

/// Every choice of payments that follow each other, tried from every payment: slow and obvious.
private func obvious(_ payments: [Payment], window: Int, limit: Int = .max) -> [[Int32]] {
  var found: [[Int32]] = []
  func extend(_ path: [Int32], _ first: Int, _ last: Int) {
    for next in payments where next.from == path[path.count - 1] && next.day > last {
      guard next.day - first <= window else { continue }
      if next.to == path[0] {
        found.append(path)
      } else if !path.contains(next.to), path.count < limit {
        extend(path + [next.to], first, next.day)
      }
    }
  }
  for start in payments where start.from != start.to {
    extend([start.from, start.to], start.day, start.day)
  }
  return found
}

/// The rotation of a cycle that begins with its least node.
private func canonical(_ cycle: [Int32]) -> [Int32] {
  let least = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
  return Array(cycle[least...] + cycle[..<least])
}

private func sorted(_ cycles: [[Int32]]) -> [[Int32]] {
  cycles.map(canonical).sorted { $0.lexicographicallyPrecedes($1) }
}

@Test func paymentsMustFollowEachOtherWithinTheWindow() {
  func count(_ days: [Int], _ window: Int) -> Int {
    TimedCycles(count: 3, payments: [(0, 1, days[0]), (1, 2, days[1]), (2, 0, days[2])])
      .count(within: window, CycleQuery()).count
  }
  #expect(count([1, 3, 8], 7) == 1)
  #expect(count([1, 3, 8], 6) == 0)
  #expect(count([8, 1, 3], 7) == 1)
  #expect(count([8, 3, 1], .max) == 0)
  #expect(count([3, 3, 8], .max) == 0)
}

@Test func cyclesInTimeAgreeWithTheObviousSearch() {
  var random = Seeded(11)
  for _ in 0..<3000 {
    let count = 2 + random.below(5)
    let payments: [Payment] = (0..<random.below(16)).map { _ in
      (Int32(random.below(count)), Int32(random.below(count)), random.below(12))
    }
    let window = random.below(8) == 0 ? Int.max : random.below(14)
    let cycles = TimedCycles(count: count, payments: payments)
    let expected = sorted(obvious(payments, window: window))
    #expect(sorted(cycles.list(within: window, CycleQuery()).cycles) == expected)
    #expect(cycles.count(within: window, CycleQuery()).count == expected.count)
    let limit = 2 + random.below(3)
    #expect(
      cycles.count(within: window, CycleQuery(maximumLength: limit)).count
        == obvious(payments, window: window, limit: limit).count)
  }
}

@Test func theWebsPaymentsInOrderAreSeven() {
  // C, M, N, O, R as in the worked graphs, with the days of the twelve deals.
  let payments: [Payment] = [
    (2, 3, 20353), (3, 4, 20341), (4, 2, 20231), (1, 3, 19380), (3, 1, 20389), (1, 2, 20269),
    (2, 0, 20346), (0, 2, 20088), (3, 0, 20356), (0, 3, 20157), (1, 0, 19904), (2, 3, 19998),
  ]
  let cycles = TimedCycles(count: 5, payments: payments)
  let found = cycles.list(within: .max, CycleQuery())
  #expect(
    sorted(found.cycles) == [
      [0, 2], [0, 2, 3], [0, 2, 3, 1], [0, 3], [0, 3, 1], [1, 2, 3], [1, 3],
    ])
}

@Test func aSearchInTimeEndsAtItsBudget() {
  let payments: [Payment] = (0..<40).map { (Int32($0 % 2), Int32(1 - $0 % 2), $0) }
  var query = CycleQuery()
  query.maximumCount = 5
  let cycles = TimedCycles(count: 2, payments: payments)
  let some = cycles.count(within: .max, query)
  #expect(some.count == 5 && !some.isComplete)
  // Each payment with each later one of the other party.
  #expect(cycles.count(within: .max, CycleQuery()).count == 400)
}
