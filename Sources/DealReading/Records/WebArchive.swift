import DealModel
import DealText

/// The pages of a web archive (WARC 1.0 and 1.1, ISO 28500) and the texts of WET files, record by
/// record. Broken records are passed over and counted.
final class WebArchive: ItemReader {
  private let stream: ByteStream
  private let hints: Hints
  private let limit: Int
  private var broken = 0
  private var firstBroken: Int?
  private var isOver = false
  /// Whether the bytes at hand belong to a record that was counted as broken.
  private var isLost = false

  init(_ stream: ByteStream, _ hints: Hints, limit: Int) {
    self.stream = stream
    self.hints = hints
    self.limit = limit
  }

  func next() throws(ReadingError) -> Found? {
    while !isOver {
      do throws(ReadingError) {
        guard let head = try head() else { break }
        if let found = try record(head) { return found }
      } catch  where error.code == .badData {
        // A stream that breaks cannot go on; what was read so far stands.
        count()
        isOver = true
        return .failed(error)
      }
    }
    guard broken > 0, let firstBroken else { return nil }
    defer { broken = 0 }
    return .failed(
      ReadingError(
        .badData, path: hints.name,
        "\(broken) broken records left out, the first at byte \(firstBroken)"))
  }

  private func count() {
    broken += 1
    firstBroken = firstBroken ?? stream.offset
  }

  /// The fields of the next record; nil at the end. What is no record is passed over.
  private func head() throws(ReadingError) -> [String: String]? {
    while true {
      let start = try stream.peek(5)
      if start.isEmpty {
        isOver = true
        return nil
      }
      if start.elementsEqual("WARC/".utf8) { break }
      let line = try line()
      if !isLost, line?.contains(where: { $0 > 0x20 }) ?? false {
        isLost = true
        count()
      }
    }
    isLost = false
    _ = try line()
    return try fields()
  }

  /// A line, or as much of it as a head may hold.
  private func line() throws(ReadingError) -> [UInt8]? {
    let head = try stream.peek(1 << 16)
    guard let end = head.firstIndex(of: 0x0A) else {
      _ = try stream.skip(head.count)
      return head.isEmpty ? nil : Array(head)
    }
    let line = head[..<end]
    _ = try stream.skip(line.count + 1)
    return line.last == 0x0D ? Array(line.dropLast()) : Array(line)
  }

  private func fields() throws(ReadingError) -> [String: String] {
    var fields: [String: String] = [:]
    while let line = try line(), !line.isEmpty {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[(colon + 1)...].drop { $0 == 0x20 }, as: UTF8.self)
      if fields[name] == nil { fields[name] = value }
    }
    return fields
  }

  private func record(_ head: [String: String]) throws(ReadingError) -> Found? {
    guard let text = head["content-length"], let length = Int(text), length >= 0 else {
      count()
      isLost = true
      return nil
    }
    let type = head["warc-type"] ?? ""
    guard type == "response" || type == "conversion", length <= limit else {
      if length > limit, type == "response" || type == "conversion" { count() }
      if try !stream.skip(length) { count() }
      return nil
    }
    let bytes = try stream.take(length)
    if bytes.count < length { count() }
    var hints = hints.inside(head["warc-target-uri"] ?? "\(hints.name)@\(stream.offset - length)")
    hints.url = head["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
    if type == "conversion" {
      hints.format = .text
      hints.date = head["warc-date"].flatMap(LooseDate.date)
      return .stream(ByteStream(name: hints.name, bytes: bytes), hints)
    }
    return response(bytes, hints)
  }

  /// The page of an HTTP response; nil where it is none or no text.
  private func response(_ bytes: [UInt8], _ hints: Hints) -> Found? {
    guard let answer = HTTPAnswer(bytes) else {
      count()
      return nil
    }
    guard answer.status == 200, let type = answer.contentType,
      type.contains("html") || type.hasPrefix("text/plain")
    else { return nil }
    var hints = hints
    hints.contentType = type
    hints.charset = answer.charset
    hints.format = type.contains("html") && !answer.isCompressed ? .html : nil
    return .stream(ByteStream(name: hints.name, bytes: answer.body), hints)
  }
}
