/// Where a layout has put parties, deals and boxes, in points; y grows upwards.
struct Layout: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    var x: Double
    var y: Double
  }

  struct Box: Sendable, Hashable {
    var left = 0.0
    var bottom = 0.0
    var right = 0.0
    var top = 0.0

    var width: Double { right - left }
    var height: Double { top - bottom }
    var center: Point { Point(x: (left + right) / 2, y: (bottom + top) / 2) }
  }

  /// The way of an edge: a Bézier curve, the tip of its arrow, and its label.
  struct Curve: Sendable, Hashable {
    var points: [Point]
    var tip: Point?
    var label: Box?
  }

  var box = Box()
  var nodes: [String: Box] = [:]
  var edges: [String: Curve] = [:]
  var clusters: [String: Box] = [:]
}

/// The form in which a worker hands a layout to its caller: one line a thing, numbers exact.
extension Layout {
  var text: String {
    var lines = ["box " + Self.words(box)]
    for (id, box) in nodes.sorted(by: { $0.key < $1.key }) {
      lines.append("node \(id) " + Self.words(box))
    }
    for (id, box) in clusters.sorted(by: { $0.key < $1.key }) {
      lines.append("cluster \(id) " + Self.words(box))
    }
    for (id, curve) in edges.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "edge \(id) \(curve.tip == nil ? 0 : 1) " + Self.words(curve.label ?? Box()) + " "
          + (curve.points + [curve.tip].compactMap { $0 }).map { "\($0.x) \($0.y)" }
          .joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what `text` wrote; nil when it is anything else.
  init?(text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let skipped = words[0] == "box" ? 1 : 2
      let numbers = words.dropFirst(skipped).compactMap { Double($0) }
      guard numbers.count == words.count - skipped, numbers.count >= 4 else { return nil }
      switch words[0] {
      case "box": box = Self.box(numbers[...])
      case "node": nodes[String(words[1])] = Self.box(numbers[...])
      case "cluster": clusters[String(words[1])] = Self.box(numbers[...])
      case "edge":
        guard numbers.count >= 5 else { return nil }
        edges[String(words[1])] = Self.curve(numbers)
      default: return nil
      }
    }
    guard box.width >= 0, !text.isEmpty else { return nil }
  }

  private static func curve(_ numbers: [Double]) -> Curve {
    let label = box(numbers[1...])
    var points: [Point] = []
    var index = 5
    while index + 1 < numbers.count {
      points.append(Point(x: numbers[index], y: numbers[index + 1]))
      index += 2
    }
    let tip = numbers[0] == 1 ? points.popLast() : nil
    return Curve(points: points, tip: tip, label: label.width > 0 ? label : nil)
  }

  private static func box(_ numbers: ArraySlice<Double>) -> Box {
    let four = Array(numbers.prefix(4))
    return Box(left: four[0], bottom: four[1], right: four[2], top: four[3])
  }

  private static func words(_ box: Box) -> String {
    "\(box.left) \(box.bottom) \(box.right) \(box.top)"
  }
}
