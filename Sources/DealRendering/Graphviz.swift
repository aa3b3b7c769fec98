import CGraphviz
import Synchronization

/// The installed Graphviz, in process.
///
/// There is one context for the life of the process: a context per render is a use after free in
/// Graphviz 2.42.2. Build, layout, rendering and freeing happen under one lock: two threads crash it.
public enum Graphviz {
  /// The layouts that give the same picture each time; fdp does not.
  public static let layouts = ["dot", "neato", "sfdp", "circo", "twopi"]

  /// The version of the library that is linked.
  public static var version: String {
    lock.withLock { _ in
      if unsafe context == nil { unsafe context = dealGraphvizContext() }
      guard let context = unsafe context, let text = unsafe gvcVersion(context) else {
        return "unknown"
      }
      return unsafe String(cString: text)
    }
  }

  private static let messages = Mutex("")
  private static let lock = Mutex(false)
  nonisolated(unsafe) private static var context: OpaquePointer?

  /// Lays DOT out and renders it.
  ///
  /// - Throws: ``RenderingError`` when Graphviz refuses the graph or lacks a plugin; its success codes
  ///   are not believed: its messages, the code and the length are all looked at.
  public static func render(
    dot: String, layout: String, format: String
  ) throws(RenderingError) -> [UInt8] {
    guard layouts.contains(layout) else {
      throw RenderingError(code: .refused, message: "no layout is called \(layout)")
    }
    let result: Result<[UInt8], RenderingError> = lock.withLock { _ in
      locked(dot: dot, layout: layout, format: format)
    }
    var bytes = try result.get()
    if format == "pdf" { PDFDate.erase(in: &bytes) }
    return bytes
  }

  private static func locked(
    dot: String, layout: String, format: String
  ) -> Result<[UInt8], RenderingError> {
    messages.withLock { $0 = "" }
    unsafe dealGraphvizListen { piece in
      if let piece = unsafe piece {
        let text = unsafe String(cString: piece)
        Graphviz.messages.withLock { $0 += text }
      }
      return 0
    }
    dealGraphvizResetErrors()
    if unsafe context == nil { unsafe context = dealGraphvizContext() }
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
    defer { unsafe gvFreeLayout(context, graph) }
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

  private static func failure(
    _ code: RenderingError.Code, _ summary: String
  ) -> RenderingError {
    let said = messages.withLock { $0 }.split(separator: "\n").joined(separator: "; ")
    return RenderingError(code: code, message: said.isEmpty ? summary : "\(summary) (\(said))")
  }
}

/// The moment of creation that a PDF carries, which would make every run differ.
enum PDFDate {
  /// Overwrites the digits after `/CreationDate (D:` with zeros.
  static func erase(in bytes: inout [UInt8]) {
    let mark = Array("/CreationDate (D:".utf8)
    var index = 0
    while index + mark.count < bytes.count {
      guard bytes[index] == 0x2F, bytes[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      index += mark.count
      while index < bytes.count, bytes[index] != 0x29 {
        if (0x30...0x39).contains(bytes[index]) { bytes[index] = 0x30 }
        index += 1
      }
    }
  }
}
