import DealModel
import DealText

/// Reads Word documents (Office Open XML, ISO/IEC 29500): paragraphs, cells, title and date.
enum WordDocument {
  static func article(_ bytes: [UInt8], _ hints: Hints) throws(ReadingError) -> SourceText {
    var body: [UInt8] = []
    var core: [UInt8] = []
    let entries = try ArchiveEntries(
      ByteStream(name: hints.name, bytes: bytes), hints: Hints(name: hints.name),
      budget: budget(bytes.count))
    while let found = try entries.next() {
      if case .failed(let error) = found { throw error }
      guard case .stream(let stream, let inner) = found else { continue }
      if inner.name.hasSuffix("/word/document.xml") { body = try stream.all(limit: 256 << 20) }
      if inner.name.hasSuffix("/docProps/core.xml") { core = try stream.all(limit: 1 << 20) }
    }
    guard !body.isEmpty else {
      throw ReadingError(
        .badData, path: hints.name, "no Word document: word/document.xml is missing")
    }
    let text = text(body)
    guard text.contains(where: { $0 > 0x20 }) else {
      throw ReadingError(.badData, path: hints.name, "a Word document without text")
    }
    var article = SourceText(plain: text)
    read(core, &article)
    return article
  }

  private static func budget(_ count: Int) -> ExpansionBudget {
    let budget = ExpansionBudget()
    budget.feed(count)
    return budget
  }

  private static func text(_ document: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var isText = false
    var deleted = 0
    _ = XMLWalker.walk(document) { event in
      switch event {
      case .start("w:t", _): isText = deleted == 0
      case .end("w:t"): isText = false
      case .start("w:del", _): deleted += 1
      case .end("w:del"): deleted -= 1
      case .start("w:tab", _): text.append(0x20)
      case .start("w:br", _): text.append(0x0A)
      case .end("w:p"): text += text.isEmpty || text.last == 0x0A ? [] : [0x0A, 0x0A]
      case .text(let bytes): if isText { text += bytes }
      default: break
      }
    }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text + [0x0A]
  }

  private static func read(_ core: [UInt8], _ article: inout SourceText) {
    guard !core.isEmpty else { return }
    var facts: [String: String] = [:]
    var text: [UInt8] = []
    _ = XMLWalker.walk(core) { event in
      switch event {
      case .start: text = []
      case .text(let bytes): text += bytes
      case .end(let name): facts[name] = String(decoding: text, as: UTF8.self)
      }
    }
    article.title = facts["dc:title"].flatMap { $0.isEmpty ? nil : $0 }
    article.date = facts["dcterms:created"].flatMap(LooseDate.date)
  }
}
