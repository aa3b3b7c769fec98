import DealText

/// The entries of an RSS (0.9 to 2.0) or Atom feed (RFC 4287).
final class FeedEntries: ItemReader {
  private struct Entry {
    var title = ""
    var link: String?
    var date: String?
    var body: [String: String] = [:]
  }

  private let builder: RecordBuilder
  private var entries: [Entry] = []
  private var index = 0
  private var fault: ReadingError?

  init(_ bytes: [UInt8], _ builder: RecordBuilder) throws(ReadingError) {
    self.builder = builder
    if !parse(bytes) {
      fault = ReadingError(
        .badData, path: builder.name, "a broken feed: it ends after \(entries.count) entries")
    }
    if entries.isEmpty {
      throw fault ?? ReadingError(.badData, path: builder.name, "a feed without entries")
    }
  }

  func next() throws(ReadingError) -> Found? {
    guard index < entries.count else {
      defer { fault = nil }
      return fault.map { .failed($0) }
    }
    let entry = entries[index]
    index += 1
    let body = ["encoded", "content", "description", "summary"].compactMap { entry.body[$0] }
      .first { $0.utf8.contains { $0 > 0x20 } }
    let article = builder.article(
      body: body ?? "", title: entry.title, date: entry.date, url: entry.link,
      place: "[\(index - 1)]")
    return article.text.isEmpty ? .nothing : .input(.article(article))
  }

  private func parse(_ bytes: [UInt8]) -> Bool {
    var entry: Entry?
    var text: [UInt8] = []
    var inline = 0
    return XMLWalker.walk(bytes) { [self] event in
      switch event {
      case .start(let full, let attributes):
        let name = Self.local(full)
        if name == "item" || name == "entry" { entry = Entry() }
        if inline > 0 {
          inline += 1
          text += Array("<\(name)>".utf8)
        } else if name == "content", attributes.contains(where: { $0.value == "xhtml" }) {
          inline = 1
          text = []
        } else {
          text = []
        }
        if name == "link", let link = attributes.first(where: { $0.name == "href" })?.value,
          entry?.link == nil
        {
          entry?.link = link
        }
      case .text(let bytes): text += bytes
      case .end(let full):
        let name = Self.local(full)
        if inline > 1 {
          inline -= 1
          text += Array("</\(name)>".utf8)
          return
        }
        inline = 0
        if name == "item" || name == "entry" {
          if let entry { entries.append(entry) }
          entry = nil
        } else {
          Self.set(name, full, String(decoding: text, as: UTF8.self), &entry)
        }
      }
    }
  }

  private static func set(_ name: String, _ full: String, _ text: String, _ entry: inout Entry?) {
    switch name {
    case "title" where !full.hasPrefix("media:"): entry?.title = text
    case "link" where !text.isEmpty && entry?.link == nil:
      entry?.link = HTMLFacts.oneLine(text)
    case "pubDate", "published", "date": entry?.date = text
    case "updated": if entry?.date == nil { entry?.date = text }
    case "encoded", "content", "description", "summary":
      if !full.hasPrefix("media:") { entry?.body[name] = text }
    default: break
    }
  }

  private static func local(_ name: String) -> String {
    name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
