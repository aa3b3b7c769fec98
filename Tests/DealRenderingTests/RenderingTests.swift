import DealLoops
import DealModel
import DealRendering
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

private func graph(name: String) -> DealGraph {
  DealGraph(
    parties: [Party(id: "a", name: name), Party(id: "b", name: "輝達")],
    deals: [
      Deal(
        key: "a>b:loan:1", payer: "a", payee: "b", kind: .loan,
        amount: Amount(value: 3e9, currency: .usd, bound: .upTo, usd: 3e9), status: .planned,
        evidence: [Evidence(article: "x", range: 0..<4, text: name)]),
      Deal(key: "b>a:purchase:1", payer: "b", payee: "a", kind: .purchase, status: .talks),
    ])
}

private let hostile = [
  "<b>bold</b>", "AT&T <R&D> \"q\"", "\\N \\G \\L ends in \\", "&copy; &#x4e2d;", "nul\u{0}l",
  "bell\u{7}\u{1B}\u{FFFE}", "\u{202E}turned", "\"];evil[label=\"", "😀 emoji", "--><script>",
  "{a|<p> b|{c",
  String(repeating: "long ", count: 20_000),
]

@Test(arguments: hostile)
func hostileNamesGiveWellFormedPictures(name: String) throws {
  let dot = DOTWriter().dot(graph(name: name))
  let svg = try Graphviz.render(dot: dot, layout: "dot", format: "svg")
  let parser = XMLParser(data: Data(svg))
  #expect(parser.parse())
  let text = String(decoding: svg, as: UTF8.self)
  #expect(!text.contains("<script"))
  #expect(svg.count < 60_000)
}

@Test(arguments: ["svg", "png", "pdf", "dot"])
func aPictureHasTheSameBytesEachTime(format: String) throws {
  let dot = DOTWriter().dot(graph(name: "Acme"))
  let first = try Graphviz.render(dot: dot, layout: "dot", format: format)
  for _ in 0..<5 {
    #expect(try Graphviz.render(dot: dot, layout: "dot", format: format) == first)
  }
}

@Test func formatsAreWhatTheySay() throws {
  let dot = DOTWriter().dot(graph(name: "Acme"))
  let png = try Graphviz.render(dot: dot, layout: "dot", format: "png")
  #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  let pdf = try Graphviz.render(dot: dot, layout: "sfdp", format: "pdf")
  #expect(pdf.starts(with: Array("%PDF-".utf8)))
}

@Test func theArrowGoesWithTheMoneyAndSaysWhatTheArticleSays() {
  var writer = DOTWriter()
  let graph = graph(name: "Acme")
  writer.loops = LoopSearch().loops(in: graph).loops
  let dot = writer.dot(graph)
  #expect(dot.contains("\"a\" -> \"b\" [id=\"deal-a>b:loan:1\", label=\"loan ≤$3B ①\""))
  #expect(dot.contains("style=\"dashed\""))
  #expect(dot.contains("style=\"dotted\""))
}

@Test func refusalsAreErrors() {
  #expect(throws: RenderingError.self) {
    try Graphviz.render(dot: "digraph {", layout: "dot", format: "svg")
  }
  #expect(throws: RenderingError.self) {
    try Graphviz.render(dot: "digraph \"g\" {}", layout: "fdp", format: "svg")
  }
  #expect(throws: RenderingError.self) {
    try Graphviz.render(dot: "digraph \"g\" {}", layout: "dot", format: "nonsense")
  }
}
