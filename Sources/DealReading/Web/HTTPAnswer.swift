/// A response of HTTP/1: its status, its fields and its body (RFC 9112).
struct HTTPAnswer {
  let status: Int
  let fields: [(name: String, value: String)]
  let body: [UInt8]

  /// Reads a response; nil where it is none. A body that is decoded has no chunks any more.
  init?(_ bytes: [UInt8], isDecoded: Bool = false) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var lines: [String] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      let line = String(decoding: bytes[start..<end].filter { $0 != 0x0D }, as: UTF8.self)
      start = end + 1
      if line.isEmpty { break }
      lines.append(line)
    }
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    fields = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (line[..<colon].lowercased(), String(value))
    }
    let rest = Array(bytes[start...])
    let isChunked =
      !isDecoded
      && fields.contains {
        $0.name == "transfer-encoding" && $0.value.lowercased().contains("chunked")
      }
    body = isChunked ? Self.dechunked(rest) ?? rest : rest
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The content type without its parameters.
  var contentType: String? {
    self["content-type"]?.split(separator: ";").first.map {
      $0.lowercased().filter { $0 != " " }
    }
  }

  /// The charset of the content type.
  var charset: String? {
    guard let type = self["content-type"]?.lowercased(),
      let parameter = type.split(separator: ";").first(where: { $0.contains("charset=") })
    else { return nil }
    let name = parameter.split(separator: "=").last ?? ""
    return name.filter { $0 != "\"" && $0 != " " && $0 != "'" }
  }

  /// Whether the body is still packed.
  var isCompressed: Bool { self["content-encoding"].map { $0 != "identity" } ?? false }

  /// The body without the sizes of its chunks; nil where it is not chunked after all, as in archives
  /// that keep the field but not the chunks.
  private static func dechunked(_ bytes: [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    var index = 0
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      let digits = bytes[index..<end].prefix { $0 != 0x3B && $0 != 0x0D }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
        return nil
      }
      if size == 0 { return body }
      guard size <= bytes.count - end - 1 else { return body + bytes[(end + 1)...] }
      body += bytes[(end + 1)..<(end + 1 + size)]
      index = min(bytes.count, end + 1 + size + 2)
    }
    return body
  }
}
