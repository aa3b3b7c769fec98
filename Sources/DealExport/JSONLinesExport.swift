import DealModel

/// JSON Lines: one deal of the native JSON a line.
enum JSONLinesExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    for deal in graph.deals {
      var writer = JSONWriter()
      writer.deal(deal)
      bytes += writer.bytes
      bytes.append(0x0A)
    }
    return bytes
  }
}
