#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Puts the labels of arrows close to their arrows, clear of parties, of one another and of other arrows.
///
/// Greedy: the labels come in the order of the arrows, those on loops first; each takes the cheapest of
/// some forty places beside and on its arrow, or the one that the layout has kept free.
///
/// - Complexity: O(*l* · *k*) for *l* labels and the *k* pieces of arrows near one.
struct LabelPlacer {
  typealias Point = Layout.Point
  typealias Box = Layout.Box

  struct Label {
    var id: String
    var width: Double
    var height: Double
    /// How far the middle of the arrow's line stays from the label.
    var distance: Double
  }

  private let layout: Layout
  private var taken: [Box]
  private var tracks = CurveIndex()
  /// The middles of the labels that have a place.
  private(set) var places: [String: Point] = [:]

  /// Makes a placer; labels keep off the parties of the layout and off `blocks`.
  init(_ layout: Layout, blocks: [Box] = []) {
    self.layout = layout
    taken = layout.nodes.sorted { $0.key < $1.key }.map(\.value) + blocks
    for (id, curve) in layout.edges.sorted(by: { $0.key < $1.key }) { tracks.add(curve, id) }
  }

  /// Places a label; unless it `mustStand`, one that would cover a party or a label has no place.
  mutating func place(_ label: Label, mustStand: Bool) {
    guard let curve = layout.edges[label.id], let track = tracks.points[label.id] else { return }
    var best: (cost: Double, box: Box)?
    for (center, penalty) in candidates(label, curve, track) where penalty < best?.cost ?? .infinity
    {
      let box = Self.box(center, label)
      let cost = penalty + self.cost(box, label.id, below: (best?.cost ?? .infinity) - penalty)
      if cost < best?.cost ?? .infinity { best = (cost, box) }
    }
    guard let best, mustStand || best.cost < Self.collision else { return }
    taken.append(best.box)
    places[label.id] = best.box.center
  }

  private static let collision = 500.0

  private static func box(_ center: Point, _ label: Label) -> Box {
    Box(
      left: center.x - label.width / 2, bottom: center.y - label.height / 2,
      right: center.x + label.width / 2, top: center.y + label.height / 2)
  }

  /// Places with what speaks against each: far from the middle of the arrow, far from the arrow.
  private func candidates(
    _ label: Label, _ curve: Layout.Curve, _ track: [Point]
  ) -> [(Point, Double)] {
    var result: [(Point, Double)] = []
    if let kept = curve.label?.center { result.append(beside(kept, label, track)) }
    guard track.count > 2 else { return result }
    for step in [10, 9, 11, 8, 12, 7, 13, 6, 14, 5, 15, 4, 16] {
      let index = min(max(1, track.count * step / 20), track.count - 2)
      let (before, point, after) = (track[index - 1], track[index], track[index + 1])
      let length = max(0.01, hypot(after.x - before.x, after.y - before.y))
      let (nx, ny) = ((before.y - after.y) / length, (after.x - before.x) / length)
      let reach = abs(nx) * label.width / 2 + abs(ny) * label.height / 2 + label.distance
      let off = Double(abs(step - 10)) * 1.5 + 4
      result.append((Point(x: point.x + nx * reach, y: point.y + ny * reach), off))
      result.append((Point(x: point.x - nx * reach, y: point.y - ny * reach), off))
      result.append((point, off + 4))
    }
    return result
  }

  /// The place that the layout has kept free, moved off the arrow where it touches it.
  private func beside(_ kept: Point, _ label: Label, _ track: [Point]) -> (Point, Double) {
    let box = Self.box(kept, label)
    let nearest = track.min { Self.gap(box, $0) < Self.gap(box, $1) }
    guard let nearest else { return (kept, 0) }
    let gap = Self.gap(box, nearest)
    guard gap < label.distance else { return (kept, (gap - label.distance) * 1.5) }
    let (dx, dy) = (kept.x - nearest.x, kept.y - nearest.y)
    let length = max(0.01, hypot(dx, dy))
    let move = (label.distance - gap) / length
    return (Point(x: kept.x + dx * move, y: kept.y + dy * move), 0)
  }

  /// What a box covers; may stop early once that is more than `limit`.
  private func cost(_ box: Box, _ id: String, below limit: Double) -> Double {
    var cost = 0.0
    let space = layout.box
    for excess in [
      space.left - box.left, box.right - space.right, space.bottom - box.bottom,
      box.top - space.top,
    ] where excess > 8 {
      cost += 60 + excess
    }
    for other in taken {
      let width = min(box.right, other.right) - max(box.left, other.left)
      let height = min(box.top, other.top) - max(box.bottom, other.bottom)
      if width > -2, height > -1 {
        cost += Self.collision + max(0, width) * max(0, height)
      } else if width > -5, height > -5 {
        cost += 6
      }
      if cost >= limit { return cost }
    }
    let (own, others) = tracks.met(in: box, by: id)
    return cost + (own ? 10 : 0) + Double(others) * 32
  }

  private static func gap(_ box: Box, _ point: Point) -> Double {
    hypot(
      max(box.left - point.x, 0, point.x - box.right),
      max(box.bottom - point.y, 0, point.y - box.top))
  }
}
