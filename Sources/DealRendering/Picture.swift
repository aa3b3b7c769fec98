public import DealLoops
public import DealModel

/// A picture of deals: who pays whom, as DOT, SVG, PNG or PDF.
///
///     let svg = try Picture(graph: graph, loops: LoopSearch().loops(in: graph).loops).svg()
///
/// The same input gives the same bytes.
public struct Picture: Sendable {
  private let scene: Scene
  private let worker: Worker?

  /// The formats that ``render(_:)`` writes.
  public static let formats = ["dot", "svg", "png", "pdf"]

  /// The CSS of a picture's SVG, for a page that carries it itself.
  public static var styleSheet: String { SVGWriter.styleSheet }

  /// Makes a picture.
  ///
  /// - Parameters:
  ///   - graph: The deals.
  ///   - loops: The loops to be marked, ranked; the first are numbered.
  ///   - options: What is shown and how.
  ///   - worker: Who lays out what is not small; nil for this very process.
  public init(
    graph: DealGraph, loops: [Loop] = [], options: PictureOptions = PictureOptions(),
    worker: Worker? = nil
  ) {
    scene = Scene(graph, loops: loops, options: options)
    self.worker = worker
  }

  /// The DOT, with title and notes, for whoever draws it elsewhere.
  public func dot() -> String { DOTWriter(purpose: .sharing).dot(scene) }

  /// The SVG.
  ///
  /// - Throws: ``RenderingError`` when there is no layout in time, or Graphviz lacks one.
  public func svg() throws(RenderingError) -> String {
    let writer = SVGWriter(
      title: scene.title, description: Legend.lines(scene).joined(separator: " "),
      embedsStyle: scene.options.embedsStyle, hasLinks: scene.options.hasLinks)
    return writer.svg(try drawing())
  }

  /// The bytes of a format: `dot`, `svg`, `png` or `pdf`.
  ///
  /// - Throws: ``RenderingError`` when there is no layout in time, or Graphviz lacks a plugin.
  public func render(_ format: String) throws(RenderingError) -> [UInt8] {
    switch format {
    case "dot": return Array(dot().utf8)
    case "svg": return Array(try svg().utf8)
    default:
      let dots = format == "pdf" ? 72 : scene.options.dotsPerInch
      let dot = XDOTWriter(drawing: try drawing()).dot(dotsPerInch: dots)
      if let worker, !scene.isSmall {
        return try worker.render(dot: dot, layout: Graphviz.drawing, format: format)
      }
      return try Graphviz.render(dot: dot, layout: Graphviz.drawing, format: format)
    }
  }

  private func drawing() throws(RenderingError) -> Drawing {
    let drawn = try drawing(of: scene)
    guard let frame = scene.options.frame, scene.engine == "dot", scene.isSmall,
      frame.scale(of: drawn) < 0.9
    else { return drawn }
    var turned = scene
    turned.options.flowsDown.toggle()
    let other = try drawing(of: turned)
    return frame.scale(of: other) > frame.scale(of: drawn) ? other : drawn
  }

  private func drawing(of scene: Scene) throws(RenderingError) -> Drawing {
    let dot = DOTWriter(purpose: .layout).dot(scene)
    guard let worker, !scene.isSmall else {
      return PictureDrawer(scene, try Graphviz.layout(dot: dot, layout: scene.engine)).drawing()
    }
    let bytes = try worker.render(dot: dot, layout: scene.engine, format: Worker.layoutFormat)
    guard let layout = Layout(text: String(decoding: bytes, as: UTF8.self)) else {
      throw RenderingError(code: .workerDied, message: "the worker's answer is no layout")
    }
    return PictureDrawer(scene, layout).drawing()
  }
}
