import DealModel
import Testing

private let sample = """
  {"directed": true, "multigraph": true, "note": 1,
   "graph": {"format": "dealgraph", "version": 1, "mood": "calm", "articles": [
     {"id": "a1", "title": "T", "source": null, "date": "2025-09", "language": "en", "bytes": 12, "by": "x"}]},
   "nodes": [{"id": "acme", "name": "Acme", "aliases": ["Acme Corp."], "kind": "company", "ticker": null, "hq": "Oslo"},
             {"id": "bolt", "name": "Bolt", "aliases": [], "kind": null, "ticker": null}],
   "edges": [{"key": "k1", "source": "acme", "target": "bolt", "kind": "barter", "returns": "tea",
     "amount": {"value": 7000000, "low": 5000000, "currency": "USD", "bound": "upTo", "scope": "joint", "tax": 1},
     "capacity": {"value": 2.5, "unit": "GW", "bound": "atLeast", "net": 2}, "stake": 9.3, "years": null,
     "date": "2025-09-22", "status": "agreed", "confidence": 0.93, "weather": {"wet": [true, 1e3]},
     "evidence": [{"article": "a1", "start": 3, "end": 9, "text": "say \\"so\\"\\u4e2d", "payer": [3, 5],
       "payee": null, "amount": null, "rule": "buy.active"}]}]}
  """

@Test func unknownFieldsAndValuesSurviveARoundTrip() throws {
  let graph = try DealGraph(json: Array(sample.utf8))
  #expect(graph.deals[0].kind.rawValue == "barter")
  #expect(graph.deals[0].amount?.low == 5_000_000)
  #expect(graph.deals[0].evidence[0].text == "say \"so\"中")
  let again = try DealGraph(json: graph.json())
  #expect(again == graph)
  #expect(again.deals[0].unknown.map(\.name) == ["weather"])
  #expect(again.parties[0].unknown.map(\.name) == ["hq"])
  #expect(again.unknown.map(\.name) == ["mood"])
  #expect(again.unknownBeside.map(\.name) == ["note"])
  #expect(again.deals[0].amount?.unknown.map(\.name) == ["tax"])
  #expect(again.deals[0].capacity?.unknown.map(\.name) == ["net"])
  #expect(again.json() == graph.json())
}

@Test(arguments: [
  ("", ModelError.Code.truncated, 1, 1),
  ("{\"nodes\": [], \"edges\": [", .truncated, 1, 25),
  ("{\"nodes\": [],\n \"edges\": [{\"source\": 1.5}]}", .contract, 2, 23),
  ("{\"nodes\": [], \"edges\": [{\"source\": \"a\", \"target\": \"b\"}]}", .contract, 1, 25),
  (
    "{\"nodes\": [], \"edges\": [{\"source\": \"a\", \"target\": \"b\", \"kind\": \"loan\"}]}",
    .contract, 1,
    25
  ),
  ("{\"nodes\": [] \"edges\": []}", .malformed, 1, 14),
  ("{\"edges\": []}", .contract, 1, 1),
  ("{\"nodes\": [], \"edges\": []} x", .malformed, 1, 28),
])
func faultsAreToldWithTheirPlace(text: String, code: ModelError.Code, line: Int, column: Int) {
  let error = #expect(throws: ModelError.self) { try DealGraph(json: Array(text.utf8)) }
  #expect(error?.code == code)
  #expect(error?.line == line)
  #expect(error?.column == column)
}

@Test func deeplyNestedTextIsRefused() {
  let deep = "{\"x\": " + String(repeating: "[", count: 100_000)
  #expect(throws: ModelError.self) { try DealGraph(json: Array(deep.utf8)) }
}

@Test func mergingKeepsEveryDealAndJoinsParties() throws {
  var graph = try DealGraph(json: Array(sample.utf8))
  let other = graph
  graph.merge(other)
  #expect(graph.deals.count == 2)
  #expect(Set(graph.deals.map(\.key)).count == 2)
  #expect(graph.parties.count == 2)
  #expect(graph.articles.count == 1)
}

@Test(arguments: [
  ("2025", "2025"), ("2025-09", "2025-09"), ("2024-02-29", "2024-02-29"), ("2025-02-29", nil),
  ("2025-13", nil), ("25-01-01", nil), ("2025-1-1", nil), ("", nil),
])
func partialDatesReadTheirISOForm(text: String, expected: String?) {
  #expect(PartialDate(text)?.description == expected)
}

@Test func dayNumbersAndCivilDatesAgree() {
  for day in stride(from: -200_000, through: 200_000, by: 97) {
    let date = PartialDate.civil(dayNumber: day)
    #expect(date?.firstDay == day)
    #expect(date?.lastDay == day)
  }
  #expect(PartialDate("1970-01-01")?.firstDay == 0)
  #expect(PartialDate("2024-02")?.lastDay == PartialDate("2024-02-29")?.firstDay)
}
