import DealModel
import Foundation
import Testing

/// Runs the built program, which lies beside the tests.
private struct Run {
  let code: Int32
  let output: Data
  let errors: String

  init(_ arguments: [String], input: Data? = nil) throws {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appendingPathComponent("dealgraph")
    process.arguments = arguments
    let (out, err, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = feed
    try process.run()
    try feed.fileHandleForWriting.write(contentsOf: input ?? Data())
    try feed.fileHandleForWriting.close()
    output = out.fileHandleForReading.readDataToEndOfFile()
    errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    code = process.terminationStatus
  }

  var text: String { String(decoding: output, as: UTF8.self) }
}

/// A funds B, B buys of C, C buys of A; B lends to A by rumour only.
private let circle = Data(
  """
  {"nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "edges": [
  {"key": "1", "source": "a", "target": "b", "kind": "investment", "status": "completed",
  "amount": {"value": 100, "currency": "USD", "usd": 100}},
  {"key": "2", "source": "b", "target": "c", "kind": "purchase", "status": "completed",
  "amount": {"value": 300, "currency": "USD", "usd": 300}},
  {"key": "3", "source": "c", "target": "a", "kind": "purchase", "status": "completed",
  "amount": {"value": 40, "currency": "USD", "usd": 40}},
  {"key": "4", "source": "b", "target": "a", "kind": "loan", "status": "talks",
  "amount": {"value": 10, "currency": "USD", "usd": 10}}]}
  """.utf8)

@Test func loopsSayWhichSurviveWithoutRumours() throws {
  let run = try Run(["loops", "-", "--without", "talks,planned"], input: circle)
  #expect(run.code == 0)
  let heads = run.text.split(separator: "\n").filter { $0.contains("certainty") }
  #expect(heads.map { $0.hasSuffix("survives") } == [true, false])
  #expect(heads.map { $0.hasSuffix("falls") } == [false, true])
}

@Test func aLimitIsToldAndKeepsTheCount() throws {
  let run = try Run(["loops", "-", "--limit", "1"], input: circle)
  #expect(run.text.hasSuffix("… and 1 more; --limit shows them\n"))
  let json = try Run(["loops", "-", "--limit", "1", "--json"], input: circle).text
  #expect(json.hasPrefix(#"{"format":"dealgraph-loops","version":1,"complete":true,"found":2,"#))
  #expect(json.contains(#""bottleneck":40,"gross":440,"tightness":0.2727"#))
  #expect(!json.contains(#""rank":2"#))
}

@Test func aBudgetThatEndsTheSearchIsTold() throws {
  let run = try Run(["loops", "-", "--budget", "1", "--json"], input: circle)
  #expect(run.text.contains(#""complete":false,"found":1,"#))
  #expect(run.errors == "dealgraph: the search ended after 1 loops; there are more\n")
}

@Test func keystonesAreDealsByLoss() throws {
  let csv = try Run(["keystones", "-", "--csv"], input: circle)
  #expect(
    csv.text == """
      deal,payer,payee,usd,loss,loops,complete
      1,a,b,100,140,2,true
      2,b,c,300,120,1,true
      3,c,a,40,120,1,true
      4,b,a,10,20,1,true

      """)
  let json = try Run(["keystones", "-", "--json"], input: circle).text
  #expect(
    json.hasPrefix(#"{"format":"dealgraph-keystones","version":1,"circulation":140,"#))
  #expect(try Run(["keystones", "-"], input: circle).text.hasPrefix("circulation  $140\n"))
}

@Test(arguments: [
  "loops --without rumour -", "loops --budget 0 -", "loops --limit -1 -",
  "loops --time-limit 0 -", "keystones --max-length 1 -", "keystones --json --csv -",
])
func wrongLoopOptionsAreUsageErrors(command: String) throws {
  #expect(try Run(command.split(separator: " ").map(String.init), input: circle).code == 64)
}
