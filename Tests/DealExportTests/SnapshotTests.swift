import DealExport
import DealModel
import Foundation
import Testing

/// Each format's text as it was last judged good; RECORD_SNAPSHOTS=1 writes it anew.
private let folder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "Snapshots")

private let sample = DealGraph(
  articles: [
    Article(
      id: "x1", title: "Chips & <cash>", source: "https://example.org/a?b=1&c=2",
      date: PartialDate("2025-09"), language: "en", bytes: 90)
  ],
  parties: [
    Party(
      id: "acme", name: "Acme \"Söhne\" & Co.", aliases: ["=Acme", "甲公司"], kind: "company",
      ticker: "ACM"),
    Party(id: "乙", name: "英伟达", kind: "company"), Party(id: "o'c", name: "O'C\\x", kind: "fund"),
  ],
  deals: [
    Deal(
      key: "acme>乙:investment:1", payer: "acme", payee: "乙", kind: .investment, returns: .equity,
      amount: Amount(value: 7e9, low: 5e9, currency: .usd, bound: .upTo, scope: .joint, usd: 7e9),
      capacity: Capacity(value: 1.5, unit: "GW", bound: .atLeast), stake: 9.5, years: 5,
      date: PartialDate("2025-09-22"), confidence: 0.93,
      evidence: [
        Evidence(
          article: "x1", range: 0..<40, text: "Acme, \"the\" buyer,\npays <b>5–7</b> & more",
          payer: 0..<4, payee: 5..<9, amount: 10..<13, rule: "invest.active"),
        Evidence(article: "x1", range: 50..<60, text: "second"),
      ]),
    Deal(
      key: "acme>乙:investment:2", payer: "acme", payee: "乙", kind: .investment,
      date: PartialDate("2025"), status: .talks),
    Deal(
      key: "乙>o'c:loan:1", payer: "乙", payee: "o'c", kind: .loan,
      amount: Amount(value: 1e12, currency: Currency(rawValue: "CNY"))),
    Deal(key: "o'c>acme:partnership:1", payer: "o'c", payee: "acme", kind: .partnership),
  ])

@Test(arguments: ExportFormat.allCases.filter { !$0.isBinary })
func everyTextIsTheOneRecorded(format: ExportFormat) throws {
  for (suffix, bytes) in try format.files(sample) {
    let file = folder.appending(path: "sample\(suffix).\(format.rawValue)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let recorded = try Data(contentsOf: file)
    #expect(recorded == Data(bytes), "\(file.lastPathComponent)")
  }
}

@Test(arguments: ExportFormat.allCases.filter { $0 != .parquet })
func anEmptyGraphIsExportedAndTwoRunsAgree(format: ExportFormat) throws {
  let (one, two) = (try format.files(sample), try format.files(sample))
  #expect(one.map(\.bytes) == two.map(\.bytes))
  let empty = try format.files(DealGraph())
  #expect(empty.count == one.count)
  #expect(zip(empty, one).allSatisfy { $0.bytes != $1.bytes })
}

@Test func theDatabaseIsAFileOfSQLite() throws {
  let bytes = try ExportFormat.sqlite.files(sample)[0].bytes
  #expect(bytes.starts(with: Array("SQLite format 3\u{0}".utf8)))
  #expect(Data(bytes).range(of: Data("CREATE VIEW deal_list".utf8)) != nil)
  #expect(Data(bytes).range(of: Data("甲公司".utf8)) != nil)
}

@Test func theDatabaseRefusesAKeyThatStandsTwice() {
  var twice = sample
  twice.deals.append(sample.deals[0])
  let error = #expect(throws: ExportError.self) { try ExportFormat.sqlite.files(twice) }
  #expect(error?.code == .badData)
  #expect(error?.message.contains("deals.key") == true)
}
