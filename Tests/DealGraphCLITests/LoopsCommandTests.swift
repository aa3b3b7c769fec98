import DealModel
import Foundation
import Testing

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
  let run = try ProgramRun(["loops", "-", "--without", "talks,planned"], input: circle)
  #expect(run.code == 0)
  let rows = run.text.split(separator: "\n").suffix(2)
  #expect(rows.map { $0.hasSuffix("survives") } == [true, false])
  #expect(rows.map { $0.hasSuffix("falls") } == [false, true])
}

@Test func loopsAreOneARowLedByTheFigures() throws {
  #expect(
    try ProgramRun(["loops", "-"], input: circle).text == """
      2 loops among 3 parties
        circulation M  $140 of $450 paid (31.1%)
        widest loop    $40: a → b → c → a

         loop           bottleneck  tight  certain  dates  order  weakest payment
      1  a → b → c → a         $40  27.3%     100%  –      –      c → a
      2  a → b → a             $10  18.2%      20%  –      –      b → a

      """)
  #expect(try ProgramRun(["loops", "-", "--party", "zzz"], input: circle).text == "no loop\n")
}

@Test func aLoopIsToldHopByHopWithItsSentences() throws {
  let article = "Alpha Corp. invested $5 billion in Beta Inc. Beta Inc. bought Alpha chips."
  let graph = Data(
    """
    {"graph": {"format": "dealgraph", "version": 1, "articles": [{"id": "t", "source": "news.txt"}]},
    "nodes": [{"id": "a", "name": "Alpha"}, {"id": "b", "name": "Beta"}], "edges": [
    {"key": "1", "source": "a", "target": "b", "kind": "investment", "status": "agreed",
    "amount": {"value": 5e9, "currency": "USD", "usd": 5e9}, "date": "2025-03-01",
    "evidence": [{"article": "t", "start": 0, "end": 44, "text": "\(article.prefix(44))"}]},
    {"key": "2", "source": "b", "target": "a", "kind": "purchase", "status": "agreed"}]}
    """.utf8)
  let run = try ProgramRun(["loops", "-", "--explain", "1"], input: graph)
  #expect(
    run.text == """
      1  Alpha → Beta → Alpha
         bottleneck ≤$5B, certainty 64%, dates 2025-03-01

         Alpha → Beta  $5B  ← weakest
           investment, USD 5B, agreed, 2025-03-01  1
           “Alpha Corp. invested $5 billion in Beta Inc.”
           news.txt:0-44

         Beta → Alpha  sum unknown
           purchase, agreed  2
           no sentence

      """)
  #expect(try ProgramRun(["loops", "-", "--explain", "2"], input: graph).code == 64)
  let before = try ProgramRun(["loops", "-", "--as-of", "2025-02-28"], input: graph)
  #expect(before.text == "no loop\n")
  #expect(
    try ProgramRun(["loops", "-", "--as-of", "2025-03"], input: graph).text.contains("1 loop among")
  )
}

@Test func loopsOfManyHopsBreakTheRow() throws {
  let ids = (0..<9).map { "company-\($0)" }
  let nodes = ids.map { "{\"id\": \"\($0)\"}" }.joined(separator: ", ")
  let edges = ids.indices.map { place in
    """
    {"key": "\(place)", "source": "\(ids[place])", "target": "\(ids[(place + 1) % 9])",
    "kind": "loan", "status": "agreed"}
    """
  }.joined(separator: ", ")
  let graph = Data("{\"nodes\": [\(nodes)], \"edges\": [\(edges)]}".utf8)
  let lines = try ProgramRun(["loops", "-"], input: graph).text.split(separator: "\n")
  #expect(lines[lines.count - 2].hasSuffix("company-8 → company-0"))
  #expect(lines[lines.count - 1].hasPrefix("            unknown"))
}

