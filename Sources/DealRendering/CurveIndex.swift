#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The points of curves in cells of a grid.
struct CurveIndex {
  private static let cell = 48.0
  private(set) var points: [String: [Layout.Point]] = [:]
  private var numbers: [String: Int] = [:]
  private var cells: [Cell: [(curve: Int, point: Layout.Point)]] = [:]

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// Adds points of a curve that are at most 7 points apart, its tip among them.
  mutating func add(_ curve: Layout.Curve, _ id: String) {
    var track: [Layout.Point] = []
    var start = 0
    while start + 3 < curve.points.count {
      track += Self.points(Array(curve.points[start...start + 3]))
      start += 3
    }
    if let last = curve.tip ?? curve.points.last { track.append(last) }
    let number = numbers.count
    numbers[id] = number
    points[id] = track
    for point in track { cells[Self.cell(point.x, point.y), default: []].append((number, point)) }
  }

  /// Whether the curve `id` meets a box, and how many others do.
  func met(in box: Layout.Box, by id: String) -> (own: Bool, others: Int) {
    let edge = 3.0
    let (low, high) = (
      Self.cell(box.left - edge, box.bottom - edge), Self.cell(box.right + edge, box.top + edge)
    )
    var met: [Int] = []
    for column in low.column...high.column {
      for row in low.row...high.row {
        for (curve, point) in cells[Cell(column: column, row: row)] ?? []
        where point.x > box.left - edge && point.x < box.right + edge
          && point.y > box.bottom - edge && point.y < box.top + edge && !met.contains(curve)
        {
          met.append(curve)
        }
      }
    }
    let isOwn = numbers[id].map(met.contains) ?? false
    return (isOwn, met.count - (isOwn ? 1 : 0))
  }

  private static func cell(_ x: Double, _ y: Double) -> Cell {
    Cell(column: Int((x / cell).rounded(.down)), row: Int((y / cell).rounded(.down)))
  }

  private static func points(_ piece: [Layout.Point]) -> [Layout.Point] {
    let length = (0..<3).reduce(0.0) { sum, index in
      sum + hypot(piece[index + 1].x - piece[index].x, piece[index + 1].y - piece[index].y)
    }
    let count = max(2, Int(length / 7) + 1)
    return (0..<count).map { step in
      let t = Double(step) / Double(count)
      let (a, b, c, d) = (
        (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t
      )
      return Layout.Point(
        x: a * piece[0].x + b * piece[1].x + c * piece[2].x + d * piece[3].x,
        y: a * piece[0].y + b * piece[1].y + c * piece[2].y + d * piece[3].y)
    }
  }
}
