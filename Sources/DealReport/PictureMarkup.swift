import DealLoops
import DealModel
import DealRendering

/// The picture as the page holds it: Graphviz's SVG with classes, keys and names on its groups.
struct PictureMarkup {
  let graph: DealGraph
  let loops: [Loop]
  let tellings: [String: String]

  /// The `svg` element.
  ///
  /// - Throws: ``RenderingError`` when Graphviz cannot draw the graph.
  func svg(layout: String) throws(RenderingError) -> String {
    var writer = DOTWriter()
    writer.loops = loops
    var dot = writer.dot(graph)
    // The page has a legend of its own. A quote inside a label is escaped, so this is no label.
    if let legend = dot.firstRange(of: "  subgraph \"cluster_legend\"") {
      dot = dot[..<legend.lowerBound] + "}\n"
    }
    let bytes = try Graphviz.render(dot: dot, layout: layout, format: "svg")
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    var heads = heads
    var result: [Substring] = []
    let body = lines.drop { !$0.hasPrefix("<svg") }
    for line in body where !line.hasPrefix("<!--") {
      result.append((heads.removeValue(forKey: String(line)) ?? nil).map { $0[...] } ?? line)
    }
    return result.joined(separator: "\n")
  }

  /// For each group as Graphviz opens it, the group as the page needs it.
  private var heads: [String: String] {
    var heads: [String: String] = [:]
    for party in graph.parties {
      let old = "<g id=\"party&#45;\(Self.graphviz(party.id))\" class=\"node\">"
      heads[old] =
        "<g id=\"party-\(HTMLText.percentEncoded(party.id))\" class=\"node party kind-\(LegendMarkup.name(party.kind ?? ""))\" data-party=\"\(HTMLText.escaped(party.id))\">"
    }
    for (index, deal) in graph.deals.enumerated() {
      let old = "<g id=\"deal&#45;\(Self.graphviz(deal.key))\" class=\"edge\">"
      let kind = LegendMarkup.name(deal.kind.rawValue)
      let status = LegendMarkup.name(deal.status.rawValue)
      let ranks = loops.indices.filter { loops[$0].hops.contains { $0.deals.contains(deal.key) } }
      let loop = ranks.isEmpty ? "" : " loop" + ranks.map { " loop-\($0 + 1)" }.joined()
      let date = deal.date.map { ", \($0)" } ?? ""
      let name = "\(tellings[deal.key] ?? deal.key), \(deal.status.rawValue)\(date)"
      heads[old] =
        "<g id=\"deal-\(index + 1)\" class=\"edge deal kind-\(kind) status-\(status)\(loop)\" data-deals=\"\(HTMLText.percentEncoded(deal.key))\" aria-label=\"\(HTMLText.escaped(name))\">"
    }
    return heads
  }

  /// A text as Graphviz writes it into an attribute.
  private static func graphviz(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "-": result += "&#45;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
