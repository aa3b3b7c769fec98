/// What the installed Graphviz can do, found out by trying.
public struct GraphvizStatus: Sendable {
  /// A layout or format, and what was said when it failed.
  public struct Item: Sendable {
    /// The name.
    public let name: String
    /// Why it does not work; nil when it does.
    public let fault: String?
  }

  /// The layouts.
  public let layouts: [Item]
  /// The formats.
  public let formats: [Item]
  /// Whether Chinese characters have a font: they are drawn otherwise than a character that has none.
  public let drawsChinese: Bool

  /// Tries every layout and format on a small graph.
  public init() {
    let sample = "digraph \"sample\" { \"a\" -> \"b\" }"
    layouts = Graphviz.layouts.map { Self.item($0, sample, layout: $0, format: "svg") }
    formats = ["svg", "png", "pdf"].map { Self.item($0, sample, layout: "dot", format: $0) }
    func drawing(_ text: String) -> [UInt8]? {
      try? Graphviz.render(
        dot: "digraph \"f\" { \"n\" [shape=plaintext, label=\"\(text)\"] }", layout: "dot",
        format: "png")
    }
    // Without a font two characters are the same box; with one they differ.
    drawsChinese = drawing("一") != nil && drawing("英") != drawing("伟")
  }

  private static func item(
    _ name: String, _ dot: String, layout: String, format: String
  ) -> Item {
    do throws(RenderingError) {
      _ = try Graphviz.render(dot: dot, layout: layout, format: format)
      return Item(name: name, fault: nil)
    } catch {
      return Item(name: name, fault: error.description)
    }
  }
}
