extension JSONReader {
  /// Reads a finite number.
  public mutating func number() throws(ModelError) -> Double {
    skipSpace()
    let start = position
    if let number = shortNumber() { return number }
    let text = try numberText()
    guard let number = Double(text), number.isFinite else {
      position = start
      throw error(.contract, "the number \(text) is out of range")
    }
    return number
  }

  /// Reads a number of at most fifteen digits without an exponent, which is exact as a quotient of
  /// two whole numbers (Clinger, "How to read floating point numbers accurately", 1990); nil, and
  /// nothing read, where another follows.
  private mutating func shortNumber() -> Double? {
    var place = position
    let isNegative = place < bytes.count && bytes[place] == 0x2D
    if isNegative { place += 1 }
    let start = place
    var digits = 0
    while place < bytes.count, bytes[place] &- 0x30 < 10, place - start < 16 {
      digits = digits * 10 + Int(bytes[place] &- 0x30)
      place += 1
    }
    guard place > start, place - start < 16, bytes[start] != 0x30 || place - start == 1 else {
      return nil
    }
    var scale = 1
    if place < bytes.count, bytes[place] == 0x2E {
      let dot = place
      place += 1
      while place < bytes.count, bytes[place] &- 0x30 < 10, place - start < 17 {
        digits = digits * 10 + Int(bytes[place] &- 0x30)
        scale *= 10
        place += 1
      }
      guard place > dot + 1, place - start < 17 else { return nil }
    }
    if place < bytes.count, bytes[place] | 0x20 == 0x65 { return nil }
    position = place
    let number = Double(digits) / Double(scale)
    return isNegative ? -number : number
  }

  /// Reads a number as it is written.
  mutating func numberText() throws(ModelError) -> String {
    guard peek() != nil else { throw failure("a value") }
    let start = position
    func digits() -> Int {
      let first = position
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
      return position - first
    }
    func next(_ candidates: UInt8...) -> Bool {
      guard position < bytes.count, candidates.contains(bytes[position]) else { return false }
      position += 1
      return true
    }
    _ = next(0x2D)
    let leadsWithZero = position < bytes.count && bytes[position] == 0x30
    let whole = digits()
    guard whole > 0, !(leadsWithZero && whole > 1) else {
      position = start
      throw failure("a value")
    }
    if next(0x2E), digits() == 0 { throw failure("a digit") }
    if next(0x65, 0x45) {
      _ = next(0x2B, 0x2D)
      if digits() == 0 { throw failure("a digit") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
