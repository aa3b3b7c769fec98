import DealModel

/// Lines of comma-separated values (RFC 4180, lines end in a line feed).
struct CSVTable {
  private(set) var bytes: [UInt8] = []

  /// Begins a table with the names of its columns.
  init(_ columns: [String]) { add(columns) }

  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      if needsQuotes { bytes.append(0x22) }
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      if needsQuotes { bytes.append(0x22) }
    }
    bytes.append(0x0A)
  }

  /// A number as JSON writes it; an unknown one is empty.
  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    if let whole = Int64(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
    return value.description
  }
}
