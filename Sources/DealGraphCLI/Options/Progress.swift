import DealReading

/// Counts what was read, on one line of a terminal.
struct Progress {
  private(set) var count = 0
  private let isShown: Bool

  init(isShown: Bool) { self.isShown = isShown && FileBytes.messagesAreOnTerminal }

  mutating func step() {
    count += 1
    if isShown, count % 20 == 0 { FileOutput.part("\r\(count) read") }
  }

  /// Clears the line.
  func clear() {
    if isShown, count >= 20 { FileOutput.part("\r\u{1B}[K") }
  }
}
