import DealModel

/// Writes a scene as DOT, the language of Graphviz.
///
/// Attributes that name fonts, colours and shapes are constants: nothing that an article says reaches
/// them. Names of parties are split into lines here, so that the layout and the drawing agree.
struct DOTWriter {
  /// What the DOT is for.
  enum Purpose {
    /// To be laid out here: it says how large things are, and holds no text.
    case layout
    /// To be drawn elsewhere: it holds all texts, the title and the key among them.
    case sharing
  }

  let purpose: Purpose
  static let font = "Helvetica,Arial,Noto Sans CJK SC,sans-serif"
  static let nodeSize = 13.0
  static let labelSize = 10.5
  static let clusterSize = 11.0

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
        text += "  graph [label=\(clusterLabel(name)), style=rounded, margin=14,"
        text += " color=\"\(Ink.box.light)\"];\n" + lines + "  }\n"
      }
    }
    for edge in scene.edges { text += self.edge(edge, scene) }
    return text + "}\n"
  }

  private func graphAttributes(_ scene: Scene) -> String {
    var parts = [
      "rankdir=\(scene.options.flowsDown ? "TB" : "LR")", "bgcolor=\"white\"",
      "nodesep=0.32", "outputorder=edgesfirst", "fontname=\"\(Self.font)\"", "forcelabels=true",
    ]
    let hasRoom = purpose == .sharing || scene.reservesLabels
    switch scene.engine {
    case "dot":
      let apart = hasRoom ? (scene.options.flowsDown ? "0.5" : "0.55") : "1.1"
      parts += ["splines=true", "ranksep=\(apart)"]
    case "circo": parts += [curves(scene), "overlap=scale", "mindist=0.7"]
    case "twopi": parts += [curves(scene), "overlap=scale", "ranksep=1.7"]
    default: parts += [curves(scene), "overlap=prism", "sep=\"+18\"", "K=1.3", "len=2.2"]
    }
    if scene.isCrowded {
      parts += ["nslimit=0.2", "nslimit1=0.2", "mclimit=0.2"]
    }
    if purpose == .sharing {
      let lines = [scene.title] + Legend.lines(scene)
      parts += ["labelloc=t", "labeljust=l", "fontsize=14"]
      parts.append("label=\"" + lines.map { Slug.dot($0) + "\\l" }.joined() + "\"")
    }
    return "  graph [" + parts.joined(separator: ", ") + "];\n"
  }

  /// Ways round the parties; straight ones where there are so many that finding ways takes minutes.
  private func curves(_ scene: Scene) -> String {
    scene.isCrowded ? "splines=line" : "splines=true"
  }

  private func clusterLabel(_ name: String) -> String {
    guard purpose == .layout else { return "\"\(Slug.dot(name, limit: 60))\"" }
    let name = Slug.cleaned(name, limit: 60)
    return Self.blank(TextWidth.box([name], size: Self.clusterSize, isBold: true))
  }

  private func node(_ node: Scene.Node) -> String {
    let lines = NodeName.lines(node.party.name)
    let hot =
      node.isOnLoop ? ", penwidth=2, fillcolor=\"\(Ink.loopNode.light)\"" : ""
    guard purpose == .layout else {
      let label = lines.map { Slug.dot($0) }.joined(separator: "\\n")
      return "  \"\(node.id)\" [id=\"\(node.id)\", label=\"\(label)\"\(hot)];\n"
    }
    let text = TextWidth.box(lines, size: Self.nodeSize, isBold: node.isOnLoop)
    let width = Figures.coordinate(max(54, text.width + 23) / 72)
    let height = Figures.coordinate(max(30, text.height + 13) / 72)
    return "  \"\(node.id)\" [id=\"\(node.id)\", label=\"\", fixedsize=true, width=\(width),"
      + " height=\(height)\(hot)];\n"
  }

  /// The label of an arrow, or the room for it where the layout keeps some free.
  private func label(_ edge: Scene.Edge, _ scene: Scene) -> String {
    guard purpose == .layout else {
      let text = edge.label.map { Slug.dot($0) }.joined(separator: "\\n")
      return "\(scene.isCrowded ? "xlabel" : "label")=\"\(text)\", "
    }
    guard scene.reservesLabels else { return "" }
    let text = TextWidth.box(edge.label, size: Self.labelSize, isBold: !scene.isQuiet(edge))
    return "label=\(Self.blank((text.width + 14, text.height + 6))), "
  }

  /// A label without text of a size in points: an empty table, in the only markup Graphviz has.
  private static func blank(_ size: (width: Double, height: Double)) -> String {
    let (width, height) = (Int(size.width.rounded(.up)), Int(size.height.rounded(.up)))
    return
      "<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\" fixedsize=\"true\""
      + " width=\"\(width)\" height=\"\(height)\"><tr><td></td></tr></table>>"
  }

  private func edge(_ edge: Scene.Edge, _ scene: Scene) -> String {
    let quiet = scene.isQuiet(edge)
    var text = "  \"party-\(Slug.slug(edge.tail))\" -> \"party-\(Slug.slug(edge.head))\""
    text += " [id=\"\(edge.id)\", \(label(edge, scene))"
    text += "color=\"\(edge.style.ink.light)\(quiet ? "99" : "")\","
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
