public import DealLoops
public import DealModel

/// Writes a deal graph as DOT, the language of Graphviz.
///
/// Edges point from payer to payee and carry kind and sum; the deals of the loops are drawn heavy,
/// the rest light. Attributes that name fonts, colours and shapes are constants: nothing that an
/// article says reaches them.
public struct DOTWriter: Sendable {
  /// A title above the picture.
  public var title: String?
  /// Loops to be marked, the first ones numbered.
  public var loops: [Loop] = []

  /// Makes a writer.
  public init() {}

  /// The DOT of `graph`, the same bytes for the same graph.
  public func dot(_ graph: DealGraph) -> String {
    let names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let hot = loopDeals()
    let used = Set(graph.deals.flatMap { [$0.payer, $0.payee] })
    var text = "digraph \"deals\" {\n"
    text += "  graph [rankdir=LR, nodesep=0.35, ranksep=1.1, splines=true, bgcolor=\"white\","
    text +=
      " fontname=\"\(Self.font)\", fontsize=16, labelloc=\"t\", label=\"\(heading(graph))\"];\n"
    text += "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#F4F6F8\", color=\"#44546A\","
    text += " fontname=\"\(Self.font)\", fontsize=13, margin=\"0.18,0.09\"];\n"
    text += "  edge [fontname=\"\(Self.font)\", fontsize=10, arrowsize=0.8];\n"
    let hotParties = Set(loops.flatMap(\.parties))
    for party in graph.parties where used.contains(party.id) {
      let heavy = hotParties.contains(party.id) ? ", penwidth=2.2, fillcolor=\"#FFF3D6\"" : ""
      text += "  \"\(Self.escaped(party.id))\" [id=\"party-\(Self.escaped(party.id))\","
      text += " label=\"\(Self.label(names[party.id] ?? party.id))\","
      text += " tooltip=\"\(Self.label(party.aliases.joined(separator: " · ")))\"\(heavy)];\n"
    }
    for deal in graph.deals { text += edge(deal, hot, names) }
    return text + legend(graph) + "}\n"
  }

  /// For each deal of a loop, the number of the first loop it is part of.
  private func loopDeals() -> [String: Int] {
    var hot: [String: Int] = [:]
    for (index, loop) in loops.enumerated() {
      for key in loop.hops.flatMap(\.deals) where hot[key] == nil { hot[key] = index + 1 }
    }
    return hot
  }

  private func edge(_ deal: Deal, _ hot: [String: Int], _ names: [String: String]) -> String {
    let style = EdgeStyle(deal)
    let loop = hot[deal.key]
    let number = loop.map { $0 <= 20 ? " " + Self.circled($0) : "" } ?? ""
    let label = EdgeStyle.label(of: deal) + number
    let width = style.width * (loop == nil ? 1 : 1.6)
    let sentence = deal.evidence.first?.text ?? ""
    var text = "  \"\(Self.escaped(deal.payer))\" -> \"\(Self.escaped(deal.payee))\""
    text += " [id=\"deal-\(Self.escaped(deal.key))\", label=\"\(Self.label(label))\","
    text += " color=\"\(style.color)\", fontcolor=\"\(style.color)\", style=\"\(style.line)\","
    text += " arrowhead=\"\(style.arrow)\", penwidth=\(Self.rounded(width)),"
    text += " tooltip=\"\(Self.label(Self.sentence(deal, names) + ": " + sentence))\"];\n"
    return text
  }

  /// A deal as a sentence that a screen reader can read.
  static func sentence(_ deal: Deal, _ names: [String: String]) -> String {
    let parts = [EdgeStyle.label(of: deal), deal.status.rawValue, deal.date?.description]
    return
      "\(names[deal.payer] ?? deal.payer) pays \(names[deal.payee] ?? deal.payee), "
      + parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func heading(_ graph: DealGraph) -> String {
    let articles = graph.articles.count
    let counts =
      "\(graph.deals.count) deals from \(articles) article\(articles == 1 ? "" : "s"), arrows go with the money"
    return [title.map { Self.label($0) }, Self.label(counts)].compactMap { $0 }.joined(
      separator: "\\n")
  }

  /// A row of boxes that says what colours and lines mean, for what the graph holds.
  private func legend(_ graph: DealGraph) -> String {
    let kinds = DealKind.all.filter { kind in graph.deals.contains { $0.kind == kind } }
    guard !kinds.isEmpty else { return "" }
    var text = "  subgraph \"cluster_legend\" {\n"
    text += "    graph [label=\"\", color=\"#C8CED6\", style=\"rounded\"];\n"
    text += "    \"legend\" [shape=plaintext, style=\"\", label=\""
    for kind in kinds {
      let count = graph.deals.count { $0.kind == kind }
      text +=
        "\(Self.label("\(EdgeStyle.mark(of: kind)) \(EdgeStyle.word(of: kind)): \(count)"))\\l"
    }
    text += "solid: agreed or done\\ldashed: planned\\ldotted: in talks\\l\"];\n  }\n"
    return text
  }

  private static let font = "Helvetica,Arial,Noto Sans CJK SC,sans-serif"

  private static func circled(_ number: Int) -> String {
    Unicode.Scalar(0x245F + UInt32(number)).map { String($0) } ?? ""
  }

  private static func rounded(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }

  /// A text as the content of a DOT string that Graphviz draws as it is.
  ///
  /// Backslashes are doubled, `&` becomes an entity since entities are decoded, quotes are escaped,
  /// control characters and non-characters dropped, and long texts cut.
  static func label(_ text: String, limit: Int = 220) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        result += "…"
        break
      }
      count += 1
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "&": result += "&amp;"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A name of a node or an id: like a label, but cut at no length that names share.
  static func escaped(_ text: String) -> String { label(text, limit: 400) }
}
