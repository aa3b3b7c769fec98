/// Brings pages into UTF-8 as their header, their meta elements or their bytes tell.
enum Charset {
  /// The page in UTF-8. Bytes of a UTF-8 page that are no UTF-8 become question marks, so that all
  /// others keep their place.
  static func utf8(
    ofPage bytes: [UInt8], declared: String?, path: String
  ) throws(ReadingError) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try TextDecoder.utf8(bytes, path: path)
    }
    if TextDecoder.firstFault(in: bytes) == nil { return bytes }
    let name = declared ?? meta(bytes)
    if let name, let encoding = encoding(named: name), encoding != "UTF-8",
      let text = TextDecoder.convert(bytes, from: encoding)
    {
      return text
    }
    let faults = faults(in: bytes)
    if faults.count * 50 < bytes.count {
      let high = bytes.count { $0 >= 0x80 }
      if faults.count * 10 < high { return mended(bytes, faults) }
    }
    for encoding in ["GB18030", "BIG5-HKSCS"] {
      if let text = TextDecoder.convert(bytes, from: encoding), TextDecoder.isMostlyChinese(text) {
        return text
      }
    }
    for encoding in ["CP932", "CP1252", "ISO-8859-1"] {
      if let text = TextDecoder.convert(bytes, from: encoding) { return text }
    }
    return mended(bytes, faults)
  }

  /// The name for iconv; the older Chinese sets are read as those that contain them.
  static func encoding(named name: String) -> String? {
    let name = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    switch name {
    case "utf8": return "UTF-8"
    case "gb2312", "gbk", "gb18030", "xgbk", "cp936": return "GB18030"
    case "big5", "big5hkscs", "xxbig5": return "BIG5-HKSCS"
    case "shiftjis", "sjis", "xsjis", "windows31j", "mskanji": return "CP932"
    case "iso88591", "latin1", "windows1252", "cp1252", "usascii", "ascii": return "CP1252"
    case "eucjp": return "EUC-JP"
    case "euckr", "ksc56011987": return "CP949"
    case "utf16", "utf16le": return "UTF-16LE"
    case "utf16be": return "UTF-16BE"
    default:
      let known = ["iso8859", "windows12", "koi8"].contains { name.hasPrefix($0) }
      return known ? name.replacingPrefix() : nil
    }
  }

  /// What a meta element among the first bytes says.
  private static func meta(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    guard let mark = head.utf8.firstRange(of: "charset=") else { return nil }
    let rest = head.utf8[mark...].dropFirst(8).drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
    let name = rest.prefix {
      $0 == 0x2D || $0 == 0x5F || (48...57).contains($0) || (97...122).contains($0)
    }
    return name.isEmpty ? nil : String(name)
  }

  private static func faults(in bytes: [UInt8]) -> [Int] {
    var faults: [Int] = []
    var start = 0
    while start < bytes.count, let fault = TextDecoder.firstFault(in: bytes, from: start) {
      faults.append(fault)
      start = fault + 1
    }
    return faults
  }

  private static func mended(_ bytes: [UInt8], _ faults: [Int]) -> [UInt8] {
    var bytes = bytes
    for fault in faults { bytes[fault] = 0x3F }
    return bytes
  }
}

extension String.UTF8View {
  /// Where `text` first stands.
  fileprivate func firstRange(of text: String) -> Index? {
    let wanted = Array(text.utf8)
    var index = startIndex
    while index != endIndex {
      if self[index...].starts(with: wanted) { return index }
      formIndex(after: &index)
    }
    return nil
  }
}

extension String {
  /// The name of a set of ISO, Windows or KOI as iconv writes it.
  fileprivate func replacingPrefix() -> String {
    if hasPrefix("iso8859") { return "ISO-8859-" + dropFirst(7) }
    if hasPrefix("windows") { return "CP" + dropFirst(7) }
    return hasSuffix("u") ? "KOI8-U" : "KOI8-R"
  }
}
