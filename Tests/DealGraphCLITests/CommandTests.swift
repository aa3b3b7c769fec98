import DealModel
import Foundation
import Testing

private let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Examples/Articles/ai-circle.txt").path

@Test func articlesFlowThroughPipesToLoopsAndPictures() throws {
  let extracted = try ProgramRun(["extract", article])
  #expect(extracted.code == 0)
  let graph = try DealGraph(json: [UInt8](extracted.output))
  #expect(!graph.deals.isEmpty)
  let loops = try ProgramRun(["loops", "-", "--json"], input: extracted.output)
  #expect(loops.code == 0)
  #expect(loops.text.hasPrefix("{\"format\":\"dealgraph-loops\",\"version\":1,\"complete\":true"))
  #expect(try ProgramRun(["loops", article, "--json"]).output == loops.output)
  let picture = try ProgramRun(["render", "-", "-T", "svg"], input: extracted.output)
  #expect(picture.code == 0)
  #expect(picture.text.contains("</svg>"))
}

@Test(
  arguments: [
    ("extract", 64), ("extract no/such/file", 66), ("render -T gif x", 64),
    ("loops --kind gift x", 64), ("nonsense", 64), ("--version", 0), ("loops --help", 0),
    ("schema", 0), ("loops --from gif x", 64),
  ] as [(String, Int32)])
func exitCodesAreAsDocumented(command: String, code: Int32) throws {
  #expect(try ProgramRun(command.split(separator: " ").map(String.init)).code == code)
}

@Test func badDataIsToldInOneLine() throws {
  let run = try ProgramRun(["extract", "-"], input: Data("{\"nodes\": [".utf8))
  #expect(run.code == 65)
  #expect(run.errors == "dealgraph: -: 1:12: the text ends where an object was expected\n")
  #expect(run.output.isEmpty)
  #expect(try ProgramRun(["extract", "-"], input: Data([0x41, 0xFF, 0x42])).code == 65)
  #expect(try ProgramRun(["extract", "-"], input: Data()).code == 65)
}

@Test func goodInputsAreDoneBesideBadOnes() throws {
  let run = try ProgramRun(["extract", "no/such/file", article])
  #expect(run.code == 1)
  #expect(run.errors == "dealgraph: no/such/file: no such file\n")
  #expect(try !DealGraph(json: [UInt8](run.output)).deals.isEmpty)
}

@Test func anUnwritableTargetEndsWith73() throws {
  #expect(try ProgramRun(["extract", article, "-o", "/no/such/folder/x.json"]).code == 73)
}

@Test func theGateClosesOnALoop() throws {
  let graph = """
    {"nodes": [{"id": "a"}, {"id": "b"}], "edges": [
      {"source": "a", "target": "b", "kind": "loan"}, {"source": "b", "target": "a", "kind": "loan"}]}
    """
  #expect(try ProgramRun(["loops", "-", "--fail-if-any"], input: Data(graph.utf8)).code == 3)
  #expect(
    try ProgramRun(["loops", "-", "--fail-if-any", "--party", "zzz"], input: Data(graph.utf8)).code
      == 0)
}

@Test func filtersKeepWhatTheyName() throws {
  let all = try DealGraph(json: [UInt8](ProgramRun(["extract", article]).output))
  let kept = try DealGraph(
    json: [UInt8](ProgramRun(["extract", article, "--kind", "investment"]).output))
  #expect(kept.deals == all.deals.filter { $0.kind == .investment })
  let party = try DealGraph(
    json: [UInt8](ProgramRun(["extract", article, "--party", "Oracle"]).output))
  #expect(party.deals.allSatisfy { $0.payer == "oracle" || $0.payee == "oracle" })
}
