import DealLoops
import DealModel
import Testing

private let web = Worked.web

@Test func theTriangleHasItsWorkedFigures() throws {
  let triangle = Worked.graph(
    """
    NVDA OAI 100 planned 2025-09-22
    OAI ORCL 300 agreed 2025-09-10
    ORCL NVDA 40 completed 2025-05-23
    """)
  let report = LoopSearch().loops(in: triangle)
  #expect(report.isComplete)
  let loop = try #require(report.loops.first)
  #expect(report.loops.count == 1)
  #expect(loop.parties == ["NVDA", "OAI", "ORCL"])
  #expect(loop.bottleneck == 40)
  #expect(loop.gross == 440)
  #expect(abs((loop.tightness ?? 0) - 0.2727) < 0.0001)
  #expect(abs(loop.certainty - 0.4) < 1e-9)
  #expect(loop.weakest == 2)
  #expect(loop.isCausal == false)
}

@Test func theWebHasTenLoopsRankedByBottleneck() {
  let report = LoopSearch().loops(in: web)
  #expect(report.loops.count == 10)
  #expect(
    report.loops.map(\.bottleneck)
      == [40000, 20000, 13000, 8000, 8000, 6300, 350, 350, 350, 350])
  #expect(report.loops[0].parties == ["NVDA", "OAI", "ORCL"])
  #expect(report.loops[0].hops[0].deals.count == 2)
  #expect(Set(report.loops.map(\.parties.count)) == [2, 3, 4])
}

@Test func aBudgetIsToldAndNeverSilent() {
  var search = LoopSearch()
  search.budget = 4
  let report = search.loops(in: web)
  #expect(!report.isComplete)
  #expect(report.found == 4)
}

@Test func anUnknownSumIsNeverZero() throws {
  let report = LoopSearch().loops(in: Worked.graph("A B unknown\nB A 5"))
  let loop = try #require(report.loops.first)
  #expect(loop.bottleneck == 5)
  #expect(loop.tightness == nil)
  #expect(loop.hops.map(\.isKnown) == [false, true])
  #expect(String(decoding: report.json(), as: UTF8.self).contains("\"usd\":null,\"known\":false"))
}

@Test(arguments: [(LoopRank.length, 2), (.certainty, 2), (.date, 2)])
func ranksPutTheirOwnFirst(rank: LoopRank, length: Int) {
  var search = LoopSearch()
  search.rank = rank
  #expect(search.loops(in: web).loops.first?.parties.count == length)
}

@Test func theOrderOfTheDealsChangesNothing() {
  var turned = web
  turned.deals.reverse()
  let one = LoopSearch().loops(in: web).loops.map(\.parties)
  #expect(LoopSearch().loops(in: turned).loops.map(\.parties) == one)
}

@Test(arguments: 1...9)
func aSearchThatEndsEarlyHasAllShortLoops(budget: Int) {
  let all = LoopSearch().loops(in: web).loops
  var search = LoopSearch()
  search.budget = budget
  let report = search.loops(in: web)
  #expect(!report.isComplete)
  #expect(report.found == budget && report.loops.count == budget)
  #expect(report.completeLength == (budget < 3 ? 1 : budget < 7 ? 2 : 3))
  let found = Set(report.loops.map(\.parties))
  #expect(found.count == budget)
  for loop in all where loop.hops.count <= report.completeLength {
    #expect(found.contains(loop.parties))
  }
}
