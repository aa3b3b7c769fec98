import DealLoops
import DealModel

/// The title, the key and the notes of a picture.
struct Legend {
  /// What the picture tells of itself, in lines.
  static func lines(_ scene: Scene) -> [String] {
    let deals = scene.shownDeals.count
    var facts = ["\(deals) deal\(deals == 1 ? "" : "s")"]
    if scene.articles > 0 {
      facts.append("from \(scene.articles) article\(scene.articles == 1 ? "" : "s")")
    }
    if let asOf = scene.asOf { facts.append("as of \(asOf)") }
    let direction =
      switch scene.options.leg {
      case .money: "Arrows go with the money, from payer to payee."
      case .goods: "Arrows go with what is bought, from payee to payer."
      case .both:
        "Wide arrows go with the money, from payer to payee; thin ones with what is bought."
      }
    return [facts.joined(separator: " ") + ". " + direction]
      + ["Sums as stated; widths by sums in US dollars (≈), thinnest where none is known."]
      + [scene.hidden].compactMap { $0 }
  }

  /// The height of the head.
  static func headHeight(_ scene: Scene, width: Double) -> Double {
    18 + 25 * Double(titleLines(scene, width).count) + 15 * Double(lines(scene).count)
  }

  private static func titleLines(_ scene: Scene, _ width: Double) -> [String] {
    NodeName.lines(scene.title, ems: (width - 40) / 20, limit: 160)
  }

  static func head(_ scene: Scene, width: Double) -> Drawing.Group {
    var group = Drawing.Group(attributes: [("class", "head"), ("aria-hidden", "true")])
    let title = titleLines(scene, width)
    for (row, line) in title.enumerated() {
      group.marks.append(text(line, 20, 34 + Double(row) * 25, size: 20, isBold: true))
    }
    let top = 29 + Double(title.count) * 25
    for (row, line) in lines(scene).enumerated() {
      group.marks.append(text(line, 20, top + Double(row) * 15, size: 10.5, ink: .quiet))
    }
    return group
  }

  /// The least width that head and key need.
  static let leastWidth = 500.0

  static func key(_ scene: Scene, top: Double, width: Double) -> (Drawing.Group, Double) {
    var flow = KeyFlow(top: top + 14, width: width)
    for kind in DealKind.all {
      let count = scene.shownDeals.count { $0.kind == kind }
      guard count > 0 else { continue }
      let style = EdgeStyle(kind: kind, status: .agreed, usd: 1e9)
      flow.add(style, "\(DealWording.word(kind)) \(count)")
    }
    if scene.edges.contains(where: { $0.kind == nil }) {
      flow.add(EdgeStyle(kind: nil, status: .agreed, usd: 1e9), "several kinds")
    }
    flow.newRow()
    for (status, word) in [
      (DealStatus.agreed, "agreed or completed"), (.planned, "planned"), (.talks, "in talks"),
      (.ended, "ended"),
    ] {
      let count = scene.shownDeals.count {
        $0.status == status || (status == .agreed && $0.status == .completed)
      }
      guard count > 0 else { continue }
      var style = EdgeStyle(kind: nil, status: status, usd: 2e8)
      style.arrow = .none
      flow.add(style, "\(word) \(count)")
    }
    for (usd, word) in [(1e9, "≈$1B"), (1e10, "≈$10B"), (1e11, "≈$100B")] {
      var style = EdgeStyle(kind: nil, status: .agreed, usd: usd)
      style.arrow = .none
      flow.add(style, word)
    }
    for (index, loop) in scene.marked.enumerated() {
      flow.newRow()
      let way = (loop.parties + loop.parties.prefix(1)).map { scene.name($0) }
      let least =
        loop.bottleneck.map { ", at most \(Figures.symbol(.usd))\(Figures.short($0)) all round" }
        ?? ""
      let line = Scene.circled(index + 1) + " " + way.joined(separator: " → ") + least
      flow.add(nil, Slug.cleaned(line, limit: max(20, Int((width - 40) / 6.2))))
    }
    return (flow.group, flow.top + 14)
  }

  static func text(
    _ text: String, _ x: Double, _ y: Double, size: Double, isBold: Bool = false, ink: Ink = .ink
  ) -> Drawing.Mark {
    Drawing.Mark(
      shape: .text(
        text, at: Layout.Point(x: x, y: y), size: size, isBold: isBold, isCentered: false),
      fill: ink)
  }
}

/// Puts the entries of a key one after another, in as many rows as they need.
private struct KeyFlow {
  var top: Double
  let width: Double
  var left = 20.0
  var group = Drawing.Group(attributes: [("class", "key"), ("aria-hidden", "true")])

  init(top: Double, width: Double) {
    self.top = top
    self.width = width
  }

  mutating func newRow() {
    if left > 20 { top += 19 }
    left = 20
  }

  mutating func add(_ style: EdgeStyle?, _ text: String) {
    let sample = style == nil ? 0.0 : 40
    let needed = sample + TextWidth.ems(text) * 10.5 + 22
    if left > 20, left + needed > width - 10 { newRow() }
    if let style {
      let start = Layout.Point(x: left, y: top)
      let base = Layout.Point(x: left + (style.arrow == .none ? 32 : 20), y: top)
      let tip = Layout.Point(x: left + 32, y: top)
      group.marks += ArrowShapes.line([start, start, base, base], style)
      group.marks += ArrowShapes.head(style, from: base, to: tip)
    }
    group.marks.append(
      Legend.text(text, left + sample, top + 3.8, size: 10.5, ink: style == nil ? .ink : .quiet))
    left += needed
  }
}
