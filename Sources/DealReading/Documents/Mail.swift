import DealText

/// Reads mails (RFC 5322, MIME): the plain text, or the page where there is none.
///
/// The article's bytes are the subject and the body as they were decoded.
enum Mail {
  static func article(_ bytes: [UInt8], _ hints: Hints) throws(ReadingError) -> SourceText {
    let part = MailPart(bytes)
    guard let body = try body(part, hints, depth: 0) else {
      throw ReadingError(.badData, path: hints.name, "a mail without text")
    }
    let subject = part["subject"].map(MailWords.decoded).map(HTMLFacts.oneLine) ?? ""
    var article = SourceText(
      plain: subject.isEmpty ? body : Array(subject.utf8) + [0x0A, 0x0A] + body)
    article.title = subject.isEmpty ? nil : subject
    article.date = part["date"].flatMap(LooseDate.date)
    return article
  }

  private static func body(
    _ part: MailPart, _ hints: Hints, depth: Int
  ) throws(ReadingError) -> [UInt8]? {
    if part.type.hasPrefix("multipart/"), depth < 8 {
      var page: [UInt8]?
      for inner in part.parts {
        guard let text = try body(inner, hints, depth: depth + 1) else { continue }
        if inner.type != "text/html" { return text }
        page = page ?? text
      }
      return page
    }
    guard part.type == "text/plain" || part.type == "text/html", !part.isAttachment else {
      return nil
    }
    let bytes = part.decodedBody
    if part.type == "text/html" {
      let page = try Charset.utf8(ofPage: bytes, declared: part.charset, path: hints.name)
      let text = HTMLText.article(page, extent: .whole).text
      return text.isEmpty ? nil : text
    }
    let text = try Charset.utf8(ofPage: bytes, declared: part.charset, path: hints.name)
    return text.contains { $0 > 0x20 } ? text.filter { $0 != 0x0D } : nil
  }
}

/// A part of a mail: its fields and its body.
struct MailPart {
  let fields: [(name: String, value: String)]
  let body: [UInt8]

  init(_ bytes: [UInt8]) {
    var fields: [(name: String, value: String)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end].filter { $0 != 0x0D }
      start = min(bytes.count, end + 1)
      if line.isEmpty { break }
      let text = String(decoding: line, as: UTF8.self)
      if line[0] == 0x20 || line[0] == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += " " + text.drop { $0 == " " || $0 == "\t" }
      } else if let colon = text.firstIndex(of: ":") {
        let value = text[text.index(after: colon)...].drop { $0 == " " }
        fields.append((text[..<colon].lowercased(), String(value)))
      }
    }
    self.fields = fields
    body = Array(bytes[start...])
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The content type in lower case; a part that names none is plain text.
  var type: String {
    let type = self["content-type"]?.split(separator: ";").first.map { $0.lowercased() }
    return type?.filter { $0 != " " } ?? "text/plain"
  }

  var charset: String? { parameter("charset") }

  var isAttachment: Bool {
    self["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
  }

  /// The parts of a multipart body.
  var parts: [MailPart] {
    guard let boundary = parameter("boundary").map({ Array("--\($0)".utf8) }) else { return [] }
    var parts: [MailPart] = []
    var current: [UInt8]?
    for line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: boundary) {
        if let current { parts.append(MailPart(current)) }
        current = line.dropFirst(boundary.count).starts(with: [0x2D, 0x2D]) ? nil : []
      } else {
        current?.append(contentsOf: line)
        current?.append(0x0A)
      }
    }
    if let current { parts.append(MailPart(current)) }
    return parts
  }

  /// The body without its transfer encoding.
  var decodedBody: [UInt8] {
    switch self["content-transfer-encoding"]?.lowercased().filter({ $0 != " " }) {
    case "base64": MailWords.base64(body)
    case "quoted-printable": MailWords.quotedPrintable(body, isHeader: false)
    default: body
    }
  }

  private func parameter(_ name: String) -> String? {
    for part in self["content-type"]?.split(separator: ";").dropFirst() ?? [] {
      guard let equals = part.firstIndex(of: "=") else { continue }
      if part[..<equals].lowercased().filter({ $0 != " " && $0 != "\t" }) == name {
        return part[part.index(after: equals)...].filter { $0 != "\"" && $0 != " " }
      }
    }
    return nil
  }
}
