/// Bytes that come piece by piece: from a file, a child process or an entry of an archive.
final class ByteStream {
  /// The next piece, of any size; empty at the end.
  typealias Source = () throws(ReadingError) -> [UInt8]

  /// The name that errors give.
  let name: String
  /// The path where the bytes are those of a regular file.
  let file: String?
  /// How many bytes there are in all, where that is known.
  private let size: Int?
  /// How many bytes were taken so far.
  private(set) var offset = 0
  private let source: Source
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  init(name: String, file: String? = nil, size: Int? = nil, source: @escaping Source) {
    self.name = name
    self.file = file
    self.size = size
    self.source = source
  }

  /// A stream of bytes at hand.
  convenience init(name: String, bytes: [UInt8]) {
    var rest: [UInt8]? = bytes
    self.init(name: name) { () throws(ReadingError) in
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// The next bytes, up to `count`, without taking them.
  func peek(_ count: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fill() {}
    return buffer[start..<min(buffer.count, start + count)]
  }

  /// Takes up to `count` bytes.
  func take(_ count: Int) throws(ReadingError) -> [UInt8] {
    let bytes = Array(try peek(count))
    advance(bytes.count)
    return bytes
  }

  /// Takes the next piece, of any size; empty at the end.
  func piece() throws(ReadingError) -> [UInt8] {
    if start == buffer.count { _ = try fill() }
    let bytes = Array(buffer[start...])
    advance(bytes.count)
    return bytes
  }

  /// Takes all that is left.
  ///
  /// - Throws: ``ReadingError`` when it is more than `limit`.
  func all(limit: Int) throws(ReadingError) -> [UInt8] {
    if let size, size <= limit { buffer.reserveCapacity(size) }
    while try fill() {
      if buffer.count - start > limit { throw tooLarge(limit) }
    }
    if buffer.count - start > limit { throw tooLarge(limit) }
    let bytes = start == 0 ? buffer : Array(buffer[start...])
    advance(bytes.count)
    return bytes
  }

  /// Passes over `count` bytes; false where the stream ends before.
  func skip(_ count: Int) throws(ReadingError) -> Bool {
    var left = count
    while left > 0 {
      if start == buffer.count, try !fill() { return false }
      let step = min(left, buffer.count - start)
      advance(step)
      left -= step
    }
    return true
  }

  /// Passes over all that is left.
  func skipAll() throws(ReadingError) {
    repeat { advance(buffer.count - start) } while try fill()
  }

  /// Takes a line without its end (LF or CR LF); nil at the end of the stream.
  ///
  /// - Throws: ``ReadingError`` when the line is longer than `limit`.
  func line(limit: Int) throws(ReadingError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let isPair = end > start && buffer[end - 1] == 0x0D
        let line = Array(buffer[start..<(isPair ? end - 1 : end)])
        advance(end + 1 - start)
        return line
      }
      let seen = buffer.count - start
      if seen > limit { throw tooLarge(limit) }
      guard try fill() else {
        if seen == 0 { return nil }
        let line = Array(buffer[start...])
        advance(seen)
        return line
      }
      searched = start + seen
    }
  }

  private func tooLarge(_ limit: Int) -> ReadingError {
    ReadingError(
      .tooLarge, path: name, "larger than \(limit >> 20) MiB at byte \(offset); see --max-size")
  }

  private func advance(_ count: Int) {
    start += count
    offset += count
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 20)
      start = 0
    }
  }

  private func fill() throws(ReadingError) -> Bool {
    if hasEnded { return false }
    let piece = try source()
    if piece.isEmpty {
      hasEnded = true
      return false
    }
    if start > 1 << 18, start * 2 > buffer.count {
      buffer.removeFirst(start)
      start = 0
    }
    if buffer.isEmpty { buffer = piece } else { buffer += piece }
    return true
  }
}
