import DealFlow
import DealModel
import Testing

private func day(_ text: String) -> Int { PartialDate(text)?.firstDay ?? 0 }

/// Days of the web's payments by payer and payee.
private let web: [String: [Int]] = [
  "NO": [day("2025-09-22"), day("2024-10-02")], "OR": [day("2025-09-10")],
  "RN": [day("2025-05-23")], "MO": [day("2023-01-23")], "OM": [day("2025-10-28")],
  "MN": [day("2025-06-30")], "NC": [day("2025-09-15")], "CN": [day("2024-12-31")],
  "OC": [day("2025-09-25")], "CO": [day("2025-03-10")], "MC": [day("2024-06-30")],
]

@Test func sevenOfTheWebsFourteenLoopsOfDealsAreInOrder() {
  let names = Array("CMNOR")
  var inOrder: [String: Int] = [:]
  var all = 0
  ElementaryCycles(WorkedGraphs.w.digraph).forEach { cycle in
    let path = cycle.map { names[Int($0)] }
    let hops = path.indices.map { place in
      web[String([path[place], path[(place + 1) % path.count]])] ?? []
    }
    all += hops.reduce(1) { $0 * $1.count }
    let count = CausalOrder.count(hops)
    if count > 0 { inOrder[String(path)] = count }
    return true
  }
  #expect(all == 14)
  #expect(inOrder.values.reduce(0, +) == 7)
  #expect(
    inOrder == ["CN": 1, "CO": 1, "MO": 1, "CNO": 1, "COM": 1, "MNO": 1, "CNOM": 1])
}

@Test func theTrianglesPaymentsAreOneFallTooMany() {
  let days = ["2025-09-22", "2025-09-10", "2025-05-23"].map(day)
  #expect(CausalOrder.defect(days) == 1)
  #expect(CausalOrder.count(days.map { [$0] }) == 0)
  #expect(CausalOrder.defect([1, 2, 3]) == 0)
  #expect(CausalOrder.defect([1, 1]) == 1)
}

@Test func paymentsOverYearsCloseInEveryOrderOrNone() {
  #expect(CausalOrder.isFeasible([2026...2030, 2027...2031, 2025...2030]))
  #expect(!CausalOrder.isFeasible([2029...2030, 2027...2028, 2025...2026]))
}

/// The choices in order, by trying each.
private func obviousCount(_ hops: [[Int]], _ window: Int) -> Int {
  var choices: [[Int]] = [[]]
  for days in hops { choices = choices.flatMap { start in days.map { start + [$0] } } }
  return choices.count { days in
    let least = days.min() ?? 0
    return CausalOrder.defect(days) == 0 && (days.max() ?? 0) - least <= window
  }
}

@Test func countsInOrderAgreeWithTryingEveryChoice() {
  var random = Seeded(31)
  for _ in 0..<3000 {
    let hops = (0..<2 + random.below(3)).map { _ in
      (0..<1 + random.below(3)).map { _ in random.below(8) }
    }
    for window in [2, 4, 100] {
      #expect(CausalOrder.count(hops, window: window) == obviousCount(hops, window))
    }
  }
}
