/// Tells the format of bytes: by their content first, by name second.
enum Kind {
  static func format(of head: [UInt8], _ hints: Hints) throws(ReadingError) -> InputFormat {
    if let format = try byMagic(head, hints) { return format }
    let text = String(
      decoding: head.prefix(4096).drop { $0 <= 0x20 || $0 >= 0xEF && $0 != 0xFE }, as: UTF8.self
    )
    .lowercased()
    if isJSON(text, hints) { return json(head, text, hints) }
    if text.hasPrefix("<") { return markup(text, hints) }
    if text.hasPrefix("-----begin privacy-enhanced message") { return .edgar }
    if text.hasPrefix("warc/") { return .warc }
    if isMail(text) { return .eml }
    if ["csv", "tsv"].contains(hints.suffix) || hints.contentType == "text/csv" { return .csv }
    if ["html", "htm", "xhtml"].contains(hints.suffix) || hints.contentType == "text/html",
      text.contains("<")
    {
      return .html
    }
    return .text
  }

  /// Whether a text opens as JSON does: a page may well begin "[Home | News]".
  private static func isJSON(_ text: String, _ hints: Hints) -> Bool {
    guard let first = text.first, first == "{" || first == "[" else { return false }
    if hints.suffix.hasPrefix("json") { return true }
    guard let next = text.dropFirst().first(where: { !$0.isWhitespace }) else { return false }
    return first == "{" ? "\"}".contains(next) : "{[\"]".contains(next)
  }

  private static func byMagic(
    _ head: [UInt8], _ hints: Hints
  ) throws(ReadingError) -> InputFormat? {
    func starts(_ bytes: UInt8...) -> Bool { head.starts(with: bytes) }
    if starts(0x50, 0x4B, 3, 4) || starts(0x50, 0x4B, 5, 6) { return office(head, hints) }
    if starts(0x1F, 0x8B) || starts(0x28, 0xB5, 0x2F, 0xFD) || head.starts(with: "BZh".utf8)
      || starts(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0)
      || head.count > 262 && head[257..<262].elementsEqual("ustar".utf8)
    {
      return .archive
    }
    if head.prefix(1024).starts(with: "%PDF-".utf8) { return .pdf }
    for (magic, what) in binaries where head.starts(with: magic) {
      throw ReadingError(.notText, path: hints.name, "a binary file: \(what)")
    }
    return nil
  }

  private static let binaries: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"), (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file; save it as .docx"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("wOF".utf8), "a font"),
  ]

  private static func office(_ head: [UInt8], _ hints: Hints) -> InputFormat {
    let text = String(decoding: head, as: UTF8.self)
    return text.contains("word/") && text.contains("[Content_Types].xml") || hints.suffix == "docx"
      ? .docx : .archive
  }

  /// An object that is complete on the first line and followed by another is JSON Lines.
  private static func json(_ head: [UInt8], _ text: String, _ hints: Hints) -> InputFormat {
    if ["jsonl", "ndjson"].contains(hints.suffix) { return .jsonl }
    guard text.hasPrefix("{"), let end = head.firstIndex(of: 0x0A) else { return .json }
    let next = head[end...].first { $0 > 0x20 }
    let last = head[..<end].last { $0 > 0x20 }
    return last == 0x7D && next == 0x7B ? .jsonl : .json
  }

  private static func markup(_ text: String, _ hints: Hints) -> InputFormat {
    if text.hasPrefix("<sec-document") || text.hasPrefix("<submission")
      || text.hasPrefix("<sec-header") || text.hasPrefix("<document>\n<type>")
    {
      return .edgar
    }
    let isPage = text.contains("<html") || text.contains("<!doctype html")
    if !isPage, ["<rss", "<feed", "<rdf:rdf"].contains(where: { text.contains($0) }) {
      return .feed
    }
    return .html
  }

  /// Whether the text begins with the header of a mail.
  private static func isMail(_ text: String) -> Bool {
    let heads = [
      "received:", "mime-version:", "message-id:", "from:", "return-path:", "delivered-to:",
      "date:",
      "subject:", "to:", "content-type:",
    ]
    var count = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40) {
      if line.isEmpty || line == "\r" { break }
      if heads.contains(where: { line.hasPrefix($0) }) {
        count += 1
      } else if count == 0 {
        return false
      }
    }
    return count >= 3
  }
}
