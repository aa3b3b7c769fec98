/// Writes a drawing as the background of an empty graph, for Graphviz to turn into PNG or PDF.
struct XDOTWriter {
  let drawing: Drawing

  func dot(dotsPerInch: Double) -> String {
    var text = "digraph \"deals\" {\n  graph [bgcolor=\"#FFFFFF\", pad=0,"
    text += " dpi=\(Figures.coordinate(dotsPerInch)), _background=\""
    for mark in drawing.groups.flatMap(\.marks) { text += self.mark(mark) }
    text += "\"];\n  node [style=invis, shape=point, width=0, height=0, label=\"\"];\n"
    text += "  \"a\" [pos=\"0,0\"];\n"
    text += "  \"b\" [pos=\"\(number(drawing.width)),\(number(drawing.height))\"];\n}\n"
    return text
  }

  private func mark(_ mark: Drawing.Mark) -> String {
    var text = ""
    if case .text = mark.shape {
    } else {
      let style = mark.line.rawValue
      text += "S \(style.utf8.count) -\(style) "
      let width = "setlinewidth(\(number(mark.stroke == nil ? 0 : mark.width)))"
      text += "S \(width.utf8.count) -\(width) "
    }
    // A shape without an outline is drawn round in the colour of its inside.
    if let pen = mark.stroke ?? mark.fill { text += color("c", pen, mark.opacity) }
    if let fill = mark.fill { text += color("C", fill, mark.opacity) }
    let isFilled = mark.fill != nil
    switch mark.shape {
    case .curve(let points): text += "B \(points.count)" + pairs(points)
    case .polygon(let points): text += "\(isFilled ? "P" : "p") \(points.count)" + pairs(points)
    case .box(let left, let top, let width, let height, let radius):
      let points = Self.corners(left, top, width, height, radius)
      text += "\(isFilled ? "P" : "p") \(points.count)" + pairs(points)
    case .circle(let center, let radius):
      text += "E" + pairs([center]) + "\(number(radius)) \(number(radius)) "
    case .text(let words, let point, let size, let isBold, let isCentered):
      let font = DOTWriter.font + (isBold ? " Bold" : "")
      text += "F \(number(size)) \(font.utf8.count) -\(font) "
      let width = TextWidth.ems(words) * size
      // The renderers set text a little above its base line.
      text +=
        "T" + pairs([Layout.Point(x: point.x, y: point.y + size * 0.1)])
        + "\(isCentered ? 0 : -1) \(number(width)) "
      text += "\(words.utf8.count) -\(Self.quoted(words)) "
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      // A backslash before a quote would end the string in DOT, whatever stands before it.
      switch scalar {
      case "\\": result += "/"
      case "\"": result += "'"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The outline of a box with round corners.
  private static func corners(
    _ left: Double, _ top: Double, _ width: Double, _ height: Double, _ radius: Double
  ) -> [Layout.Point] {
    let turns = [(1.0, 0.0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924), (0.0, 1.0)]
    let (right, bottom) = (left + width - radius, top + height - radius)
    func corner(_ x: Double, _ y: Double, _ sx: Double, _ sy: Double, _ isBack: Bool)
      -> [Layout.Point]
    {
      (isBack ? turns.reversed() : turns).map {
        Layout.Point(x: x + sx * $0.0 * radius, y: y + sy * $0.1 * radius)
      }
    }
    return corner(right, bottom, 1, 1, false) + corner(left + radius, bottom, -1, 1, true)
      + corner(left + radius, top + radius, -1, -1, false)
      + corner(right, top + radius, 1, -1, true)
  }

  private func color(_ operation: String, _ ink: Ink, _ opacity: Double) -> String {
    let alpha = String(Int((opacity * 255).rounded()), radix: 16, uppercase: true)
    let color = ink.light + (opacity < 1 ? alpha : "")
    return "\(operation) \(color.utf8.count) -\(color) "
  }

  private func pairs(_ points: [Layout.Point]) -> String {
    points.map { " \(number($0.x)) \(number(drawing.height - $0.y))" }.joined() + " "
  }

  private func number(_ value: Double) -> String {
    Figures.plain((value * 100).rounded() / 100)
  }
}
