import DealModel

/// Writes a scene as DOT, the language of Graphviz.
///
/// Attributes that name fonts, colours and shapes are constants: nothing that an article says reaches
/// them. Names of parties are split into lines here, so that the layout and the drawing agree.
struct DOTWriter {
  /// Whether the title and the key are part of the DOT, for whoever draws it elsewhere.
  var hasCaption: Bool
  static let font = "Helvetica,Arial,Noto Sans CJK SC,sans-serif"
  static let nodeSize = 13.0
  static let labelSize = 10.5

  func dot(_ scene: Scene) -> String {
    var text = "digraph \"deals\" {\n" + graphAttributes(scene)
    text += "  node [shape=box, style=\"rounded,filled\", fillcolor=\"\(Ink.node.light)\","
    text += " color=\"\(Ink.outline.light)\", fontname=\"\(Self.font)\","
    text += " fontsize=\(Int(Self.nodeSize)), margin=\"0.16,0.09\", height=0.42];\n"
    text += "  edge [fontname=\"\(Self.font)\", fontsize=\(Self.labelSize + 2)];\n"
    var clusters: [String: [Scene.Node]] = [:]
    for node in scene.nodes { clusters[node.cluster ?? "", default: []].append(node) }
    for (number, name) in clusters.keys.sorted().enumerated() {
      let lines = (clusters[name] ?? []).map(node).joined()
      if name.isEmpty {
        text += lines
      } else {
        text += "  subgraph \"cluster_\(number)\" {\n"
        text += "  graph [label=\"\(Slug.dot(name, limit: 60))\", style=rounded, margin=14,"
        text += " color=\"\(Ink.box.light)\"];\n" + lines + "  }\n"
      }
    }
    let isCrowded = scene.edges.count > 150
    for edge in scene.edges { text += self.edge(edge, scene, isCrowded) }
    return text + "}\n"
  }

  private func graphAttributes(_ scene: Scene) -> String {
    var parts = [
      "rankdir=\(scene.options.flowsDown ? "TB" : "LR")", "bgcolor=\"white\"",
      "nodesep=0.32", "ranksep=\(scene.options.flowsDown ? "0.5" : "0.55")",
      "outputorder=edgesfirst", "fontname=\"\(Self.font)\"", "forcelabels=true",
    ]
    switch scene.engine {
    case "dot": parts.append("splines=true")
    case "circo", "twopi": parts += ["splines=true", "overlap=false", "mindist=1.4"]
    default: parts += ["splines=true", "overlap=prism", "sep=\"+18\"", "K=1.3", "len=2.2"]
    }
    if scene.edges.count > 150 {
      parts += ["nslimit=0.2", "nslimit1=0.2", "mclimit=0.2"]
    }
    if hasCaption {
      let lines = [scene.title] + Legend.lines(scene)
      parts += ["labelloc=t", "labeljust=l", "fontsize=14"]
      parts.append("label=\"" + lines.map { Slug.dot($0) + "\\l" }.joined() + "\"")
    }
    return "  graph [" + parts.joined(separator: ", ") + "];\n"
  }

  private func node(_ node: Scene.Node) -> String {
    let hot =
      node.isOnLoop ? ", penwidth=2, fillcolor=\"\(Ink.loopNode.light)\"" : ""
    let label = NodeName.lines(node.party.name).map { Slug.dot($0) }.joined(separator: "\\n")
    return "  \"\(node.id)\" [id=\"\(node.id)\", label=\"\(label)\"\(hot)];\n"
  }

  private func edge(_ edge: Scene.Edge, _ scene: Scene, _ isCrowded: Bool) -> String {
    let label = edge.label.map { Slug.dot($0) }.joined(separator: "\\n")
    let quiet = scene.isQuiet(edge)
    var text = "  \"party-\(Slug.slug(edge.tail))\" -> \"party-\(Slug.slug(edge.head))\""
    text += " [id=\"\(edge.id)\", \(isCrowded ? "xlabel" : "label")=\"\(label)\","
    text += " color=\"\(edge.style.ink.light)\(quiet ? "99" : "")\","
    text +=
      " fontcolor=\"\((quiet ? Ink.quiet : Ink.ink).light)\", style=\(edge.style.line.rawValue),"
    text += " arrowhead=\(edge.style.arrow.rawValue),"
    text += " arrowsize=\(Figures.coordinate(edge.style.arrowSize)),"
    return text + " penwidth=\(Figures.coordinate(edge.style.width))];\n"
  }
}

/// How the name of a party is broken into lines.
enum NodeName {
  /// Lines of about 18 columns; Han characters take two.
  static func lines(_ name: String, ems: Double = 10.5, limit: Int = 80) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in Slug.cleaned(name, limit: limit).split(separator: " ") {
      if !line.isEmpty, TextWidth.ems(line) + TextWidth.ems(String(word)) > ems {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line.isEmpty ? "?" : line])
  }
}

/// How wide texts are, roughly, where Graphviz doesn't tell.
enum TextWidth {
  static func ems(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (scalar.value >= 0x2E80 || (0x2460...0x24FF).contains(scalar.value) ? 1 : 0.58)
    }
  }
}
