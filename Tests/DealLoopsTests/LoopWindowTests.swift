import DealLoops
import DealModel
import Testing

/// The loops within a window by listing all and asking each: slow and obvious.
private func obvious(_ graph: DealGraph, _ window: Int) -> [[String]] {
  LoopSearch().loops(in: graph).loops.filter { loop in
    let days = loop.hops.map { hop in
      graph.deals.filter { hop.deals.contains($0.key) }.compactMap { $0.date?.firstDay }
    }
    // Every choice of a deal for each hop, from every hop on.
    return loop.hops.indices.contains { start in
      var ways = days[start].map { ($0, $0) }
      for step in 1..<loop.hops.count {
        ways = ways.flatMap { first, last in
          days[(start + step) % loop.hops.count].filter { $0 > last && $0 - first <= window }
            .map { (first, $0) }
        }
      }
      return !ways.isEmpty
    }
  }.map(\.parties)
}

@Test(arguments: [1, 30, 200, 400, 1000, 4000])
func theWebsLoopsWithinAWindowAreThoseInOrder(window: Int) {
  var search = LoopSearch()
  search.window = window
  let report = search.loops(in: Worked.web)
  #expect(report.isComplete && report.isExact && report.window == window)
  #expect(report.loops.map(\.parties) == obvious(Worked.web, window))
  #expect(report.loops.allSatisfy { $0.isCausal == true })
  if window == 4000 { #expect(report.found == 7) }
}

@Test func aWindowHeedsLengthPartyAndLimit() {
  var search = LoopSearch()
  search.window = 4000
  search.maximumLength = 2
  #expect(search.loops(in: Worked.web).loops.allSatisfy { $0.hops.count == 2 })
  #expect(search.loops(in: Worked.web).found == 3)
  search.maximumLength = 12
  search.party = "MSFT"
  let found = search.loops(in: Worked.web)
  #expect(found.found == 4 && found.loops.allSatisfy { $0.parties.contains("MSFT") })
  search.limit = 1
  #expect(search.loops(in: Worked.web).loops == Array(found.loops.prefix(1)))
}

@Test func undatedDealsAreInNoOrder() {
  var search = LoopSearch()
  search.window = 10
  let graph = Worked.graph(
    "A B 1 agreed 2024-05-01\nB A 1 agreed 2024-05-09\nB C 1 agreed\nC A 2 agreed")
  #expect(search.loops(in: graph).loops.map(\.parties) == [["A", "B"]])
  #expect(
    String(decoding: search.loops(in: graph).json(), as: UTF8.self).contains(
      #""found":1,"window":10,"#))
}
