import DealModel

/// Lines of comma-separated values (RFC 4180).
struct CSVText: ~Copyable {
  private var buffer = ByteBuffer(capacity: 2 * ByteBuffer.pieceSize)
  private var isFirst = true

  /// The lines that were not handed over.
  var bytes: [UInt8] { buffer.bytes }

  /// Writes a cell, with an apostrophe before what a spreadsheet would run as a formula.
  ///
  /// An apostrophe also goes before text that begins as a disarmed cell does, so that a reader can
  /// take exactly one away.
  mutating func cell(_ text: String, disarmed: Bool = true) {
    separate()
    unsafe ByteBuffer.withBytes(of: text) { utf8 in
      if unsafe disarmed && Self.isFormula(utf8) {
        unsafe quoted(utf8, mark: true)
      } else if unsafe Self.firstMark(utf8) < utf8.count {
        unsafe quoted(utf8, mark: false)
      } else {
        unsafe buffer.append(utf8)
      }
    }
  }

  /// Writes a cell, or leaves it empty.
  mutating func cell(_ text: String?, disarmed: Bool = true) {
    if let text { cell(text, disarmed: disarmed) } else { separate() }
  }

  /// Writes a number in its shortest form, or an empty cell.
  mutating func cell(_ number: Double?) {
    separate()
    if let number { buffer.append(number: number) }
  }

  /// Writes a whole number, or an empty cell.
  mutating func cell(_ number: Int?) {
    separate()
    if let number { buffer.append(number: Int64(number)) }
  }

  /// Writes a date with the parts that are known, or an empty cell.
  mutating func cell(_ date: PartialDate?) {
    separate()
    if let date { buffer.append(date) }
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

  /// Writes a cell within quotes, those of its text doubled.
  private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>, mark: Bool) {
    let needsQuotes = unsafe Self.firstMark(utf8) < utf8.count
    if needsQuotes { buffer.append(0x22) }
    if mark { buffer.append(0x27) }
    var start = 0
    while start < utf8.count {
      let end = unsafe ByteSearch.first(in: utf8, from: start) { word in
        ByteSearch.equal(word, 0x22)
      } byte: {
        $0 == 0x22
      }
      unsafe buffer.append(UnsafeBufferPointer(rebasing: utf8[start..<end]))
      if end < utf8.count { buffer.append("\"\"") }
      start = end + 1
    }
    if needsQuotes { buffer.append(0x22) }
  }

  /// Where the first byte stands that wants quotes around the cell.
  private static func firstMark(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe ByteSearch.first(in: utf8, from: 0) { word in
      ByteSearch.equal(word, 0x22) | ByteSearch.equal(word, 0x2C) | ByteSearch.equal(word, 0x0A)
        | ByteSearch.equal(word, 0x0D)
    } byte: {
      $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D
    }
  }

  private static func isFormula(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = unsafe utf8.first, start <= 0x40,
      let first = unsafe utf8.first(where: { $0 != 0x27 }),
      [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
    else { return false }
    return unsafe Double(String(decoding: utf8, as: UTF8.self)) == nil
  }
}
