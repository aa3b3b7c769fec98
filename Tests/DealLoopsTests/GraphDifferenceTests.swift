import DealLoops
import DealModel
import Testing

private func deal(_ key: String, _ payer: String, _ payee: String, _ usd: Double) -> Deal {
  Deal(
    key: key, payer: payer, payee: payee, kind: .loan,
    amount: Amount(value: usd, currency: .usd, usd: usd))
}

private func graph(_ deals: [Deal]) -> DealGraph {
  DealGraph(parties: ["a", "b", "c"].map { Party(id: $0, name: $0) }, deals: deals)
}

@Test func differenceTellsDealsAndLoops() {
  let old = graph([deal("1", "a", "b", 5), deal("2", "b", "c", 5)])
  let new = graph([deal("1", "a", "b", 7), deal("3", "b", "a", 5)])
  let difference = GraphDifference(from: old, to: new)
  #expect(difference.appeared.map(\.key) == ["3"])
  #expect(difference.vanished.map(\.key) == ["2"])
  #expect(difference.changed.map(\.fields) == [["amount"]])
  #expect(difference.closed.map(\.parties) == [["a", "b"]])
  #expect(difference.opened.isEmpty)
  #expect(GraphDifference(from: new, to: old).opened.map(\.parties) == [["a", "b"]])
  #expect(GraphDifference(from: old, to: old).isEmpty)
}
