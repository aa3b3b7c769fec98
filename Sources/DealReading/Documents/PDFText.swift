import DealModel
import DealPrograms
import DealText

/// Reads PDFs through `pdftotext` of poppler, in the order of reading.
///
/// The article's bytes are the text as it was found: lines are joined into paragraphs, words that a
/// hyphen broke at a line's end are mended, page numbers and running heads left out.
package enum PDFText {
  static func article(_ bytes: [UInt8], _ hints: Hints) throws(ReadingError) -> SourceText {
    let text = try text(of: bytes, hints)
    var article = SourceText(plain: paragraphs(of: text))
    let facts = PDFFacts(of: bytes)
    article.title = facts.title
    // The day a file was made says less than a date line.
    if !hasDateLine(article.text) { article.date = facts.date }
    return article
  }

  private static func text(of bytes: [UInt8], _ hints: Hints) throws(ReadingError) -> [UInt8] {
    let limits = ProgramLimits(seconds: 120, output: 64 << 20, memory: 4 << 30)
    guard
      let run = OptionalPrograms.pdftotext?.run(
        ["-q", "-enc", "UTF-8", "-", "-"], input: bytes, limits: limits)
    else {
      throw ReadingError(
        .unavailable, path: hints.name,
        "a PDF is read by pdftotext: apt-get install poppler-utils (macOS: brew install poppler)")
    }
    switch run.ending {
    case .exceededTime:
      throw ReadingError(.tooLarge, path: hints.name, "a PDF that takes more than 120 s")
    case .exceededOutput:
      throw ReadingError(.tooLarge, path: hints.name, "a PDF with more than 64 MiB of text")
    default: break
    }
    let text = try TextDecoder.utf8(run.output, path: hints.name)
    guard text.contains(where: { $0 > 0x20 }) else {
      throw ReadingError(
        .badData, path: hints.name,
        run.ending == .exited(0)
          ? "a PDF without text, scanned perhaps: run OCR first"
          : "a broken or encrypted PDF")
    }
    return text
  }

  /// Whether one of the first short lines holds a whole date.
  private static func hasDateLine(_ text: [UInt8]) -> Bool {
    text.prefix(2000).split(separator: 0x0A).prefix(12).contains { line in
      line.count <= 80
        && LooseDate.date(String(decoding: line, as: UTF8.self))?.day != nil
    }
  }

  /// The paragraphs of the pages.
  package static func paragraphs(of text: [UInt8]) -> [UInt8] {
    let pages = text.split(separator: 0x0C).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    }
    let repeated = runningLines(pages)
    var result: [UInt8] = []
    for page in pages {
      let width = page.map(\.count).max() ?? 0
      var previous = width
      for line in page {
        let line = trimmed(line)
        if line.isEmpty {
          if !result.isEmpty, !result.suffix(2).elementsEqual([0x0A, 0x0A]) {
            breakParagraph(&result)
          }
        } else if !repeated.contains(line), !isNumber(line) {
          // A line that ends early ends its paragraph.
          if previous * 5 < width * 3, result.last != 0x0A { breakParagraph(&result) }
          append(line, to: &result)
          previous = line.count
        }
      }
    }
    while result.last == 0x0A { result.removeLast() }
    return result + [0x0A]
  }

  private static func breakParagraph(_ text: inout [UInt8]) { text += [0x0A, 0x0A] }

  /// Adds a line to its paragraph: by a space, by nothing in Chinese, by mending a broken word.
  private static func append(_ line: [UInt8], to text: inout [UInt8]) {
    defer { text += line }
    guard let last = text.last, last != 0x0A, let first = line.first else { return }
    let before = text.count > 1 ? text[text.count - 2] : 0
    if last == 0x2D, (97...122).contains(before), (97...122).contains(first) {
      text.removeLast()
    } else if last < 0x80 || first < 0x80 {
      text.append(0x20)
    }
  }

  /// Lines that open or close three pages or more.
  private static func runningLines(_ pages: [[[UInt8]]]) -> Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      let lines = page.map(trimmed).filter { !$0.isEmpty }
      for line in Set(lines.prefix(2) + lines.suffix(2)) where line.count < 120 {
        counts[line, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= 3 }.keys)
  }

  private static func isNumber(_ line: [UInt8]) -> Bool {
    line.count <= 4 && line.allSatisfy { (48...57).contains($0) }
  }

  private static func trimmed(_ line: [UInt8]) -> [UInt8] {
    var line = line[...].drop { $0 <= 0x20 }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    return Array(line)
  }
}
