import DealModel
import Testing

@testable import DealRendering

private typealias Box = Layout.Box
private typealias Point = Layout.Point

/// Two parties 300 points apart, an arrow between them, and what else is in the way.
private func layout(blocks: [Box] = []) -> Layout {
  var layout = Layout()
  layout.box = Box(left: -60, bottom: -200, right: 360, top: 200)
  layout.nodes = [
    "a": Box(left: -60, bottom: -15, right: 0, top: 15),
    "b": Box(left: 300, bottom: -15, right: 360, top: 15),
  ]
  for (number, block) in blocks.enumerated() { layout.nodes["block \(number)"] = block }
  layout.edges["e"] = Layout.Curve(
    points: [Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 200, y: 0), Point(x: 290, y: 0)],
    tip: Point(x: 300, y: 0), label: nil)
  return layout
}

private let label = LabelPlacer.Label(id: "e", width: 60, height: 26, distance: 5)

private func box(_ center: Point) -> Box {
  Box(left: center.x - 30, bottom: center.y - 13, right: center.x + 30, top: center.y + 13)
}

private func overlap(_ one: Box, _ other: Box) -> Bool {
  one.left < other.right && other.left < one.right && one.bottom < other.top
    && other.bottom < one.top
}

@Test func aLabelLiesBesideTheMiddleOfItsArrow() throws {
  var placer = LabelPlacer(layout())
  placer.place(label, mustStand: false)
  let place = try #require(placer.places["e"])
  #expect(abs(place.x - 150) < 12)
  #expect(abs(place.y) == 18)
}

@Test func aLabelLeavesPartiesAlone() throws {
  let blocks = [Box(left: 90, bottom: 4, right: 360, top: 60)]
  var placer = LabelPlacer(layout(blocks: blocks))
  placer.place(label, mustStand: false)
  let place = try #require(placer.places["e"])
  #expect(!blocks.contains { overlap($0, box(place)) })
}

@Test func aLabelWithoutRoomIsLeftOutUnlessItMustStand() {
  let blocks = [Box(left: -60, bottom: -80, right: 360, top: 80)]
  var placer = LabelPlacer(layout(blocks: blocks))
  placer.place(label, mustStand: false)
  #expect(placer.places.isEmpty)
  placer.place(label, mustStand: true)
  #expect(placer.places.count == 1)
}

@Test func aSecondLabelKeepsOffTheFirst() throws {
  var crossing = layout()
  crossing.edges["f"] = Layout.Curve(
    points: [Point(x: 150, y: -90), Point(x: 150, y: -30), Point(x: 150, y: 30)] + [
      Point(x: 150, y: 90)
    ], tip: nil, label: nil)
  var placer = LabelPlacer(crossing)
  placer.place(label, mustStand: false)
  placer.place(LabelPlacer.Label(id: "f", width: 60, height: 26, distance: 5), mustStand: false)
  let (first, second) = (try #require(placer.places["e"]), try #require(placer.places["f"]))
  #expect(!overlap(box(first), box(second)))
}

@Test func theIndexOfCurvesFindsWhatASearchOfAllPointsFinds() {
  var state: UInt64 = 3
  func next(_ bound: Int) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int(state >> 33) % bound)
  }
  var index = CurveIndex()
  for number in 0..<30 {
    let points = (0..<4).map { _ in Point(x: next(600) - 100, y: next(400) - 100) }
    index.add(Layout.Curve(points: points, tip: nil, label: nil), "\(number)")
  }
  for round in 0..<200 {
    let (left, bottom) = (next(600) - 100, next(400) - 100)
    let box = Box(left: left, bottom: bottom, right: left + 70, top: bottom + 26)
    let met = index.points.filter { _, track in
      track.contains {
        $0.x > box.left - 3 && $0.x < box.right + 3 && $0.y > box.bottom - 3 && $0.y < box.top + 3
      }
    }
    let id = "\(round % 30)"
    let isOwn = met[id] != nil
    #expect(index.met(in: box, by: id) == (isOwn, met.count - (isOwn ? 1 : 0)))
  }
}

@Test(
  arguments: [
    ("", 0.0), ("i", 0.28), ("W", 0.99), ("輝達", 2), ("①", 1), ("e\u{301}", 0.62), ("😀", 1.3),
  ])
func widthsAreThoseOfTheFont(text: String, ems: Double) {
  #expect(abs(TextWidth.ems(text) - ems) < 0.001)
  #expect(abs(TextWidth.ems(text, isBold: true) - ems * 1.1) < 0.001)
}
