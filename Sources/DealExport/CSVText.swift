import DealModel

/// Lines of comma-separated values (RFC 4180).
struct CSVText: ~Copyable {
  private var buffer = PieceBuffer()
  private var isFirst = true

  /// The lines that were not handed over.
  var bytes: [UInt8] { buffer.bytes }

  /// Writes a cell, with an apostrophe before what a spreadsheet would run as a formula.
  ///
  /// An apostrophe also goes before text that begins as a disarmed cell does, so that a reader can
  /// take exactly one away.
  mutating func cell(_ text: String?, disarmed: Bool = true) {
    separate()
    guard var text else { return }
    text.withUTF8 { utf8 in
      let isFormula = unsafe disarmed && Self.isFormula(utf8)
      let quotes = unsafe Self.needsQuotes(utf8)
      guard isFormula || quotes else { return unsafe buffer.append(utf8) }
      if quotes { buffer.append(0x22) }
      if isFormula { buffer.append(0x27) }
      for index in utf8.indices {
        let byte = unsafe utf8[index]
        if byte == 0x22 { buffer.append(byte) }
        buffer.append(byte)
      }
      if quotes { buffer.append(0x22) }
    }
  }

  /// Writes a number in its shortest form, or an empty cell.
  mutating func cell(_ number: Double?) {
    separate()
    guard let number else { return }
    if let whole = Int64(exactly: number) { return buffer.append(whole) }
    var text = number.description
    text.withUTF8 { unsafe buffer.append($0) }
  }

  /// Writes a whole number, or an empty cell.
  mutating func cell(_ number: Int?) {
    separate()
    if let number { buffer.append(Int64(number)) }
  }

  /// Writes a date with the parts that are known, or an empty cell.
  mutating func cell(_ date: PartialDate?) {
    separate()
    guard let date else { return }
    buffer.append(Int64(date.year), width: 4)
    for part in [date.month, date.day] {
      guard let part else { return }
      buffer.append(0x2D)
      buffer.append(Int64(part), width: 2)
    }
  }

  /// Leaves a cell empty.
  mutating func emptyCell() { separate() }

  mutating func endLine(_ end: StaticString = "\r\n") {
    buffer.append(end)
    isFirst = true
  }

  /// Hands over what was written once it is `size` bytes or more.
  mutating func drain(from size: Int, to sink: ByteSink) rethrows {
    try buffer.drain(from: size, to: sink)
  }

  private mutating func separate() {
    if !isFirst { buffer.append(0x2C) }
    isFirst = false
  }

  private static func needsQuotes(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    for index in utf8.indices {
      let byte = unsafe utf8[index]
      found = (byte == 0x22) || (byte == 0x2C) || (byte == 0x0A) || (byte == 0x0D) || found
    }
    return found
  }

  private static func isFormula(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = unsafe utf8.first, start <= 0x40,
      let first = unsafe utf8.first(where: { $0 != 0x27 }),
      [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
    else { return false }
    return unsafe Double(String(decoding: utf8, as: UTF8.self)) == nil
  }
}
