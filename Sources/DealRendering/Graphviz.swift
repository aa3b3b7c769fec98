import CGraphviz
import Synchronization

/// The installed Graphviz, in process.
///
/// There is one context for drawing and one for layouts alone, both for the life of the process: a
/// context per render is a use after free in Graphviz 2.42.2. Build, layout, rendering and freeing
/// happen under one lock: two threads crash it.
public enum Graphviz {
  /// The layouts that give the same picture each time; fdp does not.
  ///
  /// Circo orders nodes by their addresses: the same in each new process, while in one that has drawn other
  /// graphs before, its picture may be another.
  public static let layouts = ["dot", "neato", "sfdp", "circo", "twopi"]

  /// The engine that keeps the positions it is given.
  static let drawing = "nop"

  /// The version of the library that is linked.
  public static var version: String {
    lock.withLock { _ in
      guard let context = unsafe drawingContext(), let text = unsafe gvcVersion(context) else {
        return "unknown"
      }
      return unsafe String(cString: text)
    }
  }

  private static let messages = Mutex("")
  private static let lock = Mutex(false)
  nonisolated(unsafe) private static var context: OpaquePointer?
  nonisolated(unsafe) private static var bareContext: OpaquePointer?
  nonisolated(unsafe) private static var bareEngines: Set<String> = []

  /// Lays DOT out and renders it.
  ///
  /// - Throws: ``RenderingError`` when Graphviz refuses the graph or lacks a plugin; its success codes
  ///   are not believed: its messages, the code and the length are all looked at.
  public static func render(
    dot: String, layout: String, format: String
  ) throws(RenderingError) -> [UInt8] {
    guard layouts.contains(layout) || layout == drawing else {
      throw RenderingError(code: .refused, message: "no layout is called \(layout)")
    }
    let result: Result<[UInt8], RenderingError> = lock.withLock { _ in
      locked(dot: dot, layout: layout, format: format)
    }
    var bytes = try result.get()
    if format == "pdf" { PDFDate.erase(in: &bytes) }
    return bytes
  }

  /// Lays DOT out and tells where everything is; the DOT says how large its texts are.
  static func layout(dot: String, layout: String) throws(RenderingError) -> Layout {
    let result: Result<Layout, RenderingError> = lock.withLock { _ in
      unsafe laidOut(dot: dot, layout: layout, in: layoutContext(layout)) { _, graph in
        unsafe .success(GraphvizGeometry.layout(of: graph))
      }
    }
    return try result.get()
  }

  private static func locked(
    dot: String, layout: String, format: String
  ) -> Result<[UInt8], RenderingError> {
    unsafe laidOut(dot: dot, layout: layout, in: drawingContext()) { context, graph in
      var data: UnsafeMutablePointer<CChar>?
      var length: UInt = 0
      let code = unsafe dealGraphvizRender(context, graph, format, &data, &length)
      defer { unsafe gvFreeRenderData(data) }
      guard code == 0, length > 0, let data = unsafe data else {
        return .failure(failure(.pluginMissing, "Graphviz cannot write \(format)"))
      }
      if dealGraphvizErrors() > 1 { return .failure(failure(.refused, "Graphviz failed")) }
      return unsafe .success(
        Array(UnsafeRawBufferPointer(start: data, count: Int(length)).bindMemory(to: UInt8.self)))
    }
  }

  /// The context with all plugins that are installed.
  private static func drawingContext() -> OpaquePointer? {
    if unsafe context == nil { unsafe context = dealGraphvizContext() }
    return unsafe context
  }

  /// A context that has the plugin of one layout and no fonts; that with all plugins where it has been
  /// made before, or where the plugin isn't found.
  private static func layoutContext(_ engine: String) -> OpaquePointer? {
    if let context = unsafe context { return unsafe context }
    if unsafe !bareEngines.contains(engine) {
      guard let table = unsafe GraphvizPlugin.table(of: engine) else {
        return unsafe drawingContext()
      }
      if unsafe bareContext == nil { unsafe bareContext = dealGraphvizBareContext() }
      guard let bare = unsafe bareContext else { return nil }
      unsafe dealGraphvizAdd(bare, table)
      unsafe bareEngines.formUnion(engine == "dot" ? ["dot"] : layouts.filter { $0 != "dot" })
    }
    return unsafe bareContext
  }

