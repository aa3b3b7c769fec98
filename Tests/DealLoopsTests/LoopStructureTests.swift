import DealLoops
import DealModel
import Testing

@Test func theWebHasItsWorkedChancesAndStructure() {
  let balance = Balance(of: Worked.web)
  #expect(abs((balance.anyLoop ?? 0) - 0.9984) < 1e-9)
  #expect(abs((balance.expectedCirculation ?? 0) - 115_610.56) < 1e-6)
  #expect(balance.expectedCirculationError == 0)
  #expect(balance.structure.independentLoops == 7)
  #expect(balance.structure.greatestMean == 147_000)
  let json = String(decoding: balance.json(), as: UTF8.self)
  #expect(json.contains(#""anyLoop":0.9984,"expectedCirculation":115610.56,"#))
  #expect(json.contains(#""growth":2.269531,"greatestMean":147000,"circularPattern":0.563916"#))
}

@Test(arguments: [("A B 7\nB C 5", 0), ("A B 1\nB A 1\nC D 1\nD E 1\nE C 1\nD C 1", 3)])
func independentLoopsAreCountedByGroup(lines: String, count: Int) {
  let structure = LoopStructure(of: Worked.graph(lines))
  #expect(structure.independentLoops == count)
  #expect((structure.growth > 0) == (count > 0))
}

private func stake(_ owner: String, _ owned: String, _ percent: Double?) -> Deal {
  var deal = Deal(key: "\(owner)>\(owned)", payer: owner, payee: owned, kind: .investment)
  deal.stake = percent
  deal.status = .completed
  return deal
}

@Test func ownHoldingsFollowFromStakesInACircle() throws {
  let parties = ["a", "b", "c", "d"].map { Party(id: $0, name: $0) }
  let deals = [stake("a", "b", 50), stake("b", "a", 20), stake("c", "a", 80), stake("d", "b", 50)]
  let ownership = try #require(Ownership(of: DealGraph(parties: parties, deals: deals)))
  #expect(ownership.ownHoldings.map(\.party) == ["a", "b"])
  #expect(abs((ownership.share(of: "c", in: "b") ?? 0) - 0.444444) < 1e-6)
  #expect(ownership.share(of: "x", in: "a") == nil)
  let none = [stake("a", "b", nil), stake("b", "a", nil)]
  #expect(Ownership(of: DealGraph(parties: parties, deals: none)) == nil)
}
