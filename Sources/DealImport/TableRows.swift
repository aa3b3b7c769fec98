/// The rows of a CSV (RFC 4180) or TSV text, with the lines they begin on.
struct TableRows {
  private(set) var rows: [(line: Int, cells: [String])] = []

  /// Splits `bytes`; tabs part the cells if the first line holds one.
  ///
  /// - Throws: ``ImportError`` when a quoted cell does not end.
  init(_ bytes: [UInt8]) throws(ImportError) {
    let comma: UInt8 = bytes.prefix(while: { $0 != 0x0A }).contains(0x09) ? 0x09 : 0x2C
    var cell: [UInt8] = []
    var cells: [String] = []
    var (line, start, index) = (1, 1, 0)
    var isQuoted = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      switch byte {
      case 0x22 where isQuoted && index < bytes.count && bytes[index] == 0x22:
        cell.append(byte)
        index += 1
      case 0x22 where isQuoted || cell.isEmpty: isQuoted.toggle()
      case comma where !isQuoted:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case 0x0D where !isQuoted && index < bytes.count && bytes[index] == 0x0A: continue
      case 0x0A where !isQuoted:
        rows.append((start, cells + [String(decoding: cell, as: UTF8.self)]))
        (cells, cell, start) = ([], [], line)
      default: cell.append(byte)
      }
    }
    if isQuoted { throw ImportError(line: start, message: "a quoted cell does not end") }
    if !cell.isEmpty || !cells.isEmpty {
      rows.append((start, cells + [String(decoding: cell, as: UTF8.self)]))
    }
  }
}
