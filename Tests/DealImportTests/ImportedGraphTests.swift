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

@Test func graphMLOfOtherToolsBecomesDeals() throws {
  let xml = """
    <?xml version="1.0"?>
    <!-- keys in the manner of networkx: numbered, with a default -->
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="d0" for="node" attr.name="label" attr.type="string"/>
    <key id="d1" for="edge" attr.name="Amount" attr.type="double"/>
    <key id="d2" for="edge" attr.name="kind" attr.type="string"><default>loan</default></key>
    <graph edgedefault="directed">
    <node id="n1"><data key="d0">A &amp; Söhne</data></node><node id="n2"/>
    <edge id="0" source="n1" target="n2"><data key="d1">1500</data></edge>
    <edge id="0" source="n2" target="n1"><data key="d2">grant</data></edge>
    <edge id="7" source="n2" target="n3"/>
    </graph></graphml>
    """
  let graph = try ImportedGraph.read(Array(xml.utf8))
  #expect(graph.parties.map(\.name) == ["A & Söhne", "n2", "n3"])
  #expect(graph.deals.map(\.key) == ["n1>n2:loan:1", "n2>n1:grant:2", "7"])
  #expect(graph.deals.map(\.kind) == [.loan, .grant, .loan])
  #expect(graph.deals[0].amount == Amount(value: 1500, currency: .usd))
}

@Test(arguments: [
  ("<graphml><graph edgedefault=\"undirected\"/></graphml>", "an undirected graph"),
  ("<graphml><graph>", "no well-formed XML"), ("<svg/>", "no GraphML"),
  ("<graphml><graph><edge source=\"a\"/></graph></graphml>", "a row without source or target"),
  ("<graphml><graph><node id=\"a\"/><node id=\"a\"/></graph></graphml>", "a party stands twice"),
])
func faultyGraphMLIsTold(xml: String, message: String) {
  let error = #expect(throws: ImportError.self) { try ImportedGraph.read(Array(xml.utf8)) }
  #expect(error?.message.hasPrefix(message) == true)
  #expect(error?.line == nil)
}

@Test func tablesOfPartiesNameThem() throws {
  let table = "Id,Label,Kind,Ticker,Aliases\r\na,Aye Corp.,company,AYE,Aye|一\r\nb,Bee,,,\r\n"
  let graph = try ImportedGraph.read(Array(table.utf8))
  #expect(graph.deals.isEmpty)
  #expect(
    graph.parties == [
      Party(id: "a", name: "Aye Corp.", aliases: ["Aye", "一"], kind: "company", ticker: "AYE"),
      Party(id: "b", name: "Bee"),
    ])
}