@Test func keystonesEndWithTheLeastSets() throws {
  let text = try ProgramRun(["keystones", "-"], input: circle).text
  #expect(
    text.hasSuffix(
      """

      fewest deals to end all loops  1 deal, $100
        a → b  1
      least money to end all loops  2 deals, $50
        b → a  4
        c → a  3

      """))
  let json = try ProgramRun(["keystones", "-", "--json"], input: circle).text
  #expect(json.contains(#""fewestDeals":{"proven":true,"lowerBound":1,"dealCount":1,"usd":100,"#))
  #expect(json.contains(#""leastMoney":{"proven":true,"lowerBound":50,"dealCount":2,"usd":50,"#))
}

@Test func aLimitIsToldAndKeepsTheCount() throws {
  let run = try ProgramRun(["loops", "-", "--limit", "1"], input: circle)
  #expect(run.text.hasSuffix("… and 1 more; --limit shows them\n"))
  let json = try ProgramRun(["loops", "-", "--limit", "1", "--json"], input: circle).text
  #expect(json.hasPrefix(#"{"format":"dealgraph-loops","version":1,"complete":true,"found":2,"#))
  #expect(json.contains(#""bottleneck":40,"gross":440,"tightness":0.2727"#))
  #expect(!json.contains(#""rank":2"#))
}

@Test func aBudgetThatEndsTheSearchIsTold() throws {
  let run = try ProgramRun(["loops", "-", "--budget", "1", "--json"], input: circle)
  #expect(run.text.contains(#""complete":false,"found":1,"#))
  #expect(
    run.errors
      == "dealgraph: the search ended with 1 loops, all of up to 2 hops and not all longer ones\n")
}

@Test func theFirstLoopsBeyondABudgetAreTold() throws {
  let run = try ProgramRun(["loops", "-", "--budget", "1", "--limit", "1"], input: circle)
  #expect(run.text.contains("1  a → b → c → a         $40"))
  #expect(
    run.errors
      == "dealgraph: the search ended with 1 loops, of all loops the first in rank are given\n")
}

@Test func aWindowKeepsLoopsWhoseDealsFollowEachOther() throws {
  let graph = Data(
    """
    {"nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "edges": [
    {"key": "1", "source": "a", "target": "b", "kind": "loan", "date": "2025-01-01"},
    {"key": "2", "source": "b", "target": "c", "kind": "loan", "date": "2025-01-20"},
    {"key": "3", "source": "c", "target": "a", "kind": "loan", "date": "2025-02-01"},
    {"key": "4", "source": "b", "target": "a", "kind": "loan", "date": "2025-01-05"}]}
    """.utf8)
  func parties(_ window: String) throws -> [[String]] {
    let report = try ProgramRun(["loops", "-", "--json", "--window", window], input: graph).object
    #expect(report["window"] as? Int == Int(window))
    let loops = try #require(report["loops"] as? [[String: Any]])
    return loops.compactMap { $0["parties"] as? [String] }
  }
  #expect(try parties("31") == [["a", "b"], ["a", "b", "c"]])
  #expect(try parties("30") == [["a", "b"]])
  #expect(try parties("3") == [])
}

@Test func keystonesAreDealsByLoss() throws {
  let csv = try ProgramRun(["keystones", "-", "--csv"], input: circle)
  #expect(
    csv.text == """
      deal,payer,payee,usd,loss,loops,complete
      1,a,b,100,140,2,true
      2,b,c,300,120,1,true
      3,c,a,40,120,1,true
      4,b,a,10,20,1,true

      """)
  let json = try ProgramRun(["keystones", "-", "--json"], input: circle).text
  #expect(
    json.hasPrefix(#"{"format":"dealgraph-keystones","version":1,"circulation":140,"#))
  #expect(try ProgramRun(["keystones", "-"], input: circle).text.hasPrefix("circulation  $140\n"))
}

@Test(arguments: [
  "loops --without rumour -", "loops --budget 0 -", "loops --limit -1 -",
  "loops --time-limit 0 -", "keystones --max-length 1 -", "keystones --json --csv -",
  "loops --json --csv -", "loops --window 0 -", "loops --csv --explain 1 -", "loops --explain 0 -",
  "loops --as-of someday -", "loops --rank size -",
])
func wrongLoopOptionsAreUsageErrors(command: String) throws {
  #expect(try ProgramRun(command.split(separator: " ").map(String.init), input: circle).code == 64)
}
