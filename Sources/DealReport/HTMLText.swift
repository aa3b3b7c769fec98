/// Text as the content of an HTML element or a quoted attribute.
enum HTMLText {
  /// The text with markup escaped; controls and marks that turn the direction of writing become spaces.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case "'": result += "&#39;".unicodeScalars
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text with all but letters and digits percent-encoded (RFC 3986), as keys are in attributes.
  static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }

  /// A link where the address is one of the web, else the text alone.
  static func link(_ text: String, to address: String?) -> String {
    guard let address, isWeb(address) else { return "<bdi>\(escaped(text))</bdi>" }
    return
      "<a href=\"\(escaped(address))\" rel=\"noopener noreferrer\"><bdi>\(escaped(text))</bdi></a>"
  }

  /// Whether an address begins with `http://` or `https://` and holds no space or control.
  static func isWeb(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return false }
    return address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
