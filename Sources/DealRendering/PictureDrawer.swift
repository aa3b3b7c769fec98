import DealModel

/// Draws a scene where a layout has put it.
struct PictureDrawer {
  private let scene: Scene
  private let layout: Layout
  private let labels: [String: Layout.Point]
  /// How much wider than its line the glow of an arrow on a loop is.
  private static let glow = 7.0
  private let left: Double
  private let top: Double
  private let width: Double

  init(_ scene: Scene, _ layout: Layout) {
    var scene = scene
    let places = Self.labels(scene, layout)
    scene.unlabelled = scene.edges.count { !$0.label.isEmpty && places[$0.id] == nil }
    labels = places
    self.scene = scene
    self.layout = layout
    let hasLegend = scene.options.hasLegend
    width = max(layout.box.width + 40, hasLegend ? Legend.leastWidth : 0)
    left = (width - layout.box.width) / 2 - layout.box.left
    top = (hasLegend ? Legend.headHeight(scene, width: width) : 0) + 20
  }

  func drawing() -> Drawing {
    var drawing = Drawing()
    drawing.width = width
    drawing.height = top + layout.box.height + 20
    if scene.options.hasLegend { drawing.groups.append(Legend.head(scene, width: width)) }
    drawing.groups += clusterBoxes()
    drawing.groups += scene.edges.filter(scene.isQuiet).compactMap(edge)
    drawing.groups += scene.edges.filter { !scene.isQuiet($0) }.compactMap(edge)
    drawing.groups += clusterNames() + scene.nodes.compactMap(node)
    if scene.options.hasLegend {
      let (key, end) = Legend.key(scene, top: drawing.height, width: width)
      drawing.groups.append(key)
      drawing.height = end
    }
    return drawing
  }

  /// The middles of the labels; where the layout keeps no room for them, some have none.
  private static func labels(_ scene: Scene, _ layout: Layout) -> [String: Layout.Point] {
    var placer = LabelPlacer(layout, blocks: clusters(scene, layout).map(\.title))
    for isQuiet in [false, true] {
      for edge in scene.edges where scene.isQuiet(edge) == isQuiet && !edge.label.isEmpty {
        let text = text(edge, isBold: !isQuiet)
        let isMarked = !isQuiet && !edge.loops.isEmpty
        let line = edge.style.width + (isMarked ? glow : 0)
        placer.place(
          LabelPlacer.Label(
            id: edge.id, width: text.width, height: text.height, distance: 3 + line / 2),
          mustStand: isMarked || scene.reservesLabels)
      }
    }
    return placer.places
  }

  private static func text(
    _ edge: Scene.Edge, isBold: Bool
  ) -> (width: Double, height: Double) {
    TextWidth.box(edge.label, size: DOTWriter.labelSize, isBold: isBold)
  }

  private func point(_ point: Layout.Point) -> Layout.Point {
    Layout.Point(x: point.x + left, y: top + layout.box.top - point.y)
  }

  private func box(_ box: Layout.Box, radius: Double) -> Drawing.Shape {
    .box(
      left: box.left + left, top: top + layout.box.top - box.top, width: box.width,
      height: box.height, radius: radius)
  }

  private func clusterBoxes() -> [Drawing.Group] {
    Self.clusters(scene, layout).map { cluster in
      Drawing.Group(
        attributes: [("class", "cluster")],
        marks: [Drawing.Mark(shape: box(cluster.box, radius: 8), stroke: .box)])
    }
  }

  /// The names of the boxes, over the arrows that cross them.
  private func clusterNames() -> [Drawing.Group] {
    Self.clusters(scene, layout).map { cluster in
      let base = point(Layout.Point(x: cluster.title.left + 2, y: cluster.title.bottom + 4))
      return Drawing.Group(
        attributes: [("class", "cluster-name")],
        marks: [
          Drawing.Mark(shape: box(cluster.title, radius: 3), fill: .paper, opacity: 0.85),
          Legend.text(
            cluster.name, base.x, base.y, size: DOTWriter.clusterSize, isBold: true, ink: .quiet),
        ])
    }
  }

  /// The boxes with their names and the places of these, by name.
  private static func clusters(
    _ scene: Scene, _ layout: Layout
  ) -> [(name: String, box: Layout.Box, title: Layout.Box)] {
    let names = Set(scene.nodes.map { $0.cluster ?? "" }).sorted()
    return names.enumerated().compactMap { number, name in
      guard !name.isEmpty, let box = layout.clusters["cluster_\(number)"] else { return nil }
      let name = Slug.cleaned(name, limit: 60)
      let width = TextWidth.ems(name, isBold: true) * DOTWriter.clusterSize + 4
      let title = Layout.Box(
        left: box.left + 8, bottom: box.top - 19, right: box.left + 8 + width, top: box.top - 4)
      return (name, box, title)
    }
  }

