import DealLoops
import DealModel
import Foundation
import Testing

@testable import DealRendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

private func graph(name: String) -> DealGraph {
  DealGraph(
    articles: [Article(id: "x", title: name, source: "https://example.org/?a=1&b=\"2")],
    parties: [Party(id: "a", name: name), Party(id: "b", name: "輝達")],
    deals: [
      Deal(
        key: "a>b:loan:1", payer: "a", payee: "b", kind: .loan,
        amount: Amount(value: 3e9, currency: .usd, bound: .upTo, usd: 3e9), status: .planned,
        evidence: [Evidence(article: "x", range: 0..<4, text: name)]),
      Deal(key: "b>a:purchase:1", payer: "b", payee: "a", kind: .purchase, status: .talks),
    ])
}

private func picture(_ graph: DealGraph, _ options: PictureOptions = .init()) -> Picture {
  Picture(graph: graph, loops: LoopSearch().loops(in: graph).loops, options: options)
}

/// A generator whose numbers are the same on each run.
private struct Seeded {
  var state: UInt64
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

private let pieces = [
  "<b>bold</b>", "AT&T", "\"", "'", "\\", "\\N", "\\G\\L", "&copy;", "&#x4e2d;", "nul\u{0}l",
  "\u{7}",
  "\u{1B}[1m", "\u{FFFE}", "\u{202E}", "שלום", "😀", "--><script>", "]]>", "{a|<p>",
  "\"];evil[label=\"",
  "\n", "\t", "英伟达", "javascript:", "%s%n", "e\u{301}\u{301}", "\u{200D}", "$", "`",
]

@Test func fiveHundredHostileNamesGiveWellFormedPictures() throws {
  var random = Seeded(state: 11)
  for round in 0..<500 {
    var name = ""
    for _ in 0...random.next(6) { name += pieces[random.next(pieces.count)] }
    if round % 250 == 0 {
      name += String(repeating: name + " ", count: 1_000_000 / name.utf8.count)
    }
    let svg = try picture(graph(name: name)).svg()
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(name.prefix(60))")
    #expect(!svg.contains("<script"))
    #expect(svg.utf8.count < 60_000)
    if round % 25 == 0 {
      #expect(try picture(graph(name: name)).render("png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(
        !(try Graphviz.render(dot: picture(graph(name: name)).dot(), layout: "dot", format: "svg"))
          .isEmpty)
    }
  }
}

@Test(arguments: ["svg", "png", "pdf", "dot"])
func aPictureHasTheSameBytesEachTime(format: String) throws {
  let first = try picture(graph(name: "Acme")).render(format)
  for _ in 0..<5 { #expect(try picture(graph(name: "Acme")).render(format) == first) }
}

@Test(arguments: Graphviz.layouts)
func everyLayoutPlacesEveryParty(layout: String) throws {
  var options = PictureOptions()
  options.layout = layout
  let svg = try picture(graph(name: "Acme"), options).svg()
  #expect(svg.contains("id=\"party-a\"") && svg.contains("id=\"party-b\""))
  #expect(svg.contains("id=\"deal-1\"") && svg.contains("id=\"deal-2\""))
  // Circo orders nodes by their addresses: within a process of many renders its pictures may be mirrored.
  if layout != "circo" { #expect(try picture(graph(name: "Acme"), options).svg() == svg) }
}

@Test func aPNGHasTheSizeOfTheSVG() throws {
  let drawn = picture(graph(name: "Acme"))
  let svg = try drawn.svg()
  let width = try #require(svg.firstMatch(of: /<svg [^>]*width="([0-9.]+)"/)?.1)
  let png = try drawn.render("png")
  let pixels = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
  #expect(abs(Double(pixels) - (try #require(Double(width))) * 2) <= 2)
  #expect(try drawn.render("pdf").starts(with: Array("%PDF-".utf8)))
}

@Test func anEdgeSaysWhatTheArticleSays() throws {
  let svg = try picture(graph(name: "Acme")).svg()
  #expect(svg.contains("class=\"edge deal kind-loan status-planned leg-money loop loop-1\""))
  #expect(svg.contains("data-deals=\"a%3Eb%3Aloan%3A1\""))
  #expect(svg.contains("aria-label=\"Acme lends up to $3 billion to 輝達, planned\""))
  #expect(svg.contains("① ≤$3B"))
  #expect(svg.contains("href=\"https://example.org/?a=1&amp;b=&quot;2\""))
  #expect(!svg.contains("$0"))
}

@Test func figuresAreThoseOfTheArticle() {
  func deal(_ amount: Amount?, _ years: Double? = nil, _ capacity: Capacity? = nil) -> Deal {
    Deal(
      key: "k", payer: "a", payee: "b", kind: .compute, amount: amount, capacity: capacity,
      years: years)
  }
  #expect(
    DealWording.figures(deal(Amount(value: 1e11, currency: .usd, bound: .upTo))) == "≤$100B")
  #expect(DealWording.figures(deal(Amount(value: 3e11, currency: .usd), 5)) == "$300B / 5 y")
  #expect(DealWording.quantity(deal(nil, nil, Capacity(value: 6, unit: "GW"))) == "6 GW")
  #expect(
    DealWording.quantity(deal(nil, nil, Capacity(value: 1.6e8, unit: "share"))) == "160M shares")
  #expect(DealWording.figures(deal(nil)) == "")
  let three = [40e9, 5e9, 1e9].map { deal(Amount(value: $0, currency: .usd)) }
  #expect(DealWording.figures(three) == "3 deals, $46B")
}