  private static func laidOut<Value>(
    dot: String, layout: String, in context: OpaquePointer?,
    _ body: (OpaquePointer, UnsafeMutablePointer<Agraph_t>) -> Result<Value, RenderingError>
  ) -> Result<Value, RenderingError> {
    messages.withLock { $0 = "" }
    unsafe dealGraphvizListen { piece in
      if let piece = unsafe piece {
        let text = unsafe String(cString: piece)
        Graphviz.messages.withLock { $0 += text }
      }
      return 0
    }
    dealGraphvizResetErrors()
    guard let context = unsafe context, let graph = unsafe dealGraphvizParse(dot) else {
      return .failure(failure(.refused, "the graph is no DOT"))
    }
    defer { unsafe agclose(graph) }
    dealGraphvizSeed()
    guard unsafe dealGraphvizLayout(context, graph, layout) == 0 else {
      return .failure(
        failure(
          .pluginMissing, "Graphviz has no layout \(layout); run libgvc6-config-update -c"))
    }
    // Freeing a layout that has boxes and labels within a rank is a double free in Graphviz 2.42.2;
    // such a layout is left to the end of the process.
    let hasClusters = unsafe dealGraphvizClusterCount(graph) > 0
    defer { if !hasClusters { unsafe gvFreeLayout(context, graph) } }
    return unsafe body(context, graph)
  }

  private static func failure(
    _ code: RenderingError.Code, _ summary: String
  ) -> RenderingError {
    let said = messages.withLock { $0 }.split(separator: "\n").joined(separator: "; ")
    return RenderingError(code: code, message: said.isEmpty ? summary : "\(summary) (\(said))")
  }
}

/// Reads what a layout has found.
private enum GraphvizGeometry {
  static func layout(of graph: UnsafeMutablePointer<Agraph_t>) -> Layout {
    var layout = Layout()
    layout.box = box(unsafe dealGraphvizBox(graph))
    let clusters = unsafe dealGraphvizClusterCount(graph)
    for index in 0..<clusters {
      guard let cluster = unsafe dealGraphvizCluster(graph, index),
        let name = unsafe dealGraphvizName(cluster)
      else { continue }
      layout.clusters[unsafe String(cString: name)] = box(unsafe dealGraphvizBox(cluster))
    }
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      if let id = unsafe dealGraphvizNodeID(current) {
        layout.nodes[unsafe String(cString: id)] = box(unsafe dealGraphvizNodeBox(current))
      }
      var edge = unsafe agfstout(graph, current)
      while let way = unsafe edge {
        if let id = unsafe dealGraphvizEdgeID(way) {
          layout.edges[unsafe String(cString: id)] = unsafe curve(way)
        }
        unsafe edge = unsafe agnxtout(graph, way)
      }
      unsafe node = unsafe agnxtnode(graph, current)
    }
    return layout
  }

  private static func curve(_ edge: UnsafeMutablePointer<Agedge_t>) -> Layout.Curve {
    let count = unsafe dealGraphvizPointCount(edge)
    let points = (0..<count).map { index in
      let point = unsafe dealGraphvizPoint(edge, index)
      return Layout.Point(x: point.x, y: point.y)
    }
    var tip: Layout.Point?
    if unsafe dealGraphvizHasTip(edge) != 0 {
      let point = unsafe dealGraphvizTip(edge)
      tip = Layout.Point(x: point.x, y: point.y)
    }
    let label = box(unsafe dealGraphvizLabelBox(edge))
    return Layout.Curve(points: points, tip: tip, label: label.width > 0 ? label : nil)
  }

  private static func box(_ box: DealBox) -> Layout.Box {
    Layout.Box(left: box.left, bottom: box.bottom, right: box.right, top: box.top)
  }
}
