/// A name without case, width, punctuation and legal form, by which two spellings are one.
///
/// `The NVIDIA Corp.` and `ＮＶＩＤＩＡ` are both `nvidia`; `Scale AI, Inc.` is `scaleai`.
struct FoldedName: Hashable, Sendable {
  private static let suffixes: Set<String> = [
    "incorporated", "inc", "corporation", "corp", "company", "co", "limited", "ltd", "llc", "lp",
    "llp", "plc", "ag", "sa", "se", "nv", "gmbh", "holding", "holdings", "group", "technologies",
    "技术", "科技", "公司", "有限公司", "股份有限公司", "股份", "集团", "集團",
  ]

  let text: String

  init(_ name: String) {
    let plain = Self.plain(name)
    var words = Self.words(plain)
    while let last = words.last {
      // A suffix is a word of letters and digits: `a/group` ends with one, `agroup` does not.
      let tail = last.reversed().prefix(while: Self.isWordPart)
      guard Self.suffixes.contains(String(String.UnicodeScalarView(tail.reversed()))) else { break }
      let rest = last.dropLast(tail.count)
      words.removeLast()
      if !rest.isEmpty {
        words.append(String.UnicodeScalarView(rest))
      }
    }
    let folded = words.map { String($0) }.joined()
    text = folded.isEmpty ? String(plain) : folded
  }

  /// The name in lower case with forms of compatibility (full width, ligatures) made plain.
  private static func plain(_ name: String) -> String.UnicodeScalarView {
    var plain = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: plain.append(" ")
      case 0xDF, 0x1E9E: plain.append(contentsOf: "ss".unicodeScalars)
      case 0x2122: plain.append(contentsOf: "tm".unicodeScalars)
      case 0xFB00: plain.append(contentsOf: "ff".unicodeScalars)
      case 0xFB01: plain.append(contentsOf: "fi".unicodeScalars)
      case 0xFB02: plain.append(contentsOf: "fl".unicodeScalars)
      case 0x2026: plain.append(contentsOf: "...".unicodeScalars)
      case 0x2011: plain.append("\u{2010}")
      default: plain.append(scalar)
      }
    }
    return String(plain).lowercased().unicodeScalars
  }

  /// The words between spaces and punctuation, without a leading article.
  private static func words(_ plain: String.UnicodeScalarView) -> [String.UnicodeScalarView] {
    let trimmed = plain.drop { $0.properties.isWhitespace }
    let article = "the".unicodeScalars
    let start =
      trimmed.starts(with: article) && trimmed.dropFirst(3).first?.properties.isWhitespace == true
      ? trimmed.dropFirst(3) : trimmed
    return start.split(whereSeparator: isMark).map { String.UnicodeScalarView($0) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ".,'’\"“”&·-–—()".unicodeScalars.contains(scalar)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }
}
