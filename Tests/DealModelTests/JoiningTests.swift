import DealModel
import Testing

private func graph(_ names: [(String, String)], _ deals: [Deal]) -> DealGraph {
  DealGraph(parties: names.map { Party(id: $0.0, name: $0.1) }, deals: deals)
}

private func loan(_ key: String, _ payer: String, _ value: Double?, _ date: String?) -> Deal {
  Deal(
    key: key, payer: payer, payee: "b", kind: .loan,
    amount: value.map { Amount(value: $0, currency: .usd) }, date: date.flatMap { PartialDate($0) })
}

@Test func joiningAGraphWithItselfChangesNothing() {
  let one = graph([("a", "A"), ("b", "B")], [loan("1", "a", nil, nil), loan("2", "a", nil, nil)])
  var joined = one
  joined.join(one)
  #expect(joined == one)
}

@Test func joiningTakesPartiesOfOneNameAndTheirDealForOne() {
  var joined = graph([("a", "Acme"), ("b", "B")], [loan("1", "a", 5, "2025")])
  joined.join(graph([("acme", "ACME"), ("b", "B")], [loan("9", "acme", nil, "2025-03-01")]))
  #expect(joined.parties.map(\.id) == ["a", "b"])
  #expect(joined.deals.map(\.key) == ["1"])
  #expect(joined.deals[0].amount?.value == 5)
  #expect(joined.deals[0].date?.description == "2025-03-01")
}

@Test func joiningKeepsDealsThatContradict() {
  var joined = graph([("a", "A"), ("b", "B")], [loan("1", "a", 5, "2025")])
  joined.join(graph([("a", "A"), ("b", "B")], [loan("1", "a", 6, "2025")]))
  #expect(joined.deals.map(\.amount?.value) == [5, 6])
}
