import DealLoops
import DealModel
import Testing

private func deal(_ payer: String, _ payee: String, _ usd: Double?, _ number: Int = 1) -> Deal {
  Deal(
    key: "\(payer)>\(payee):\(number)", payer: payer, payee: payee, kind: .purchase,
    amount: usd.map { Amount(value: $0, currency: .usd, usd: $0) }, status: .completed)
}

private func graph(_ deals: [Deal]) -> DealGraph {
  let ids = Set(deals.flatMap { [$0.payer, $0.payee] }).sorted()
  return DealGraph(parties: ids.map { Party(id: $0, name: $0) }, deals: deals)
}

@Test func dealsOfTheWebHaveTheirWorkedLossesAndLoops() {
  let keystones = Keystones(
    of: graph([
      deal("N", "O", 100_000), deal("O", "R", 300_000), deal("R", "N", 40_000),
      deal("M", "O", 13_000), deal("O", "M", 250_000), deal("M", "N", 20_000),
      deal("N", "C", 6300), deal("C", "N", 8000), deal("O", "C", 22_400), deal("C", "O", 350),
      deal("M", "C", 10_000), deal("N", "O", 1000, 2),
    ]))
  #expect(keystones.circulation == 239_050)
  #expect(
    keystones.entries.map { "\($0.deal) \(Int($0.loss ?? -1)) \($0.loops)" } == [
      "N>O:1 195400 4", "O>R:1 120000 2", "R>N:1 120000 2", "O>M:1 94350 5", "M>N:1 60000 2",
      "C>N:1 32000 3", "M>O:1 26000 1", "M>C:1 8350 2", "C>O:1 1050 4", "N>O:2 0 4", "N>C:1 0 3",
      "O>C:1 0 2",
    ])
  #expect(keystones.entries.allSatisfy { $0.isComplete })
}

@Test func dealsOffEveryLoopAreNotListedAndUnknownLossesAreNotNought() {
  let keystones = Keystones(of: graph([deal("A", "B", 5), deal("B", "A", nil), deal("B", "C", 9)]))
  #expect(keystones.entries.map(\.deal) == ["A>B:1", "B>A:1"])
  #expect(keystones.entries.map(\.usd) == [5, nil])
  #expect(keystones.entries.map(\.loss) == [0, nil])
  #expect(keystones.entries.map(\.loops) == [1, 1])
}
