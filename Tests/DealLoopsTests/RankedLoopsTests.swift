import DealLoops
import DealModel
import Testing

/// Parties that all pay each other, each sum another: far more loops than can be listed.
private func crowd(_ count: Int) -> DealGraph {
  var lines: [String] = []
  for payer in 0..<count {
    for payee in 0..<count where payer != payee {
      let usd = 1 + (payer * 7919 + payee * 104_729) % 100_003
      let status = ["completed", "agreed", "planned", "talks"][usd % 4]
      lines.append(
        "P\(payer + 10) P\(payee + 10) \(usd % 5 == 0 ? "unknown" : String(usd)) \(status)")
    }
  }
  return Worked.graph(lines.joined(separator: "\n"))
}

@Test(arguments: LoopRank.allCases)
func theFirstLoopsAreTheSameWithAndWithoutAListOfAll(rank: LoopRank) {
  // 16,064 loops are listed; those of a budget of a thousand are looked for in rank.
  let graph = crowd(8)
  var search = LoopSearch()
  search.rank = rank
  let all = search.loops(in: graph)
  #expect(all.isComplete && all.isExact && all.found == 16_064)
  search.budget = 1000
  search.limit = 25
  let first = search.loops(in: graph)
  #expect(!first.isComplete && first.isExact && first.found == 1000)
  #expect(first.loops == Array(all.loops.prefix(25)))
}

@Test(arguments: LoopRank.allCases)
func theFirstLoopsAmongCountlessOnesAreExact(rank: LoopRank) {
  var search = LoopSearch()
  search.rank = rank
  search.limit = 10
  search.budget = 60_000
  let graph = crowd(13)
  let report = search.loops(in: graph)
  #expect(!report.isComplete && report.isExact && report.loops.count == 10)
  if rank == .bottleneck {
    #expect(report.loops[0].bottleneck == LoopOverview(of: graph).width)
  }
  let json = String(decoding: report.json(), as: UTF8.self)
  #expect(json.contains(#""complete":false,"found":60000,"exact":true,"loops""#))
}

@Test func withoutALimitTheListIsAsLongAsTheBudget() {
  var search = LoopSearch()
  search.budget = 2000
  let report = search.loops(in: crowd(10))
  #expect(report.loops.count == 2000 && !report.isExact && report.completeLength == 4)
}
