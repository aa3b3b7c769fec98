import DealModel
public import DealText

/// Reads web pages.
public enum HTMLText {
  /// Which blocks of a page are read.
  public enum Extent: Sendable {
    /// Those of the article.
    case article
    /// All that can be seen.
    case whole
  }

  /// The article of a page in UTF-8, with the way back to the page's bytes.
  ///
  /// Title, date, language and site come from JSON-LD, OpenGraph and other meta elements. Where little
  /// text is to be seen, the article's text is taken from JSON-LD.
  ///
  /// - Complexity: O(*n*) in the bytes of the page.
  public static func article(
    _ page: [UInt8], source: String? = nil, extent: Extent = .article
  ) -> SourceText {
    // A zero byte would end the page for the parser.
    let parsed = HTMLParser.page(page.contains(0) ? page.map { $0 == 0 ? 0x20 : $0 } : page)
    let main = MainText(parsed)
    var writer = HTMLTextWriter(parsed)
    for block in extent == .article ? main.articleBlocks() : main.allBlocks() {
      writer.write(block)
    }
    let facts = HTMLFacts(parsed)
    if extent == .article, let range = facts.body, range.count > 2 * writer.text.count {
      writer = HTMLTextWriter(parsed)
      if let headline = main.headline(before: range.lowerBound) { writer.write(headline) }
      writer.write(LinkedBody(page, range))
    }
    var article = SourceText(article: page, text: writer.text, runs: writer.runs, source: source)
    article.title = facts.title
    article.date = facts.date
    article.language = facts.language
    article.site = facts.site
    return article
  }
}

/// Writes blocks as text and notes where each byte came from.
struct HTMLTextWriter {
  private(set) var text: [UInt8] = []
  private(set) var runs: [SourceText.Run] = []
  private let page: HTMLPage
  private var wantsSpace: UInt8?

  init(_ page: HTMLPage) { self.page = page }

  /// Writes a block as a paragraph.
  mutating func write(_ block: HTMLBlock) {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    let start = text.count
    wantsSpace = nil
    for index in block.pieces {
      if let index { write(page.pieces[index]) } else { wantsSpace = 0x0A }
      if text.count == start { wantsSpace = nil }
    }
    wantsSpace = nil
  }

  /// Writes the text that a page carries in its JSON-LD.
  mutating func write(_ body: LinkedBody) {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    runs += body.runs.map { run in
      SourceText.Run(
        text: run.text + text.count, article: run.article, count: run.count,
        articleCount: run.articleCount)
    }
    text += body.text
  }

  private mutating func write(_ piece: HTMLPage.Piece) {
    let isVerbatim = piece.page.count == piece.text.count
    var index = piece.text.lowerBound
    while index < piece.text.upperBound {
      if isSpace(index, piece.text.upperBound) {
        index += page.text[index] == 0xC2 ? 2 : 1
        if wantsSpace == nil { wantsSpace = 0x20 }
        continue
      }
      var end = index
      while end < piece.text.upperBound, !isSpace(end, piece.text.upperBound) { end += 1 }
      addSpace(
        before: isVerbatim
          ? piece.page.lowerBound + index - piece.text.lowerBound : piece.page.lowerBound)
      if isVerbatim {
        append(index..<end, at: piece.page.lowerBound + index - piece.text.lowerBound)
      } else {
        runs.append(
          SourceText.Run(
            text: text.count, article: piece.page.lowerBound, count: end - index,
            articleCount: piece.page.count))
        text += page.text[index..<end]
      }
      index = end
    }
  }

  /// Whether white space stands at a byte; a no-break space is one.
  private func isSpace(_ index: Int, _ end: Int) -> Bool {
    let byte = page.text[index]
    return byte <= 0x20 || byte == 0xC2 && index + 1 < end && page.text[index + 1] == 0xA0
  }

  private mutating func addSpace(before place: Int) {
    defer { wantsSpace = nil }
    guard let space = wantsSpace, let last = text.last, last != 0x0A else { return }
    text.append(space)
    if let run = runs.last, run.count == run.articleCount, run.article + run.count + 1 == place {
      runs[runs.count - 1].count += 1
      runs[runs.count - 1].articleCount += 1
    }
  }

  private mutating func append(_ range: Range<Int>, at place: Int) {
    if let run = runs.last, run.count == run.articleCount, run.article + run.count == place,
      run.text + run.count == text.count
    {
      runs[runs.count - 1].count += range.count
      runs[runs.count - 1].articleCount += range.count
    } else {
      runs.append(SourceText.Run(text: text.count, article: place, count: range.count))
    }
    text += page.text[range]
  }
}
