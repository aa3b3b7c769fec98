import DealImport
import DealModel
import Testing

@Test func edgeListsBecomeDeals() throws {
  let table =
    "source,target,kind,amount,currency,date,status,url\r\n"
    + "\"A, \"\"x\"\"\",B,Loan,\"1,500\",eur,2025-09,planned,https://example.org/1\r\nB,'=C,gift,,,,,\r\n"
  let graph = try ImportedGraph.read(Array(table.utf8))
  #expect(graph.parties.map(\.id) == ["A, \"x\"", "B", "=C"])
  #expect(graph.deals.map(\.kind.rawValue) == ["loan", "gift"])
  #expect(graph.deals[0].amount == Amount(value: 1500, currency: Currency(rawValue: "EUR")))
  #expect(graph.deals[0].date?.description == "2025-09")
  #expect(graph.articles.map(\.source) == ["https://example.org/1"])
}

@Test(arguments: [
  ("a,b\n1,2\n", 1), ("source\ttarget\nx\t\n", 2), ("source,target,amount\na,b,x\n", 2),
  ("source,target\n\"a,b", 2), ("", 1), ("source,target,date\na,b,soon\n", 2),
])
func faultyTablesAreToldWithTheirLine(table: String, line: Int) {
  let error = #expect(throws: ImportError.self) { try ImportedGraph.read(Array(table.utf8)) }
  #expect(error?.line == line)
}

@Test func jsonLinesBecomeDealsAgain() throws {
  let line = "{\"key\":\"k\",\"source\":\"a\",\"target\":\"b\",\"kind\":\"loan\",\"mood\":1}\n"
  let graph = try ImportedGraph.read(Array(line.utf8))
  #expect(graph.deals.map(\.key) == ["k"])
  #expect(graph.deals[0].unknown.map(\.name) == ["mood"])
  #expect(try ImportedGraph.read(graph.json()) == graph)
}
