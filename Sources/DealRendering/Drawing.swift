/// A picture of shapes; y grows downwards, all lengths in points.
struct Drawing: Sendable {
  typealias Point = Layout.Point

  enum Shape: Sendable {
    case curve([Point])
    case polygon([Point])
    case box(left: Double, top: Double, width: Double, height: Double, radius: Double)
    case circle(Point, radius: Double)
    case text(String, at: Point, size: Double, isBold: Bool, isCentered: Bool)
  }

  struct Mark: Sendable {
    var shape: Shape
    var stroke: Ink?
    var fill: Ink?
    var width = 1.0
    var line = Line.solid
    var opacity = 1.0
  }

  struct Group: Sendable {
    var attributes: [(String, String)] = []
    var title: String?
    var link: String?
    var marks: [Mark] = []
  }

  var width = 0.0
  var height = 0.0
  var groups: [Group] = []
}
