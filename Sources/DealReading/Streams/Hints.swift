import DealModel

/// What is known of bytes before they are looked into.
struct Hints {
  /// The name for messages and for the article's source.
  var name: String
  /// The content type without parameters, in lower case.
  var contentType: String?
  /// The charset that a header tells.
  var charset: String?
  /// Where the text was published.
  var url: String?
  /// When it was published.
  var date: PartialDate?
  /// The format that the user forces.
  var format: InputFormat?
  /// How many archives the bytes lie in.
  var depth = 0
  /// Whether the user named a whole folder or archive, so that what is no text is passed over.
  var isListed = false

  init(name: String, format: InputFormat? = nil) {
    self.name = name
    self.format = format
  }

  /// The hints for an entry.
  func inside(_ name: String) -> Hints {
    var hints = Hints(name: name)
    hints.format = format == .archive ? nil : format
    hints.depth = depth + 1
    hints.isListed = true
    return hints
  }

  /// The ending of the name in lower case, without the dot.
  var suffix: String { Self.suffix(of: name) }

  /// The name without the ending of a compressed file.
  var nameWithoutCompression: String {
    ["gz", "bz2", "xz", "zst", "tgz"].contains(suffix)
      ? String(name.dropLast(suffix.utf8.count + 1)) : name
  }

  static func suffix(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[dot...].dropFirst().lowercased()
  }
}
