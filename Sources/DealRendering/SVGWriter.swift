/// Writes a drawing as SVG.
///
/// Colours are presentation attributes, for viewers without CSS, and classes over which
/// ``styleSheet`` puts custom properties, for pages and for dark mode.
struct SVGWriter {
  var title: String
  var description: String
  var embedsStyle: Bool
  var hasLinks: Bool

  /// The style of a picture; a page may override the custom properties, whose names start with
  /// `--dg-`.
  static let styleSheet: String = {
    func properties(_ value: (Ink) -> String) -> String {
      Ink.all.map { "--dg-\($0.name):\(value($0))" }.joined(separator: ";")
    }
    var text = ":where(svg.dealgraph){\(properties { $0.light });background:var(--dg-paper)}\n"
    text += "@media (prefers-color-scheme:dark){:where(svg.dealgraph){"
    text += "\(properties { $0.dark })}}\n"
    for ink in Ink.all {
      text += ".dealgraph .f-\(ink.name){fill:var(--dg-\(ink.name))}"
      text += ".dealgraph .s-\(ink.name){stroke:var(--dg-\(ink.name))}\n"
    }
    return text
      + ".dealgraph .edge:hover .line,.dealgraph .edge:focus-visible .line{stroke-opacity:1}\n"
  }()

  func svg(_ drawing: Drawing) -> String {
    let (width, height) = (number(drawing.width), number(drawing.height))
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dealgraph\" width=\"\(width)\""
    text += " height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\""
    text += " aria-labelledby=\"dealgraph-title dealgraph-desc\""
    text += " font-family=\"Helvetica, Arial, 'Noto Sans', 'Noto Sans CJK SC', sans-serif\">\n"
    text += "<title id=\"dealgraph-title\">\(Slug.xml(Slug.cleaned(title)))</title>\n"
    text += "<desc id=\"dealgraph-desc\">\(Slug.xml(description))</desc>\n"
    if embedsStyle { text += "<style>\n\(Self.styleSheet)</style>\n" }
    text +=
      "<rect class=\"paper f-paper\" width=\"\(width)\" height=\"\(height)\" fill=\"#FFFFFF\"/>\n"
    for group in drawing.groups { text += self.group(group) }
    return text + "</svg>\n"
  }

  private func group(_ group: Drawing.Group) -> String {
    var text = "<g"
    for (name, value) in group.attributes { text += " \(name)=\"\(Slug.xml(value))\"" }
    text += ">\n"
    if let title = group.title { text += "<title>\(Slug.xml(title))</title>\n" }
    let link = hasLinks ? group.link : nil
    if let link {
      text += "<a href=\"\(Slug.xml(link))\" target=\"_blank\" rel=\"noopener\" tabindex=\"-1\">\n"
    }
    for mark in group.marks { text += self.mark(mark) }
    return text + (link == nil ? "" : "</a>\n") + "</g>\n"
  }

  private func mark(_ mark: Drawing.Mark) -> String {
    switch mark.shape {
    case .curve(let points):
      var way = "M" + pair(points[0]) + "C"
      way += points.dropFirst().map(pair).joined(separator: " ")
      return "<path\(paint(mark, mark.stroke == .loop ? "glow" : "line")) d=\"\(way)\"/>\n"
    case .polygon(let points):
      return
        "<polygon\(paint(mark, "tip")) points=\"\(points.map(pair).joined(separator: " "))\"/>\n"
    case .box(let left, let top, let width, let height, let radius):
      return "<rect\(paint(mark, "")) x=\"\(number(left))\" y=\"\(number(top))\""
        + " width=\"\(number(width))\" height=\"\(number(height))\" rx=\"\(number(radius))\"/>\n"
    case .circle(let center, let radius):
      return "<circle\(paint(mark, "tip")) cx=\"\(number(center.x))\" cy=\"\(number(center.y))\""
        + " r=\"\(number(radius))\"/>\n"
    case .text(let text, let point, let size, let isBold, let isCentered):
      return "<text\(paint(mark, "")) x=\"\(number(point.x))\" y=\"\(number(point.y))\""
        + " font-size=\"\(number(size))\"" + (isBold ? " font-weight=\"bold\"" : "")
        + (isCentered ? " text-anchor=\"middle\"" : "") + ">\(Slug.xml(text))</text>\n"
    }
  }

  private func paint(_ mark: Drawing.Mark, _ role: String) -> String {
    let classes = [
      role, mark.fill.map { "f-\($0.name)" } ?? "", mark.stroke.map { "s-\($0.name)" } ?? "",
    ].filter { !$0.isEmpty }
    var text = " class=\"\(classes.joined(separator: " "))\" fill=\"\(mark.fill?.light ?? "none")\""
    if let stroke = mark.stroke {
      text += " stroke=\"\(stroke.light)\""
      if mark.width != 1 { text += " stroke-width=\"\(number(mark.width))\"" }
      if mark.opacity < 1 { text += " stroke-opacity=\"\(number(mark.opacity))\"" }
    }
    if mark.fill != nil, mark.opacity < 1 { text += " fill-opacity=\"\(number(mark.opacity))\"" }
    switch mark.line {
    case .solid: break
    case .dashed:
      text += " stroke-dasharray=\"\(number(4 + 2 * mark.width)),\(number(3 + mark.width))\""
    case .dotted:
      // Dots of a thin line are drawn out, else they cannot be seen.
      text += " stroke-linecap=\"round\" stroke-dasharray=\"\(number(max(0.1, 2 - mark.width))),"
      text += "\(number(2.2 + 1.6 * mark.width))\""
    }
    return text
  }

  private func pair(_ point: Layout.Point) -> String { "\(number(point.x)),\(number(point.y))" }

  private func number(_ value: Double) -> String {
    Figures.plain((value * 10).rounded() / 10)
  }
}
