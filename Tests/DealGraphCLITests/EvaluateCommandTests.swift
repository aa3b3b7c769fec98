import Foundation
import Testing

private let annotation = """
  {"language": "en", "parties": {"Acme": ["Acme Inc."], "Beta": []}, "deals": [
    {"payer": "Acme", "payee": "Beta", "kind": "loan", "amount": {"value": 5, "currency": "USD",
     "bound": "exact", "scope": "own"}, "status": "agreed", "evidence": "Acme lends Beta $5."}]}
  """
private let graph = """
  {"nodes": [{"id": "acme", "name": "ACME"}, {"id": "beta", "name": "Beta Corp"}], "edges": [
    {"source": "acme", "target": "beta", "kind": "loan", "status": "agreed",
     "amount": {"value": 6, "currency": "USD"}}]}
  """
private let files = [
  "gold/en/a.txt": "Acme lends Beta $5.\n", "gold/en/a.json": annotation,
  "gold/b.txt": "It rains.\n", "gold/b.json": #"{"language": "en", "parties": {}, "deals": []}"#,
  "gold/notes.txt": "No annotation.\n", "graphs/a.json": graph,
  "graphs/b.json": #"{"nodes": [], "edges": []}"#,
  "bad/c.txt": "It rains.\n", "bad/c.json": "{\"language\": 7}",
  "bad/d.txt": "It snows.\n", "bad/d.json": #"{"language": "zh", "deals": []}"#,
]

@Test func graphsAreJudgedByTheAnnotation() throws {
  try ProgramRun.withFiles(files) { folder in
    let run = try ProgramRun(["evaluate", "gold", "--graphs", "graphs", "--json"], in: folder)
    #expect(run.code == 0)
    let all = try #require(try run.object["all"] as? [String: Any])
    #expect(all["articles"] as? Int == 2)
    #expect(all["f1"] as? Double == 1)
    #expect(all["amount_when_stated"] as? Double == 0)
    #expect(all["status"] as? Double == 1)
    #expect(all["grounded"] as? Double == 0)
    #expect(all["quiet"] as? Double == 1)
    let table = try ProgramRun(["evaluate", "gold", "--graphs", "graphs"], in: folder)
    #expect(table.text.contains("\nloan     1     1      1      1      1.000   1.000  1.000\n"))
  }
}

@Test func articlesAreReadAndJudged() throws {
  let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Corpus")
  let one = try ProgramRun(["evaluate", "dev-zh", "--json", "--threads", "1"], in: corpus)
  #expect(one.code == 0)
  #expect(one.errors.isEmpty)
  let all = try #require(try one.object["all"] as? [String: Any])
  #expect(all["failed"] as? Int == 0)
  #expect(try #require(all["pair_f1"] as? Double) > 0.3)
  #expect(try #require(all["grounded"] as? Double) == 1)
  let two = try ProgramRun(["evaluate", "dev-zh", "--json", "--threads", "2"], in: corpus)
  #expect(two.output == one.output)
}

@Test func whatCannotBeJudgedIsNamed() throws {
  try ProgramRun.withFiles(files) { folder in
    let bad = try ProgramRun(["evaluate", "bad", "--json"], in: folder)
    #expect(bad.code == 1)
    #expect(bad.errors == "dealgraph: bad/c.json: 1:14: expected a string, found '7'\n")
    #expect((try bad.object["all"] as? [String: Any])?["articles"] as? Int == 1)
    let missing = try ProgramRun(["evaluate", "gold", "--graphs", "none", "--json"], in: folder)
    #expect(missing.code == 1)
    #expect((try missing.object["all"] as? [String: Any])?["failed"] as? Int == 2)
    let none = try ProgramRun(["evaluate", "graphs"], in: folder)
    #expect(none.code == 66)
    #expect(
      none.errors
        == "dealgraph: graphs: no annotated article: NAME.txt beside NAME.json\n")
    #expect(try ProgramRun(["evaluate", "no/such"], in: folder).code == 66)
    #expect(try ProgramRun(["evaluate"], in: folder).code == 64)
  }
}

@Test func missedAndExtraDealsAreListed() throws {
  try ProgramRun.withFiles(
    files.merging(["graphs/a.json": graph.replacing("loan", with: "grant")]) { $1 }
  ) {
    folder in
    let run = try ProgramRun(["evaluate", "gold", "--graphs", "graphs", "--show"], in: folder)
    #expect(run.text.contains("a  missed  Acme → Beta  loan  | Acme lends Beta $5.\n"))
    #expect(run.text.contains("a  extra   ACME → Beta Corp  grant  | \n"))
  }
}
