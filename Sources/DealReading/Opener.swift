import DealModel
import DealText

/// What bytes turned out to be.
enum Opened {
  case one(Input)
  case many(any ItemReader)
  case none
}

/// Looks at bytes and chooses the reader for them.
struct Opener {
  /// How many archives may lie in each other.
  static let depthLimit = 4

  let options: ReadingOptions

  /// Opens a file, a folder or a URL.
  func open(_ path: String, isListed: Bool = false) throws(ReadingError) -> Opened {
    if path.hasPrefix("http://") || path.hasPrefix("https://") {
      let page = try WebPage.fetch(path, options)
      var hints = Hints(name: path, format: options.format)
      (hints.contentType, hints.charset, hints.url) = (page.contentType, page.charset, path)
      return try open(ByteStream(name: path, bytes: page.bytes), hints)
    }
    if FileBytes.isFolder(path) {
      let folder = try Folder(path)
      if folder.isEmpty, !isListed {
        throw ReadingError(.missing, path: path, "a folder without articles")
      }
      return .many(folder)
    }
    var hints = Hints(name: path, format: options.format)
    hints.isListed = isListed
    let budget = ExpansionBudget()
    let stream = try FileBytes.stream(path) { budget.feed($0) }
    do throws(ReadingError) {
      return try open(stream, hints, budget)
    } catch  where isListed && error.code == .notText {
      return .none
    }
  }

  /// Opens bytes of an unknown kind.
  func open(
    _ stream: ByteStream, _ hints: Hints, _ budget: ExpansionBudget? = nil
  ) throws(ReadingError) -> Opened {
    let head = Array(try stream.peek(1 << 16))
    guard head.contains(where: { $0 > 0x20 }) else {
      throw ReadingError(hints.isListed ? .notText : .badData, path: hints.name, "an empty file")
    }
    let format = if let forced = hints.format { forced } else { try Kind.format(of: head, hints) }
    if format == .archive {
      guard hints.depth < Self.depthLimit else {
        throw ReadingError(
          .tooLarge, path: hints.name, "archives nested deeper than \(Self.depthLimit)")
      }
      return .many(
        try ArchiveEntries(stream, hints: hints, budget: budget ?? ExpansionBudget()))
    }
    if let reader = try many(format, stream, hints) { return .many(reader) }
    let limit = format == .json ? max(options.articleLimit, FileBytes.limit) : options.articleLimit
    return try one(format, try stream.all(limit: limit), hints)
  }

  private func many(
    _ format: InputFormat, _ stream: ByteStream, _ hints: Hints
  ) throws(ReadingError) -> (any ItemReader)? {
    let builder = RecordBuilder(options: options, name: hints.name)
    switch format {
    case .jsonl: return JSONLines(stream, builder)
    case .csv: return try CSVRows(stream, builder)
    case .warc: return WebArchive(stream, hints, limit: options.articleLimit)
    default: return nil
    }
  }

  private func one(
    _ format: InputFormat, _ bytes: [UInt8], _ hints: Hints
  ) throws(ReadingError) -> Opened {
    let builder = RecordBuilder(options: options, name: hints.name)
    switch format {
    case .json: return try JSONArticles.open(bytes, builder)
    case .feed: return .many(try FeedEntries(bytes, builder))
    case .html: return .one(.article(finish(try Documents.page(bytes, hints), hints)))
    case .eml: return .one(.article(finish(try Mail.article(bytes, hints), hints)))
    case .docx: return .one(.article(finish(try WordDocument.article(bytes, hints), hints)))
    case .pdf: return .one(.article(finish(try PDFText.article(bytes, hints), hints)))
    case .edgar: return .one(.article(finish(try Submission.article(bytes, hints), hints)))
    default:
      let text = try TextDecoder.utf8(bytes, path: hints.name)
      guard text.contains(where: { $0 > 0x20 }) else {
        throw ReadingError(.badData, path: hints.name, "an empty file")
      }
      return .one(.article(finish(SourceText(plain: text), hints)))
    }
  }

  private func finish(_ article: SourceText, _ hints: Hints) -> SourceText {
    var article = article
    article.source = hints.url ?? (hints.name == "-" ? nil : hints.name)
    article.date = article.date ?? hints.date
    return article
  }
}