@Test(arguments: [(nil, 1.0), (1e7, 1), (1e8, 1), (1e9, 2.5), (1e11, 5.5), (1e15, 8)])
func widthGrowsWithTheSum(usd: Double?, width: Double) {
  #expect(EdgeStyle.width(usd) == width)
}

private func large(_ count: Int) -> DealGraph {
  var random = Seeded(state: 5)
  let parties = (0..<count).map { Party(id: "p\($0)", name: "Party \($0)") }
  let deals = (0..<count * 2).map { number in
    let usd = 1e8 * Double(1 + random.next(900))
    return Deal(
      key: "d\(number)", payer: "p\(random.next(count))", payee: "p\(random.next(count))",
      kind: .purchase, amount: Amount(value: usd, currency: .usd, usd: usd))
  }
  return DealGraph(parties: parties, deals: deals)
}

@Test func thinningKeepsEveryLoopAndSaysWhatItHides() throws {
  var graph = large(100)
  let ends = [("p97", "p98"), ("p98", "p99"), ("p99", "p97")]
  let deals = ends.enumerated().map { number, ends in
    Deal(key: "loop\(number)", payer: ends.0, payee: ends.1, kind: .loan)
  }
  graph.deals += deals
  let loops = LoopSearch().loops(in: DealGraph(parties: graph.parties, deals: deals)).loops
  #expect(loops.count == 1)
  let scene = Scene(graph, loops: loops, options: PictureOptions())
  let used = Set(graph.deals.flatMap { [$0.payer, $0.payee] })
  #expect(scene.nodes.count <= 40 && scene.edges.count <= 80)
  let shown = Set(scene.shownDeals.map(\.key))
  #expect(deals.allSatisfy { shown.contains($0.key) })
  #expect(try #require(scene.hidden).contains("of \(used.count) parties"))
}

@Test func theLegTurnsTheArrow() {
  func edge(_ leg: PictureOptions.Leg) -> [Scene.Edge] {
    var options = PictureOptions()
    options.leg = leg
    return Scene(graph(name: "Acme"), loops: [], options: options).edges
  }
  #expect(edge(.money)[0].tail == "a" && edge(.goods)[0].tail == "b")
  #expect(edge(.both).count == 4)
}

@Test func refusalsAreErrors() {
  for (dot, layout, format) in [
    ("digraph {", "dot", "svg"), ("digraph \"g\" {}", "fdp", "svg"),
    ("digraph \"g\" {}", "dot", "nonsense"),
  ] {
    #expect(throws: RenderingError.self) {
      try Graphviz.render(dot: dot, layout: layout, format: format)
    }
  }
}

/// The drawing is held to a layout that is written down, so that no Graphviz can change it.
@Test func theDrawingIsTheOneRecorded() throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
  let scene = Scene(
    graph(name: "Acme & Söhne"), loops: LoopSearch().loops(in: graph(name: "Acme")).loops,
    options: PictureOptions())
  let dot = DOTWriter(purpose: .layout).dot(scene)
  let isRecorded = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  let layoutFile = folder.appending(path: "pair.layout")
  if isRecorded {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Graphviz.layout(dot: dot, layout: "dot").text.utf8).write(to: layoutFile)
  }
  let layout = try #require(Layout(text: String(contentsOf: layoutFile, encoding: .utf8)))
  let svg = SVGWriter(title: "Pair", description: "Two", embedsStyle: true, hasLinks: true)
    .svg(PictureDrawer(scene, layout).drawing())
  for (name, text) in [("pair.dot", dot), ("pair.svg", svg)] {
    let file = folder.appending(path: name)
    if isRecorded { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
  }
  #expect(Layout(text: layout.text) == layout)
}

#if os(Linux)
  /// The resident memory of this process in bytes; nil where it cannot be read.
  private func residentBytes() -> Int? {
    let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return text.flatMap { Int($0.split(separator: " ")[1]) }.map { $0 * 4096 }
  }

  /// In a process of its own, since the other tests grow beside it.
  @Test func aThousandRendersGrowUnderTwentyMegabytes() async {
    await #expect(processExitsWith: .success) {
      let drawn = picture(graph(name: "Acme"))
      for _ in 0..<50 { _ = try drawn.svg() }
      let before = try #require(residentBytes())
      for _ in 0..<1000 { _ = try drawn.svg() }
      let growth = try #require(residentBytes()) - before
      FileHandle.standardError.write(Data("grown by \(growth) bytes\n".utf8))
      exit(growth < 20_000_000 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
#endif

@Test func boxesBySectorSurviveLabelsWithinARank() throws {
  let ids = ["nvidia", "amd", "openai", "oracle", "coreweave"]
  let parties = ids.map { Party(id: $0, name: $0) }
  let pairs = [
    (0, 2), (2, 0), (2, 3), (3, 0), (3, 0), (0, 4), (4, 0), (2, 4), (2, 1), (1, 2),
  ]
  let deals = pairs.enumerated().map { number, pair in
    Deal(key: "d\(number)", payer: ids[pair.0], payee: ids[pair.1], kind: .purchase)
  }
  var options = PictureOptions()
  options.cluster = .sector
  let svg = try picture(DealGraph(parties: parties, deals: deals), options).svg()
  #expect(svg.contains(">chips</text>") && svg.contains("class=\"cluster\""))
}
