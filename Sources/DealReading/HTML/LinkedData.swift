import DealModel

/// What a script of JSON-LD says of the article (schema.org, `NewsArticle` and its kin).
struct LinkedData {
  private(set) var title: String?
  private(set) var date: PartialDate?
  private(set) var language: String?
  private(set) var site: String?
  /// Where the string with the article's text stands in the script, its quotes left out.
  private(set) var body: Range<Int>?

  /// Reads a script as far as it is JSON. Line breaks within strings, which JSON forbids and sites
  /// write, are taken as spaces.
  init(_ script: [UInt8]) {
    var reader = JSONReader(script.map { $0 < 0x20 ? 0x20 : $0 })
    try? read(&reader)
  }

  private mutating func read(_ reader: inout JSONReader) throws(ModelError) {
    switch reader.peek() {
    case 0x7B:
      try reader.object { (name, reader) throws(ModelError) in try field(name, &reader) }
    case 0x5B:
      try reader.array { (reader) throws(ModelError) in try read(&reader) }
    default: try reader.skip()
    }
  }

  private mutating func field(_ name: String, _ reader: inout JSONReader) throws(ModelError) {
    switch (name, reader.peek()) {
    case ("@graph", _), ("mainEntity", _): try read(&reader)
    case ("headline", 0x22): title = Self.first(title, try reader.string())
    case ("datePublished", 0x22): date = try LooseDate.date(reader.string()) ?? date
    case ("inLanguage", 0x22): language = Self.first(language, try reader.string())
    case ("publisher", 0x7B):
      try reader.object { (name, reader) throws(ModelError) in
        guard name == "name", reader.peek() == 0x22 else { return try reader.skip() }
        site = Self.first(site, try reader.string())
      }
    case ("articleBody", 0x22):
      let start = reader.offset + 1
      _ = try reader.string()
      if body == nil { body = start..<reader.offset - 1 }
    default: try reader.skip()
    }
  }

  private static func first(_ known: String?, _ found: String) -> String? {
    known ?? (found.isEmpty ? nil : found)
  }
}
