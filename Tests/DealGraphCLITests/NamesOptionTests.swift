import Foundation
import Testing

private let files = [
  "a.txt": "Acme Inc. said on May 3, 2025 that it will invest $5 billion in Zorblatt Systems.\n",
  "own.tsv": "id\tname\taliases\tticker\tkind\nzorb\tZorb\tZorblatt Systems|佐布\tZRB.L\tfund\n",
  "sec.json":
    #"{"0":{"cik_str":7,"ticker":"ZRB","title":"ZORBLATT SYSTEMS, INC. /DE/"}}"#,
  "head.tsv": "naam\tticker\nZorb\tZ\n", "row.tsv": "name\tticker\nZorb\tZ\n\tX\n",
  "kind.tsv": "name\tkind\nZorb\tfirm\n", "broken.json": "{\"0\":\n{\"ticker\":\"Z\"}}",
  "cells.tsv": "name\nZorb\tZ\n", "empty.tsv": "name\n", "zero.tsv": "na\0me\n",
]

@Test(
  arguments: [
    ("own.tsv", "zorb", "Zorb", "fund", "ZRB.L"),
    ("sec.json", "zorblatt-systems", "ZORBLATT SYSTEMS, INC. /DE/", "company", "ZRB"),
  ])
func aUsersOwnPartiesAreKnown(
  file: String, id: String, name: String, kind: String, ticker: String
) throws {
  try ProgramRun.withFiles(files) { folder in
    let run = try ProgramRun(["extract", "a.txt", "--names", file], in: folder)
    #expect(run.code == 0)
    let parties = try #require(try run.object["nodes"] as? [[String: Any]])
    let party = try #require(parties.first { $0["id"] as? String == id })
    #expect(party["name"] as? String == name)
    #expect(party["aliases"] as? [String] == ["Zorblatt Systems"])
    #expect(party["kind"] as? String == kind)
    #expect(party["ticker"] as? String == ticker)
  }
}

@Test(
  arguments: [
    ("no.tsv", 66, "no.tsv: no such file"),
    (
      "head.tsv", 65,
      "head.tsv:1: 'naam' is no column; tab-separated columns are id, name, simplified, "
        + "traditional, aliases, ticker, kind, sector, country, source"
    ),
    ("row.tsv", 65, "row.tsv:3: a row without a name"),
    (
      "kind.tsv", 65,
      "kind.tsv:2: 'firm' is no kind of party; kinds are company, fund, bank, government, "
        + "project, person"
    ),
    ("broken.json", 65, "broken.json:2: a company without a title"),
    ("cells.tsv", 65, "cells.tsv:2: 2 cells in 1 columns"),
    ("empty.tsv", 65, "empty.tsv:1: a table without parties"),
    ("zero.tsv", 65, "zero.tsv: a binary file: a zero byte at byte 2"),
  ] as [(String, Int32, String)])
func aBadTableOfNamesIsToldInOneLine(file: String, code: Int32, message: String) throws {
  try ProgramRun.withFiles(files) { folder in
    for command in ["extract", "explain"] {
      let run = try ProgramRun([command, "a.txt", "--names", file], in: folder)
      #expect(run.code == code)
      #expect(run.errors == "dealgraph: \(message)\n")
      #expect(run.output.isEmpty)
    }
  }
}
