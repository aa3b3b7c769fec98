import DealText

/// Reads full-submission text files of EDGAR: the main form and its exhibits, the filer from the head.
enum Submission {
  static func article(_ raw: [UInt8], _ hints: Hints) throws(ReadingError) -> SourceText {
    let bytes = try Charset.utf8(ofPage: raw, declared: nil, path: hints.name)
    var article = SourceText(article: bytes, text: [], runs: [])
    var start = 0
    let head = lines(of: bytes, upTo: find("<DOCUMENT>", bytes, 0) ?? bytes.count)
    let form = value("CONFORMED SUBMISSION TYPE:", head) ?? ""
    article.filer = value("COMPANY CONFORMED NAME:", head)
    article.date = value("FILED AS OF DATE:", head).flatMap(LooseDate.date)
    while let open = find("<DOCUMENT>", bytes, start) {
      let end = find("</DOCUMENT>", bytes, open) ?? bytes.count
      append(open..<end, of: bytes, form: form, to: &article)
      start = end
    }
    guard !article.text.isEmpty else {
      throw ReadingError(.badData, path: hints.name, "a submission of EDGAR without a text")
    }
    article.title = [article.filer, form.isEmpty ? nil : form].compactMap { $0 }
      .joined(separator: ": ")
    if article.title?.isEmpty ?? true { article.title = nil }
    return article
  }

  private static func append(
    _ range: Range<Int>, of bytes: [UInt8], form: String, to article: inout SourceText
  ) {
    guard let open = find("<TEXT>", bytes, range.lowerBound), open < range.upperBound else {
      return
    }
    let type = value("<TYPE>", lines(of: bytes, upTo: open, from: range.lowerBound)) ?? ""
    guard isRead(type, form: form) else { return }
    let start = open + 6
    let end = min(find("</TEXT>", bytes, start) ?? range.upperBound, range.upperBound)
    let body = Array(bytes[start..<max(start, end)])
    guard !body.isEmpty else { return }
    if !article.text.isEmpty { article.text += [0x0A, 0x0A] }
    let offset = article.text.count
    let isPage = String(decoding: body.prefix(4096), as: UTF8.self).lowercased().contains("<html")
    if isPage {
      let page = HTMLText.article(body, extent: .whole)
      article.text += page.text
      article.runs? += (page.runs ?? []).map {
        SourceText.Run(
          text: $0.text + offset, article: $0.article + start, count: $0.count,
          articleCount: $0.articleCount)
      }
    } else {
      article.text += body
      article.runs?.append(SourceText.Run(text: offset, article: start, count: body.count))
    }
  }

  /// Forms and exhibits that hold words: agreements (2, 10), press releases and the like (99).
  private static func isRead(_ type: String, form: String) -> Bool {
    type == form || type.isEmpty
      || ["EX-99", "EX-10", "EX-2", "EX-1.", "EX-4", "8-K", "6-K", "10-"].contains {
        type.hasPrefix($0)
      }
  }

  private static func lines(of bytes: [UInt8], upTo end: Int, from start: Int = 0) -> [String] {
    bytes[start..<end].split(separator: 0x0A).map { line in
      String(decoding: line.drop { $0 <= 0x20 }.filter { $0 != 0x0D }, as: UTF8.self)
    }
  }

  private static func value(_ name: String, _ lines: [String]) -> String? {
    lines.first { $0.hasPrefix(name) }.map {
      String($0.dropFirst(name.count).drop { $0 == " " || $0 == "\t" })
    }
  }

  private static func find(_ word: String, _ bytes: [UInt8], _ start: Int) -> Int? {
    let word = Array(word.utf8)
    var index = start
    while let next = bytes[index...].firstIndex(of: word[0]) {
      if bytes[next...].starts(with: word) { return next }
      index = next + 1
    }
    return nil
  }
}