  private func node(_ node: Scene.Node) -> Drawing.Group? {
    guard let box = layout.nodes[node.id] else { return nil }
    let kind = Slug.slug(node.party.kind ?? "unknown")
    let names = [node.party.name] + node.party.aliases.filter { $0 != node.party.name }
    let name = Slug.cleaned(names.joined(separator: " · "))
    var group = Drawing.Group(
      attributes: [
        ("id", node.id), ("class", "node party kind-\(kind)\(node.isOnLoop ? " on-loop" : "")"),
        ("data-party", Slug.cleaned(node.party.id, limit: 400)), ("role", "img"),
        ("aria-label", Slug.cleaned(node.party.name)), ("tabindex", "0"),
      ], title: name)
    group.marks.append(
      Drawing.Mark(
        shape: self.box(box, radius: 8), stroke: node.isOnLoop ? .ink : .outline,
        fill: node.isOnLoop ? .loopNode : .node, width: node.isOnLoop ? 1.6 : 1))
    group.marks += lines(
      NodeName.lines(node.party.name), box.center, size: DOTWriter.nodeSize, isBold: node.isOnLoop,
      ink: .ink)
    return group
  }

  private func lines(
    _ lines: [String], _ center: Layout.Point, size: Double, isBold: Bool, boldRows: Int = .max,
    ink: Ink
  ) -> [Drawing.Mark] {
    let center = point(center)
    let first = center.y - Double(lines.count - 1) * size * 0.6 + size * 0.35
    return lines.enumerated().map { row, line in
      Drawing.Mark(
        shape: .text(
          line, at: Layout.Point(x: center.x, y: first + Double(row) * size * 1.2), size: size,
          isBold: isBold && row < boldRows, isCentered: true), fill: ink)
    }
  }

  private func edge(_ edge: Scene.Edge) -> Drawing.Group? {
    guard let curve = layout.edges[edge.id], curve.points.count >= 4 else { return nil }
    let quiet = scene.isQuiet(edge)
    let isMarked = !quiet && !edge.loops.isEmpty
    let points = curve.points.map(point)
    var group = Drawing.Group(
      attributes: attributes(edge, quiet), title: edge.sentence, link: edge.link)
    if isMarked {
      group.marks.append(
        Drawing.Mark(
          shape: .curve(points), stroke: .loop, width: edge.style.width + Self.glow, opacity: 0.45))
    }
    let opacity = !quiet ? 1 : edge.style.line == .dotted ? 0.85 : 0.6
    group.marks += ArrowShapes.line(points, edge.style, opacity: opacity)
    if let tip = curve.tip, let base = points.last {
      group.marks += ArrowShapes.head(edge.style, from: base, to: point(tip), opacity: opacity)
    }
    if let center = labels[edge.id] {
      let size = Self.text(edge, isBold: !quiet)
      let paper = Layout.Box(
        left: center.x - size.width / 2 - 1, bottom: center.y - size.height / 2,
        right: center.x + size.width / 2 + 1, top: center.y + size.height / 2)
      group.marks.append(
        Drawing.Mark(shape: box(paper, radius: 3), fill: .paper, opacity: 0.85))
      group.marks += lines(
        edge.label, center, size: DOTWriter.labelSize, isBold: isMarked, boldRows: 1,
        ink: quiet ? .quiet : .ink)
    }
    group.title = Slug.cleaned(edge.sentence, limit: 400)
    return group
  }

  private func attributes(_ edge: Scene.Edge, _ quiet: Bool) -> [(String, String)] {
    let loops = edge.loops.isEmpty ? [] : ["loop"] + edge.loops.map { "loop-\($0)" }
    let classes =
      [
        "edge", "deal", "kind-\(Slug.slug(edge.kind?.rawValue ?? "mixed"))",
        "status-\(Slug.slug(edge.status.rawValue))", edge.isGoods ? "leg-goods" : "leg-money",
      ] + loops + (quiet ? ["quiet"] : [])
    return [
      ("id", edge.id), ("class", classes.joined(separator: " ")),
      ("data-deals", edge.deals.map { Slug.percentEncoded($0.key) }.joined(separator: " ")),
      ("role", edge.link == nil || !scene.options.hasLinks ? "img" : "link"),
      ("aria-label", Slug.cleaned(edge.sentence, limit: 400)), ("tabindex", "0"),
    ]
  }
}
