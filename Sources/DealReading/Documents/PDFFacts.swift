import DealModel
import DealPrograms

/// What the information dictionary of a PDF tells (ISO 32000, 14.3.3), as `pdfinfo` of poppler gives
/// it; empty where that program is missing.
struct PDFFacts {
  private(set) var title: String?
  private(set) var date: PartialDate?

  init(of document: [UInt8]) {
    let limits = ProgramLimits(seconds: 30, output: 1 << 20, memory: 4 << 30)
    let run = OptionalPrograms.pdfinfo?.run(
      ["-isodates", "-enc", "UTF-8", "-"], input: document, limits: limits)
    self.init(listing: run?.ending == .exited(0) ? run?.outputText ?? "" : "")
  }

  /// Reads lines such as `CreationDate:    2025-09-22T08:00:00Z`.
  init(listing: String) {
    for line in listing.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = HTMLFacts.oneLine(String(line[line.index(after: colon)...]))
      switch line[..<colon] {
      case "Title" where Self.isTitle(value): title = value
      case "CreationDate": date = LooseDate.date(value)
      default: break
      }
    }
  }

  /// Whether a title was written by a person: not left as a program fills it in, nor a file's name.
  private static func isTitle(_ title: String) -> Bool {
    let folded = title.lowercased()
    let endings = [
      ".doc", ".docx", ".pdf", ".indd", ".qxd", ".ppt", ".pptx", ".xls", ".xlsx", ".rtf",
    ]
    let fillers = ["untitled", "(anonymous)", "document", "document1", "unspecified", "none"]
    return title.utf8.count >= 4 && !fillers.contains(folded)
      && !folded.hasPrefix("microsoft word - ") && !folded.hasPrefix("untitled")
      && !endings.contains { folded.hasSuffix($0) }
  }
}
