/// The formats that articles are read from.
public enum InputFormat: String, Sendable, CaseIterable {
  /// Plain text or Markdown.
  case text
  /// A web page.
  case html
  /// JSON: an article, an array of them, a crawler's answer, or a graph.
  case json
  /// JSON Lines, an article a line.
  case jsonl
  /// A table with a head row, an article a row.
  case csv
  /// RSS or Atom, an article an entry.
  case feed
  /// A web archive: WARC or WET.
  case warc
  /// A mail.
  case eml
  /// A Word document.
  case docx
  /// A PDF.
  case pdf
  /// A full submission of EDGAR.
  case edgar
  /// A compressed file or an archive: gz, bz2, xz, zst, zip, tar.
  case archive
}
