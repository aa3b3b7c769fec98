import DealModel

/// What a page says of itself in JSON-LD, OpenGraph and other meta elements.
struct HTMLFacts {
  private(set) var title: String?
  private(set) var date: PartialDate?
  /// A BCP 47 tag.
  private(set) var language: String?
  /// The name of the site.
  private(set) var site: String?
  /// Where the article's text stands in a script of the page, as a string of JSON.
  private(set) var body: Range<Int>?

  init(_ page: HTMLPage) {
    for script in page.linkedData {
      let data = LinkedData(script.bytes)
      title = title ?? data.title
      date = date ?? data.date
      language = language ?? data.language
      site = site ?? data.site
      if body == nil, let start = script.start, let range = data.body {
        body = start + range.lowerBound..<start + range.upperBound
      }
    }
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
    site = (page.meta(["og:site_name", "application-name", "dc.publisher"]) ?? site)
      .map(Self.oneLine).flatMap { $0.isEmpty ? nil : $0 }
    language = Self.tag(
      page.meta(["lang", "og:locale", "content-language", "dc.language", "inlanguage"]) ?? language)
  }

  /// A language tag in the spelling of BCP 47; nil where it is none.
  private static func tag(_ text: String?) -> String? {
    guard let first = text?.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }).first
    else { return nil }
    let tag = String(first.map { $0 == "_" ? "-" : $0 })
    let primary = tag.prefix { $0 != "-" }
    let isTag =
      (2...3).contains(primary.utf8.count) && primary.allSatisfy { $0.isASCII && $0.isLetter }
      && tag.utf8.count <= 35
      && tag.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isTag ? tag : nil
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
