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
        "Arrows go with the money, from payer to payee; those labelled in return, with what is bought."
      }
    return [facts.joined(separator: " ") + ". " + direction]
      + ["Sums as stated; widths by sums in US dollars (≈), thinnest where none is known."]
      + [scene.hidden, unlabelled(scene)].compactMap { $0 }
  }

  private static func unlabelled(_ scene: Scene) -> String? {
    guard scene.unlabelled > 0 else { return nil }
    return
      "\(scene.unlabelled) arrow\(scene.unlabelled == 1 ? " has" : "s have") no room for a label."
  }

  /// How much larger head and key are in a wide picture, which is looked at from farther away.
  static func scale(_ width: Double) -> Double { min(2.4, max(1, width / 1200)) }

  /// The height of the head.
  static func headHeight(_ scene: Scene, width: Double) -> Double {
    let rows = 18 + 25 * Double(titleLines(scene, width).count) + 15 * Double(lines(scene).count)
    return rows * scale(width)
  }

  private static func titleLines(_ scene: Scene, _ width: Double) -> [String] {
    NodeName.lines(scene.title, ems: (width - 40) / (20 * 1.1 * scale(width)), limit: 160)
  }

  static func head(_ scene: Scene, width: Double) -> Drawing.Group {
    var group = Drawing.Group(attributes: [("class", "head"), ("aria-hidden", "true")])
    let scale = scale(width)
    let title = titleLines(scene, width)
    for (row, line) in title.enumerated() {
      let base = (34 + Double(row) * 25) * scale
      group.marks.append(text(line, 20, base, size: 20 * scale, isBold: true))
    }
    let top = 29 + Double(title.count) * 25
    for (row, line) in lines(scene).enumerated() {
      let base = (top + Double(row) * 15) * scale
      group.marks.append(text(line, 20, base, size: 10.5 * scale, ink: .quiet))
    }
    return group
  }

  /// The least width that head and key need.
  static let leastWidth = 500.0

  static func key(_ scene: Scene, top: Double, width: Double) -> (Drawing.Group, Double) {
    var flow = KeyFlow(top: top + 14, width: width, scale: scale(width))
    flow.add(kinds(scene))
    flow.add(statuses(scene))
    flow.add(
      [(1e9, "≈$1B"), (1e10, "≈$10B"), (1e11, "≈$100B")].map { usd, word in
        KeyFlow.Entry(style: plain(.agreed, usd: usd), text: word)
      }, mayFollow: true)
    for (index, loop) in scene.marked.enumerated() {
      let way = (loop.parties + loop.parties.prefix(1)).map { scene.name($0) }
      let least =
        loop.bottleneck.map { ", at most \(Figures.symbol(.usd))\(Figures.short($0)) all round" }
        ?? ""
      let line = Scene.circled(index + 1) + " " + way.joined(separator: " → ") + least
      let limit = Int((width - 40) / (6.4 * scale(width)))
      flow.add([KeyFlow.Entry(style: nil, text: Slug.cleaned(line, limit: max(20, limit)))])
    }
    return (flow.group, flow.top + 14)
  }

  private static func kinds(_ scene: Scene) -> [KeyFlow.Entry] {
    var entries: [KeyFlow.Entry] = []
    for kind in DealKind.all {
      let count = scene.shownDeals.count { $0.kind == kind }
      guard count > 0 else { continue }
      entries.append(
        KeyFlow.Entry(
          style: EdgeStyle(kind: kind, status: .agreed, usd: 1e9),
          text: "\(DealWording.word(kind)) \(count)"))
    }
    if scene.edges.contains(where: { $0.kind == nil }) {
      let style = EdgeStyle(kind: nil, status: .agreed, usd: 1e9)
      entries.append(KeyFlow.Entry(style: style, text: "several kinds"))
    }
    return entries
  }

  private static func statuses(_ scene: Scene) -> [KeyFlow.Entry] {
    let words: [(DealStatus, String)] = [
      (.agreed, "agreed or completed"), (.planned, "planned"), (.talks, "in talks"),
      (.ended, "ended"),
    ]
    return words.compactMap { status, word in
      let count = scene.shownDeals.count {
        $0.status == status || (status == .agreed && $0.status == .completed)
      }
      guard count > 0 else { return nil }
      return KeyFlow.Entry(style: plain(status, usd: 2e8), text: "\(word) \(count)")
    }
  }

  private static func plain(_ status: DealStatus, usd: Double) -> EdgeStyle {
    var style = EdgeStyle(kind: nil, status: status, usd: usd)
    style.arrow = .none
    return style
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
