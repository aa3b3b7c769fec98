import Foundation
import Testing

private let payers = [
  "Vestra", "Larkin", "Marlow", "Tessin", "Corvane", "Halden", "Pelham", "Ostrava", "Quillon",
  "Ferrum", "Dunmore", "Brackley", "Norwick", "Ashcombe", "Kestrel",
]
private let payees = [
  "Wexler", "Thornby", "Salter", "Bergfors", "Tamsin", "Gallard", "Merrow", "Lindqvist", "Averill",
  "Copeland",
]

private func story(_ number: Int) -> String {
  "Notes of the day\nMay 3, 2025\n\n"
    + "\(payers[number / 10]) Holdings invested $\(number + 1) million in \(payees[number % 10]) Foods.\n"
}

/// Where the articles of a graph come from, in their order.
private func sources(_ run: ProgramRun) throws -> [String] {
  let graph = try #require(try run.object["graph"] as? [String: Any])
  let articles = try #require(graph["articles"] as? [[String: Any]])
  return articles.compactMap { $0["source"] as? String }
}

private let names = (100..<250).map { "a\($0).txt" }
private let stories = Dictionary(
  uniqueKeysWithValues: names.enumerated().map { ($1, story($0)) })

@Test func theNumberOfThreadsDoesNotChangeTheBytes() throws {
  try ProgramRun.withFiles(stories) { folder in
    let one = try ProgramRun(["extract", ".", "--threads", "1"], in: folder)
    #expect(try sources(one) == names.map { "./\($0)" })
    #expect(try #require(try one.object["edges"] as? [Any]).count >= 100)
    for threads in ["2", "3", "64"] {
      let other = try ProgramRun(["extract", ".", "--threads", threads], in: folder)
      #expect(other.output == one.output)
      #expect(other.errors.isEmpty)
    }
  }
}

@Test func aBadInputAmongManyIsNamedAndSkipped() throws {
  try ProgramRun.withFiles(stories.merging(["bad.txt": "a\0b", "empty.txt": ""]) { $1 }) { folder in
    let inputs = names[..<80] + ["bad.txt", "no.txt", "empty.txt"] + names[80...]
    let run = try ProgramRun(["extract", "--threads", "2"] + inputs, in: folder)
    #expect(run.code == 1)
    #expect(
      run.errors == """
        dealgraph: bad.txt: a binary file: a zero byte at byte 1
        dealgraph: no.txt: no such file
        dealgraph: empty.txt: an empty file

        """)
    #expect(try sources(run) == names)
  }
}

@Test(arguments: [("0", 64), ("x", 64), ("1025", 64)] as [(String, Int32)])
func threadsAreANumber(threads: String, code: Int32) throws {
  #expect(try ProgramRun(["extract", "-", "--threads", threads]).code == code)
}

@Test func explainReadsWhatExtractReads() throws {
  let files = [
    "a.jsonl":
      "{\"text\": \"Acme Inc. bought Beta Corp.\"}\n{\"text\": \"Gamma Ltd. sued Delta.\"}\n",
    "g.json": #"{"nodes": [], "edges": []}"#, "p.html": "<p>Acme Inc. bought Beta Corp.</p>",
  ]
  try ProgramRun.withFiles(files) { folder in
    let many = try ProgramRun(["explain", "a.jsonl"], in: folder)
    #expect(many.code == 0)
    #expect(many.text.contains("Acme Inc. bought Beta Corp.\n"))
    #expect(many.text.contains("Gamma Ltd. sued Delta.\n"))
    let page = try ProgramRun(["explain", "p.html"], in: folder)
    #expect(page.text.hasPrefix("Acme Inc. bought Beta Corp.\n"))
    let graph = try ProgramRun(["explain", "g.json"], in: folder)
    #expect(graph.code == 65)
    #expect(graph.errors == "dealgraph: g.json: a graph has no sentences to explain\n")
    #expect(try ProgramRun(["explain", "g.json", "p.html"], in: folder).code == 1)
    #expect(try ProgramRun(["explain", "no.txt"], in: folder).code == 66)
  }
}
