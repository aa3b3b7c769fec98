import DealLoops
import DealModel
import Testing

@Test func theWebsFiguresNeedNoListOfLoops() {
  let overview = LoopOverview(of: Worked.web)
  #expect(overview.parties == 5)
  #expect(overview.groups == [5])
  #expect(overview.gross == 771_050)
  #expect(overview.circulation == 239_050)
  #expect(abs((overview.circularity ?? 0) - 0.31) < 0.0001)
  #expect(overview.widest == ["NVDA", "OAI", "ORCL"])
  #expect(overview.width == 40_000)
  #expect(
    LoopOverview.widths(in: Worked.web) == [
      "CRWV": 8000, "MSFT": 20_000, "NVDA": 40_000, "OAI": 40_000, "ORCL": 40_000,
    ])
  #expect(overview.unknownPayments == 0)
}

@Test func unknownPaymentsOnLoopsAreCountedAndWidenNothing() {
  let graph = Worked.graph("A B unknown\nB A 5\nC D 3\nD C 2\nD E unknown")
  let overview = LoopOverview(of: graph)
  #expect(overview.groups == [2, 2])
  #expect(overview.unknownPayments == 1)
  #expect(overview.circulation == 4)
  #expect(overview.widest == ["C", "D"])
  #expect(LoopOverview.widths(in: graph) == ["C": 2, "D": 2])
}

@Test func aGraphWithoutLoopsHasNoFigures() {
  let overview = LoopOverview(of: Worked.graph("A B 7\nB C 5"))
  #expect(overview.parties == 0)
  #expect(overview.circulation == 0)
  #expect(overview.width == nil && overview.widest.isEmpty)
}

@Test func theWebsTenLoopsHangOnSixPayments() {
  let report = LoopSearch().loops(in: Worked.web)
  let groups = Nexus.groups(of: report.loops)
  #expect(
    Set(groups.map { "\($0.payer)>\($0.payee) \(Int($0.usd ?? 0)) \($0.loops.count)" }) == [
      "ORCL>NVDA 40000 1", "MSFT>NVDA 20000 1", "MSFT>OAI 13000 1", "CRWV>NVDA 8000 2",
      "NVDA>CRWV 6300 1", "CRWV>OAI 350 4",
    ])
  #expect(groups.flatMap(\.loops).sorted() == Array(0..<10))
}

@Test func leastSetsOfTheWebAreAsWorked() {
  let keystones = Keystones(of: Worked.web)
  #expect(keystones.leastMoney.usd == 81_350)
  #expect(keystones.leastMoney.lowerBound == 81_350)
  #expect(keystones.leastMoney.isProven)
  #expect(keystones.fewestDeals.dealCount == 4)
  #expect(keystones.fewestDeals.isProven)
  for set in [keystones.leastMoney, keystones.fewestDeals] {
    let keys = Set(set.payments.flatMap(\.deals))
    var rest = Worked.web
    rest.deals.removeAll { keys.contains($0.key) }
    #expect(LoopSearch().loops(in: rest).found == 0)
  }
}

@Test func paymentsOfUnknownSizeAreTakenOnlyWhereNothingElseHelps() {
  let one = Keystones(of: Worked.graph("A B unknown\nB A 900")).leastMoney
  #expect(one.payments.map(\.payer) == ["B"])
  #expect(one.usd == 900 && one.unknownPayments == 0 && one.isProven)
  let both = Keystones(of: Worked.graph("A B unknown\nB A unknown")).leastMoney
  #expect(both.unknownPayments == 1 && both.usd == 0)
}

@Test func circulationRanksByWhatGoesRoundTheWholeLoop() {
  var search = LoopSearch()
  search.rank = .circulation
  let graph = Worked.graph("A B 50\nB A 50\nC D 40\nD E 40\nE C 40")
  #expect(search.loops(in: graph).loops.map(\.parties.count) == [3, 2])
  search.rank = .bottleneck
  #expect(search.loops(in: graph).loops.map(\.parties.count) == [2, 3])
}

@Test(arguments: [LoopRank.bottleneck, .circulation])
func loopsOfUnknownSizeComeAfterTheKnown(rank: LoopRank) {
  var search = LoopSearch()
  search.rank = rank
  let graph = Worked.graph(
    "A B unknown\nB A 900\nC D 1\nD C 2\nE F unknown\nF E unknown\nG H 950\nH G unknown")
  #expect(search.loops(in: graph).loops.map { $0.parties[0] } == ["C", "G", "A", "E"])
}

@Test func loopsHaveTheSpanOfTheirDates() throws {
  let graph = Worked.graph("A B 1 agreed 2024-05\nB A 1 agreed 2023-02-01\nB A 2 agreed")
  let loop = try #require(LoopSearch().loops(in: graph).loops.first)
  #expect(loop.since?.description == "2023-02-01")
  #expect(loop.until?.description == "2024-05")
  #expect(loop.isCausal == true)
}

@Test func parallelDealsCanPutALoopInOrder() {
  func isCausal(_ lines: String) -> Bool? {
    LoopSearch().loops(in: Worked.graph(lines)).loops.first?.isCausal
  }
  let backward = "A B 1 agreed 2024-03-01\nB C 1 agreed 2024-02-01\nC A 1 agreed 2024-01-01"
  #expect(isCausal(backward) == false)
  #expect(isCausal(backward + "\nA B 1 agreed 2023-01-01") == false)
  #expect(isCausal(backward + "\nB C 1 agreed 2024-04-01") == true)
  #expect(isCausal(backward + "\nC A 1 agreed") == nil)
}

@Test func loopsAsCSVHaveOneLineEach() {
  let csv = String(
    decoding: LoopSearch().loops(
      in: Worked.graph("A B 4 agreed 2024-05\nB A 5 completed\nB A unknown")
    ).csv(), as: UTF8.self)
  #expect(
    csv == """
      rank,parties,hops,bottleneck,gross,tightness,certainty,causal,since,until,weakestPayer,\
      weakestPayee,deals
      1,A B,2,4,9,0.8889,0.8,,2024-05,2024-05,A,B,A>B:0 B>A:1 B>A:2

      """)
}
