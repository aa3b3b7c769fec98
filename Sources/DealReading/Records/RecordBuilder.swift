import DealModel
import DealText

/// Makes articles of records: of a line of JSON, a row of CSV, an entry of a feed.
///
/// The article's bytes are its own text as it was taken from the record.
struct RecordBuilder {
  let options: ReadingOptions
  let name: String

  /// The names under which crawlers and news services keep what an article is made of, best first.
  static let names: [String: [String]] = [
    "text": [
      "text", "maintext", "articleBody", "article_text", "body", "bodyText", "fields.bodyText",
      "full_text", "fulltext", "raw_text", "cleaned_text", "content", "article", "fields.body",
      "content_text", "content_html", "html", "story", "正文", "内容", "description", "summary",
    ],
    "title": [
      "title", "headline", "webTitle", "headline.main", "name", "标题", "metadata.title",
    ],
    "date": [
      "date", "date_publish", "publishedAt", "published_at", "published", "publish_date",
      "datePublished", "date_published", "webPublicationDate", "pub_date", "pubDate", "timestamp",
      "datetime", "time", "warc_headers.warc-date", "日期", "发布时间", "created_at",
    ],
    "url": [
      "url", "link", "source_url", "pageUrl", "webUrl", "web_url", "source", "meta.url",
      "warc_headers.warc-target-uri", "uri", "链接",
    ],
  ]

  /// The first value that a record has for `part`.
  func value(_ part: String, _ field: (String) -> String?) -> String? {
    if let name = options.fields[part] { return field(name) }
    for name in Self.names[part] ?? [] {
      if let value = field(name), !value.isEmpty { return value }
    }
    return nil
  }

  /// The article of a record; nil where it has no text.
  func article(place: String, _ field: (String) -> String?) -> SourceText? {
    guard let body = value("text", field), body.utf8.contains(where: { $0 > 0x20 }) else {
      return nil
    }
    return article(
      body: body, title: value("title", field), date: value("date", field),
      url: value("url", field), place: place)
  }

  /// The article of parts; a body with markup is read as a page.
  func article(
    body: String, title: String?, date: String?, url: String?, place: String
  ) -> SourceText {
    var bytes = Array(body.utf8)
    if Self.isMarkup(bytes) { bytes = HTMLText.article(bytes, extent: .whole).text }
    let headline = title.map { HTMLFacts.oneLine($0) } ?? ""
    if !headline.isEmpty, !bytes.prefix(while: { $0 != 0x0A }).elementsEqual(headline.utf8) {
      bytes = Array(headline.utf8) + [0x0A, 0x0A] + bytes
    }
    let isLink = url.map { $0.hasPrefix("http") } ?? false
    var article = SourceText(plain: bytes, source: isLink ? url : name + place)
    article.title = headline.isEmpty ? nil : headline
    article.date = date.flatMap(LooseDate.date)
    return article
  }

  /// Whether a text holds elements of HTML.
  private static func isMarkup(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text.prefix(2000), as: UTF8.self).lowercased()
    return ["<p>", "<p ", "</p>", "<br", "<div", "<html", "</a>"].contains { head.contains($0) }
  }
}

extension JSONValue {
  /// The text at a dotted path.
  func text(at path: String) -> String? {
    if case .object(let fields) = self {
      if let field = fields.first(where: { $0.name == path }) { return field.value.text }
      guard let dot = path.firstIndex(of: ".") else { return nil }
      let inner = fields.first { $0.name == path[..<dot] }?.value
      return inner?.text(at: String(path[path.index(after: dot)...]))
    }
    return nil
  }

  /// The text of a string, a number or a list of paragraphs.
  private var text: String? {
    switch self {
    case .string(let text): text
    case .number(let text): text
    case .array(let values): values.compactMap(\.text).joined(separator: "\n\n")
    default: nil
    }
  }

  /// The value of a field.
  func field(_ name: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }
}
