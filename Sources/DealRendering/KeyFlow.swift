/// Puts the entries of a key one after another, in as many rows as they need.
struct KeyFlow {
  /// A sample of an arrow and what it means; without a sample a line of text.
  struct Entry {
    var style: EdgeStyle?
    var text: String
  }

  private(set) var top: Double
  let width: Double
  let scale: Double
  private var left = 20.0
  private(set) var group = Drawing.Group(attributes: [("class", "key"), ("aria-hidden", "true")])

  init(top: Double, width: Double, scale: Double) {
    self.top = top
    self.width = width
    self.scale = scale
  }

  /// Adds entries that belong together; they begin a row unless they `mayFollow` and there is room for
  /// all of them.
  mutating func add(_ entries: [Entry], mayFollow: Bool = false) {
    let needed = entries.reduce(0) { $0 + width(of: $1) }
    if !mayFollow || left + needed > width - 10 { newRow() }
    for entry in entries { add(entry) }
  }

  private mutating func newRow() {
    if left > 20 { top += 19 * scale }
    left = 20
  }

  private func width(of entry: Entry) -> Double {
    (entry.style == nil ? 22 : 62) * scale + TextWidth.ems(entry.text) * 10.5 * scale
  }

  private mutating func add(_ entry: Entry) {
    let needed = width(of: entry)
    if left > 20, left + needed > width - 10 { newRow() }
    if let style = entry.style {
      let start = Layout.Point(x: left, y: top)
      let end = left + (style.arrow == .none ? 32 : 20) * scale
      let base = Layout.Point(x: end, y: top)
      let tip = Layout.Point(x: left + 32 * scale, y: top)
      group.marks += ArrowShapes.line([start, start, base, base], style)
      group.marks += ArrowShapes.head(style, from: base, to: tip)
    }
    let sample = entry.style == nil ? 0.0 : 40 * scale
    group.marks.append(
      Legend.text(
        entry.text, left + sample, top + 3.8 * scale, size: 10.5 * scale,
        ink: entry.style == nil ? .ink : .quiet))
    left += needed
  }
}
