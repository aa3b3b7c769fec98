import DealExport
import DealModel
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

private let hostile = "& < > \" ' \\ \n 输入\u{0} =1+1"

private let graph = DealGraph(
  parties: [
    Party(id: "a", name: hostile, aliases: ["=cmd()", "一"]), Party(id: "b", name: "乙"),
  ],
  deals: [
    Deal(
      key: "a>b:loan:1", payer: "a", payee: "b", kind: .loan,
      amount: Amount(value: 1e12, currency: .usd, bound: .upTo), date: PartialDate("2025"),
      evidence: [Evidence(article: "x", range: 0..<9, text: hostile)]),
    Deal(key: "a>b:loan:2", payer: "a", payee: "b", kind: .loan),
  ])

private func text(_ format: ExportFormat, part: Int = 0) throws -> String {
  String(decoding: try format.files(graph)[part].bytes, as: UTF8.self)
}

@Test func csvQuotesCellsAndDisarmsFormulas() throws {
  let nodes = try text(.csv)
  #expect(nodes.hasPrefix("Id,Label,Kind,Ticker,Aliases\r\n"))
  #expect(nodes.contains("'=cmd()|一"))
  #expect(nodes.contains("\"& < > \"\" ' \\ \n"))
  let edges = try text(.csv, part: 1)
  #expect(edges.contains("a>b:loan:1,a,b,Directed,loan,,1000000000000,,USD,upTo,own"))
  #expect(edges.split(separator: "\r\n").count == 3)
}

@Test func graphMLIsWellFormedAndKeepsParallelDeals() throws {
  let bytes = try ExportFormat.graphml.files(graph)[0].bytes
  let parser = XMLParser(data: Data(bytes))
  #expect(parser.parse())
  let xml = try text(.graphml)
  #expect(xml.components(separatedBy: "<edge ").count == 3)
  #expect(xml.contains("&amp; &lt; &gt; &quot; ' \\ &#10; 输入 =1+1"))
  #expect(!xml.contains("\u{0}"))
}

@Test func jsonLinesHoldADealALine() throws {
  let lines = try text(.jsonl).split(separator: "\n")
  #expect(lines.count == 2)
  for line in lines {
    #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
  }
}
