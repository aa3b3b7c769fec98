import DealModel

/// What a page says of itself: its title and date.
struct HTMLFacts {
  var title: String?
  var date: PartialDate?

  init(_ page: HTMLPage) {
    for script in page.linkedData { readLinkedData(script) }
    date =
      date
      ?? page.meta([
        "article:published_time", "datepublished", "og:published_time", "publishdate", "pubdate",
        "publish_date", "publication_date", "dc.date", "dc.date.issued", "dcterms.created", "date",
        "parsely-pub-date", "sailthru.date", "weibo: article:create_at", "apub:time", "time",
      ]).flatMap(LooseDate.date)
    title = title ?? page.meta(["og:title", "twitter:title", "dc.title", "headline"])
    if title == nil, !page.title.isEmpty {
      title = Self.withoutSite(String(decoding: page.title, as: UTF8.self))
    }
    title = title.map(Self.oneLine).flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func readLinkedData(_ script: [UInt8]) {
    var reader = JSONReader(script)
    guard let value = try? reader.value() else { return }
    search(value)
  }

  private mutating func search(_ value: JSONValue) {
    switch value {
    case .array(let values): for value in values { search(value) }
    case .object(let fields):
      for field in fields {
        switch (field.name, field.value) {
        case ("headline", .string(let text)): title = title ?? text
        case ("datePublished", .string(let text)): date = date ?? LooseDate.date(text)
        case ("@graph", let inner), ("mainEntity", let inner): search(inner)
        default: break
        }
      }
    default: break
    }
  }

  /// A title without the site's name behind it.
  private static func withoutSite(_ title: String) -> String {
    for separator in [" | ", " – ", " — ", "_", " - "] {
      let parts = title.split(separator: separator, omittingEmptySubsequences: false)
      if parts.count > 1, parts[0].utf8.count >= 12 { return String(parts[0]) }
    }
    return title
  }

  static func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
