import DealModel
import Foundation
import Testing

extension ProgramRun {
  /// The output as a graph.
  fileprivate var graph: DealGraph {
    get throws { try DealGraph(json: [UInt8](output)) }
  }
}

private let old = """
  {"nodes": [{"id": "a", "name": "Aye"}, {"id": "b", "name": "Bee"}, {"id": "c", "name": "Cee"}],
  "edges": [
  {"key": "a1", "source": "a", "target": "b", "kind": "loan",
  "amount": {"value": 5, "currency": "USD", "usd": 5}},
  {"key": "b1", "source": "b", "target": "c", "kind": "loan", "status": "planned"},
  {"key": "c1", "source": "c", "target": "b", "kind": "purchase"}]}
  """
private let new = """
  {"nodes": [{"id": "a", "name": "Aye"}, {"id": "b", "name": "Bee"}, {"id": "c", "name": "Cee"}],
  "edges": [
  {"key": "a1", "source": "a", "target": "b", "kind": "loan",
  "amount": {"value": 7, "currency": "USD", "usd": 7}},
  {"key": "b1", "source": "b", "target": "c", "kind": "loan"},
  {"key": "c2", "source": "c", "target": "a", "kind": "investment", "date": "2025"}]}
  """

@Test func diffTellsDealsAndLoops() throws {
  try ProgramRun.withFiles(["old.json": old, "new.json": new]) { folder in
    let run = try ProgramRun(["diff", "old.json", "new.json"], in: folder)
    #expect(run.code == 0)
    #expect(
      run.text == """
        + Cee → Aye  investment, agreed, 2025
        - Cee → Bee  purchase, agreed
        ~ Aye → Bee  loan, USD 7, agreed
            amount; was loan, USD 5, agreed
        ~ Bee → Cee  loan, agreed
            status; was loan, planned
        loop closed  Aye → Bee → Cee → Aye
        loop opened  Bee → Cee → Bee

        """)
    #expect(
      try ProgramRun(["diff", "old.json", "old.json"], in: folder).text == "no difference\n")
  }
}

@Test func diffTellsTheSameAsJSON() throws {
  var json: [String: Any] = [:]
  try ProgramRun.withFiles(["old.json": old, "new.json": new]) { folder in
    json = try ProgramRun(["diff", "--json", "old.json", "new.json"], in: folder).object
  }
  func keys(_ name: String) -> [String] {
    (json[name] as? [[String: Any]] ?? []).compactMap { $0["key"] as? String }
  }
  #expect(json["format"] as? String == "dealgraph-diff")
  #expect(json["complete"] as? Bool == true)
  #expect(keys("appeared") == ["c2"])
  #expect(keys("vanished") == ["c1"])
  let changed = try #require(json["changed"] as? [[String: Any]])
  #expect(changed.map { $0["fields"] as? [String] } == [["amount"], ["status"]])
  #expect(json["closed"] as? [[String]] == [["a", "b", "c"]])
  #expect(json["opened"] as? [[String]] == [["b", "c"]])
}

@Test func mergeJoinsPartiesByNameAndDealsOnce() throws {
  let other = """
    {"nodes": [{"id": "x", "name": "AYE"}, {"id": "b", "name": "Bee"}, {"id": "d", "name": "Dee"}],
    "edges": [
    {"key": "x1", "source": "x", "target": "b", "kind": "loan", "date": "2024"},
    {"key": "d1", "source": "d", "target": "x", "kind": "grant"}]}
    """
  try ProgramRun.withFiles(["1.json": old, "2.json": other]) { folder in
    let run = try ProgramRun(["merge", "1.json", "2.json"], in: folder)
    #expect(run.code == 0)
    let graph = try run.graph
    #expect(graph.parties.map(\.id) == ["a", "b", "c", "d"])
    #expect(graph.deals.map(\.key) == ["a1", "b1", "c1", "d1"])
    #expect(graph.deals[0].date?.description == "2024")
    #expect(graph.deals[0].amount?.value == 5)
    #expect(graph.deals[3].payee == "a")
    let itself = try ProgramRun(["merge", "1.json", "1.json"], in: folder).graph
    #expect(itself.deals == (try ProgramRun(["merge", "1.json"], in: folder).graph.deals))
  }
}

