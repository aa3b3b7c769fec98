import DealModel

/// JSON Lines: one deal of the native JSON a line.
enum JSONLinesExport {
  static func write(_ graph: DealGraph, to sink: ByteSink) rethrows {
    var bytes: [UInt8] = []
    for deal in graph.deals {
      var writer = JSONWriter()
      writer.deal(deal)
      bytes += writer.bytes
      bytes.append(0x0A)
      guard bytes.count >= ExportFormat.pieceSize else { continue }
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try sink(bytes)
  }
}
