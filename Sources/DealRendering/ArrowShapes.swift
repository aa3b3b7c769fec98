#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The shapes of an arrow.
enum ArrowShapes {
  typealias Point = Layout.Point

  static func line(
    _ points: [Point], _ style: EdgeStyle, opacity: Double = 1
  ) -> [Drawing.Mark] {
    guard points.count >= 4 else { return [] }
    return [
      Drawing.Mark(
        shape: .curve(points), stroke: style.ink, width: style.width, line: style.line,
        opacity: opacity)
    ]
  }

  /// The head between the end of the line and the tip.
  static func head(
    _ style: EdgeStyle, from base: Point, to tip: Point, opacity: Double = 1
  ) -> [Drawing.Mark] {
    let length = hypot(tip.x - base.x, tip.y - base.y)
    guard length > 0.01, style.arrow != .none else { return [] }
    let half = max(3.4 + style.width * 0.75, length * 0.32)
    func at(_ along: Double, _ across: Double) -> Point {
      let (dx, dy) = ((tip.x - base.x) / length, (tip.y - base.y) / length)
      return Point(
        x: base.x + dx * along - dy * across, y: base.y + dy * along + dx * across)
    }
    func polygon(_ points: [Point], isOpen: Bool = false) -> Drawing.Mark {
      Drawing.Mark(
        shape: .polygon(points), stroke: style.ink, fill: isOpen ? .paper : style.ink,
        width: isOpen ? 1.4 : 0.6, opacity: isOpen ? 1 : opacity)
    }
    func triangle(_ start: Double, _ end: Double, isOpen: Bool = false) -> Drawing.Mark {
      polygon([at(start, half), at(end, 0), at(start, -half)], isOpen: isOpen)
    }
    let diamond = [
      at(0, 0), at(length / 2, half * 0.8), at(length, 0), at(length / 2, -half * 0.8),
    ]
    switch style.arrow {
    case .double: return [triangle(0, length * 0.55), triangle(length * 0.45, length)]
    case .empty: return [triangle(0, length, isOpen: true)]
    case .vee:
      return [
        polygon([
          at(-length * 0.3, half), at(length, 0), at(-length * 0.3, -half), at(length * 0.2, 0),
        ])
      ]
    case .diamond: return [polygon(diamond)]
    case .openDiamond: return [polygon(diamond, isOpen: true)]
    case .tee:
      return [
        polygon([
          at(0, style.width / 2), at(length, style.width / 2), at(length, -style.width / 2),
          at(0, -style.width / 2),
        ]),
        polygon([at(0, half), at(3, half), at(3, -half), at(0, -half)]),
      ]
    case .openDot:
      return [
        Drawing.Mark(
          shape: .circle(at(length / 2, 0), radius: length / 2), stroke: style.ink, fill: .paper,
          width: 1.4)
      ]
    default: return [triangle(0, length)]
    }
  }
}