@Test func importReadsAnEdgeListAndConvertsItsSums() throws {
  let table = """
    source,target,kind,amount,currency,date,status,url
    "A, Inc.",乙,Loan,"1,500",eur,2024,planned,https://example.org/1
    乙,"A, Inc.",gift,,,,,
    """
  let run = try ProgramRun(["import", "-"], input: table)
  #expect(run.code == 0)
  let graph = try run.graph
  #expect(graph.parties.map(\.name) == ["A, Inc.", "乙"])
  #expect(graph.deals.map(\.kind.rawValue) == ["loan", "gift"])
  #expect(graph.deals[0].status == .planned)
  let sum = try #require(graph.deals[0].amount)
  #expect(sum.value == 1500 && sum.currency.rawValue == "EUR")
  #expect((1500..<1800).contains(try #require(sum.usd)))
  #expect(graph.articles.map(\.source) == ["https://example.org/1"])
  let loops = try ProgramRun(["loops", "-", "--json"], input: run.text)
  #expect(loops.text.contains("\"found\":1"))
}

@Test(arguments: ["json", "jsonl", "csv", "graphml"])
func whatIsExportedIsImportedAgain(format: String) throws {
  let graph = try ProgramRun(["import", "-"], input: new).graph
  let exported = try ProgramRun(["export", "-", "-f", format], input: new)
  #expect(exported.code == 0)
  let back = try ProgramRun(["import", "-"], input: exported.text)
  #expect(try back.graph.deals == graph.deals)
}

@Test(
  arguments: [
    ("import -", "source,target\n\"a", 65, "dealgraph: -:2: a quoted cell does not end\n"),
    ("import -", "{\"nodes\": [", 65, "dealgraph: -: 1:12: the text ends where an object was"),
    ("import no/such", "", 66, "dealgraph: no/such: no such file\n"),
    ("merge no/such", "", 66, "dealgraph: no/such: no such file\n"),
    ("merge", "", 64, "Error: name the graphs to be joined\n"),
    ("diff -", old, 64, "Error: name two graphs: the old and the new one\n"),
    ("export - -f nonsense", old, 64, "Error: 'nonsense' is no format"),
  ] as [(String, String, Int32, String)])
func refusalsAreToldInOneLine(command: String, input: String, code: Int32, line: String) throws {
  let run = try ProgramRun(command.split(separator: " ").map(String.init), input: input)
  #expect(run.code == code)
  #expect(run.errors.hasPrefix(line), "\(run.errors)")
  #expect(run.output.isEmpty)
}

@Test func tablesOfPartiesAreReadBesideEdgeListsInAnyOrder() throws {
  let files = [
    "edges.csv": "source,target\na,b\nb,c\n",
    "nodes.csv": "id,label,ticker\na,Aye Corp.,AYE\nb,Bee,\n",
  ]
  try ProgramRun.withFiles(files) { folder in
    let graph = try ProgramRun(["import", "edges.csv", "nodes.csv"], in: folder).graph
    #expect(graph.parties.map(\.name) == ["Aye Corp.", "Bee", "c"])
    #expect(graph.parties[0].ticker == "AYE")
    #expect(graph.deals.count == 2)
    #expect(try ProgramRun(["import", "nodes.csv", "edges.csv"], in: folder).graph == graph)
  }
}

@Test func parquetNamesTheProgramThatIsMissing() throws {
  let run = try ProgramRun(["export", "-", "-f", "parquet"], input: old, environment: ["PATH": ""])
  #expect(run.code == 69)
  #expect(run.errors.hasPrefix("dealgraph: parquet is written by the command duckdb"))
  #expect(run.output.isEmpty)
}

@Test func tablesGoToTwoFilesAndADatabaseToOne() throws {
  try ProgramRun.withFiles(["old.json": old]) { folder in
    for name in ["d.csv", "d.sqlite"] {
      let format = String(name.dropFirst(2))
      let run = try ProgramRun(["export", "old.json", "-f", format, "-o", name], in: folder)
      #expect(run.code == 0)
    }
    for (name, head) in [
      ("d.nodes.csv", "Id,Label"), ("d.edges.csv", "Id,Source"), ("d.sqlite", "SQLite format 3"),
    ] {
      let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
      #expect(bytes.starts(with: Data(head.utf8)))
    }
  }
}
