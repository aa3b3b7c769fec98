import DealLoops
import DealModel
import Foundation
import Testing

@testable import DealRendering

/// A row of parties, each paying the next, and more deals among them.
private func row(_ count: Int, kinds: [DealKind] = [.loan], extra: Int = 0) -> DealGraph {
  let parties = (0..<count).map { Party(id: "p\($0)", name: "Party \($0)") }
  let deals = (0..<count - 1 + extra).map { number in
    let payer = number % (count - 1)
    let payee = number < count - 1 ? payer + 1 : (payer * 7 + number) % count
    return Deal(
      key: "d\(number)", payer: "p\(payer)", payee: "p\(payee)", kind: kinds[number % kinds.count])
  }
  return DealGraph(parties: parties, deals: deals)
}

private func size(_ svg: String) throws -> (width: Double, height: Double) {
  let match = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
  return (try #require(Double(match.1)), try #require(Double(match.2)))
}

@Test func aPictureTurnsSoThatItFillsItsFrame() throws {
  var options = PictureOptions()
  options.hasLegend = false
  let wide = try size(Picture(graph: row(9), options: options).svg())
  #expect(wide.width > wide.height * 3)
  options.frame = PictureOptions.Frame(width: 300, height: 900)
  let high = try size(Picture(graph: row(9), options: options).svg())
  #expect(high.height > high.width * 3)
  options.frame = PictureOptions.Frame(width: 3000, height: 900)
  #expect(try size(Picture(graph: row(9), options: options).svg()) == wide)
}

@Test func labelsKeepOffPartiesAndOneAnother() throws {
  let scene = Scene(
    row(24, kinds: [.loan, .investment, .purchase], extra: 12), loops: [],
    options: PictureOptions())
  let layout = try Graphviz.layout(
    dot: DOTWriter(purpose: .layout).dot(scene), layout: scene.engine)
  var placer = LabelPlacer(layout)
  var boxes = Array(layout.nodes.values)
  for edge in scene.edges {
    let size = TextWidth.box(edge.label, size: DOTWriter.labelSize, isBold: false)
    let label = LabelPlacer.Label(
      id: edge.id, width: size.width, height: size.height, distance: 4)
    placer.place(label, mustStand: true)
    let center = try #require(placer.places[edge.id])
    let box = Layout.Box(
      left: center.x - size.width / 2, bottom: center.y - size.height / 2,
      right: center.x + size.width / 2, top: center.y + size.height / 2)
    #expect(
      !boxes.contains {
        $0.left < box.right && box.left < $0.right && $0.bottom < box.top && box.bottom < $0.top
      }, "\(edge.id)")
    boxes.append(box)
  }
}

@Test func aPictureSaysThatLabelsAreLeftOut() throws {
  var options = PictureOptions()
  options.layout = "neato"
  let svg = try Picture(graph: row(12, kinds: [.investment], extra: 160), options: options).svg()
  let count = try #require(svg.firstMatch(of: /([0-9]+) arrows have no room for a label/)?.1)
  #expect((1..<171).contains(try #require(Int(count))))
  #expect(svg.split(separator: ">investment</text>").count - 1 == 171 - (Int(count) ?? 0))
}

@Test func nothingComesBackForAGrant() {
  var options = PictureOptions()
  options.leg = .both
  func count(_ kind: DealKind) -> Int {
    Scene(row(2, kinds: [kind]), loops: [], options: options).edges.count
  }
  #expect(count(.grant) == 1 && count(.partnership) == 1 && count(.purchase) == 2)
}

@Test func aTellingHasItsStatusInTheVerbAStatementBehindIt() {
  let amount = Amount(value: 1.2e9, currency: Currency(rawValue: "EUR"), bound: .about, usd: 1.3e9)
  let deal = Deal(
    key: "k", payer: "a", payee: "b", kind: .loan, amount: amount,
    date: PartialDate(year: 2025, month: 9), status: .planned)
  let telling = DealTelling(deal, payer: "A", payee: "B")
  #expect(telling.sentence == "A plans to lend about €1.2 billion to B")
  #expect(telling.statement == "A lends about €1.2 billion to B (≈ $1.3 billion), planned, 2025-09")
}

#if os(Linux)
  private func isLoaded(_ library: String) -> Bool {
    unsafe dlopen(library, RTLD_LAZY | RTLD_NOLOAD) != nil
  }

  /// In a process of its own, since other tests draw PNGs.
  @Test func aLayoutLoadsNoFonts() async {
    await #expect(processExitsWith: .success) {
      let picture = Picture(graph: row(5))
      let first = try picture.svg()
      if isLoaded("libpango-1.0.so.0") { exit(2) }
      // With all plugins loaded the picture is the same.
      _ = try picture.render("png")
      guard isLoaded("libpango-1.0.so.0") else { exit(3) }
      exit(try picture.svg() == first ? EXIT_SUCCESS : 4)
    }
  }
#endif
