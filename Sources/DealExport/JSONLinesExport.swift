import DealModel

/// JSON Lines: one deal of the native JSON a line.
enum JSONLinesExport {
  static func write(_ graph: DealGraph, to sink: ByteSink) rethrows {
    var writer = JSONWriter()
    // By index, since a deal that is iterated over is copied with all its references.
    for index in graph.deals.indices {
      writer.deal(graph.deals[index])
      writer.endLine()
      if writer.count >= ByteBuffer.pieceSize { try writer.drain(to: sink) }
    }
    try writer.drain(to: sink)
  }
}
