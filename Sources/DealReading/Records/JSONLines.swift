import DealModel

/// JSON Lines: an article a line.
final class JSONLines: ItemReader {
  private let stream: ByteStream
  private let builder: RecordBuilder
  private var line = 0

  init(_ stream: ByteStream, _ builder: RecordBuilder) {
    self.stream = stream
    self.builder = builder
  }

  func next() throws(ReadingError) -> Found? {
    var bytes: [UInt8] = []
    repeat {
      guard let next = try stream.line(limit: builder.options.articleLimit) else { return nil }
      line += 1
      bytes = next
    } while !bytes.contains { $0 > 0x20 }
    var reader = JSONReader(bytes)
    do throws(ModelError) {
      let value = try reader.value()
      try reader.end()
      guard let article = builder.article(place: ":\(line)", value.text(at:)) else {
        return .failed(failure("no field with a text; name it by --field text=…"))
      }
      return .input(.article(article))
    } catch {
      return .failed(failure("\(error.message), column \(error.column)"))
    }
  }

  private func failure(_ message: String) -> ReadingError {
    ReadingError(.badData, path: "\(builder.name):\(line)", message)
  }
}
