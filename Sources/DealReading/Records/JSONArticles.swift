import DealModel
import DealText

/// A JSON file: a graph, an article, an array of articles or the answer of a news service.
enum JSONArticles {
  static func open(_ raw: [UInt8], _ builder: RecordBuilder) throws(ReadingError) -> Opened {
    let bytes = try TextDecoder.utf8(raw, path: builder.name)
    if looksLikeGraph(bytes) { return try graph(bytes, builder) }
    let value: JSONValue
    do throws(ModelError) {
      var reader = JSONReader(bytes)
      value = try reader.value()
      try reader.end()
    } catch {
      throw ReadingError(.badData, path: builder.name, "\(error)")
    }
    if let records = records(value) { return .many(JSONRecords(records, builder)) }
    if let article = builder.article(place: "", value.text(at:)) { return .one(.article(article)) }
    return try graph(bytes, builder)
  }

  private static func graph(_ bytes: [UInt8], _ builder: RecordBuilder) throws(ReadingError)
    -> Opened
  {
    do throws(ModelError) {
      return .one(.graph(try DealGraph(json: bytes)))
    } catch {
      throw ReadingError(.badData, path: builder.name, "\(error)")
    }
  }

  /// Whether the first bytes name what only a graph has.
  private static func looksLikeGraph(_ bytes: [UInt8]) -> Bool {
    guard bytes.first(where: { $0 > 0x20 }) == 0x7B else { return false }
    let head = String(decoding: bytes.prefix(256), as: UTF8.self)
    return ["\"directed\"", "\"multigraph\"", "\"nodes\"", "\"edges\"", "\"graph\""]
      .contains { head.contains($0) }
  }

  /// The articles of an array, or of the field that holds them.
  private static func records(_ value: JSONValue) -> [JSONValue]? {
    if case .array(let values) = value { return values }
    let inner = value.field("response") ?? value
    for name in ["articles", "results", "docs", "items", "objects", "hits", "data"] {
      if case .array(let values)? = inner.field(name) { return values }
      if case .array(let values)? = inner.field(name)?.field("results") { return values }
    }
    return nil
  }
}

/// The articles of a JSON array.
private final class JSONRecords: ItemReader {
  private let records: [JSONValue]
  private let builder: RecordBuilder
  private var index = 0

  init(_ records: [JSONValue], _ builder: RecordBuilder) {
    self.records = records
    self.builder = builder
  }

  func next() throws(ReadingError) -> Found? {
    guard index < records.count else { return nil }
    index += 1
    let place = "[\(index - 1)]"
    guard let article = builder.article(place: place, records[index - 1].text(at:)) else {
      return .failed(
        ReadingError(
          .badData, path: builder.name + place,
          "no field with a text; name it by --field text=…"))
    }
    return .input(.article(article))
  }
}
