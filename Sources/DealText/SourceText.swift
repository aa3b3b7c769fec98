public import DealModel

/// An article as a reader hands it over: its bytes as read and the plain text found in them.
///
/// `text` is UTF-8 with a line feed between lines and an empty line between paragraphs. Where it is
/// not the article itself (a web page, a PDF), `runs` leads from its bytes back to the article's.
public struct SourceText: Sendable {
  /// A stretch of the text and where it stands in the article.
  public struct Run: Sendable, Hashable {
    /// Where the run starts in the text.
    public var text: Int
    /// Where it starts in the article.
    public var article: Int
    /// Its length in the text, in bytes.
    public var count: Int
    /// Its length in the article; other than `count` for what is written otherwise, as `&amp;` is.
    public var articleCount: Int

    /// Makes a run of bytes that are the same in both.
    public init(text: Int, article: Int, count: Int) {
      self.init(text: text, article: article, count: count, articleCount: count)
    }

    /// Makes a run that is written otherwise in the article.
    public init(text: Int, article: Int, count: Int, articleCount: Int) {
      self.text = text
      self.article = article
      self.count = count
      self.articleCount = articleCount
    }
  }

  /// The article as it was read, in UTF-8.
  public var article: [UInt8]
  /// The plain text; the article itself where `runs` is nil.
  public var text: [UInt8]
  /// Ascending runs from text to article; nil when both are the same bytes.
  public var runs: [Run]?
  /// The path or URL as the user gave it.
  public var source: String?
  /// The title from the article's metadata; nil takes the first line.
  public var title: String?
  /// The date from the article's metadata; nil looks for a date line.
  public var date: PartialDate?
  /// The language that the article's metadata names, a BCP 47 tag as it was written.
  public var language: String?
  /// The name of the site or newspaper that publishes the article, from its metadata.
  public var site: String?
  /// The organisation that files or publishes the article as a party to its deals, if known.
  public var filer: String?

  /// Makes an article whose text is its bytes.
  public init(plain bytes: [UInt8], source: String? = nil) {
    article = bytes
    text = bytes
    self.source = source
  }

  /// Makes an article whose text was found in its bytes.
  public init(article: [UInt8], text: [UInt8], runs: [Run], source: String? = nil) {
    self.article = article
    self.text = text
    self.runs = runs
    self.source = source
  }

  /// The article's byte range for a range of the text.
  public func articleRange(of range: Range<Int>) -> Range<Int> {
    guard let runs, !runs.isEmpty else { return range }
    func offset(_ position: Int, isEnd: Bool) -> Int {
      var low = 0
      var high = runs.count
      while low < high {
        let middle = (low + high) / 2
        if runs[middle].text <= position { low = middle + 1 } else { high = middle }
      }
      let run = runs[max(0, low - 1)]
      guard run.count == run.articleCount else {
        return run.article + (isEnd || position >= run.text + run.count ? run.articleCount : 0)
      }
      let inside = min(max(0, position - run.text), run.count)
      return run.article + (isEnd ? min(inside + 1, run.count) : inside)
    }
    let start = offset(range.lowerBound, isEnd: false)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, offset(range.upperBound - 1, isEnd: true))
  }
}
