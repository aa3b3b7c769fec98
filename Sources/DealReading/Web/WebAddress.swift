#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An http or https URL, taken apart.
struct WebAddress {
  let scheme: String
  let host: String
  let port: Int
  /// The path with its query.
  let path: String

  init?(_ url: String) {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    let scheme = url.lowercased().hasPrefix("https://") ? "https" : "http"
    guard url.lowercased().hasPrefix(scheme + "://") else { return nil }
    let rest = url.dropFirst(scheme.utf8.count + 3).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard !authority.contains("@"), !authority.contains("\\") else { return nil }
    var name = authority
    var port = scheme == "https" ? 443 : 80
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
      guard let number = Int(authority[authority.index(after: colon)...]),
        (1...65_535).contains(number)
      else { return nil }
      port = number
      name = authority[..<colon]
    }
    guard !name.isEmpty else { return nil }
    self.scheme = scheme
    self.port = port
    host = name.lowercased()
    let path = String(rest[authority.endIndex...])
    self.path = path.hasPrefix("/") ? path : "/" + path
  }

  var origin: String { "\(scheme)://\(host):\(port)" }

  /// A target of a redirect.
  func resolved(_ target: String) -> String {
    if target.contains("://") { return target }
    if target.hasPrefix("//") { return scheme + ":" + target }
    if target.hasPrefix("/") { return origin + target }
    let folder = path.prefix { $0 != "?" }
    let end = folder.lastIndex(of: "/") ?? folder.startIndex
    return origin + folder[...end] + target
  }

  /// What binds curl to the address that was looked up and judged here: `host:port:address`.
  ///
  /// - Throws: ``ReadingError`` when the name has no address, or one that is not public.
  func pin(named url: String, allowsPrivate: Bool) throws(ReadingError) -> String {
    let bare = host.filter { $0 != "[" && $0 != "]" }
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(bare, nil, &hints, &list) == 0, let first = unsafe list else {
      throw ReadingError(.missing, path: url, "no address for the name \(host)")
    }
    defer { unsafe freeaddrinfo(first) }
    var texts: [String] = []
    var next = unsafe list
    while let item = unsafe next {
      let info = unsafe item.pointee
      unsafe next = info.ai_next
      guard let bytes = unsafe Self.bytes(info) else { continue }
      if !allowsPrivate, !AddressRange.isPublic(bytes) {
        throw ReadingError(
          .missing, path: url, "\(host) has a private address; --allow-private reads it")
      }
      texts.append(Self.text(bytes))
    }
    guard let text = texts.first else {
      throw ReadingError(.missing, path: url, "no address for the name \(host)")
    }
    return "\(host):\(port):\(text)"
  }

  private static func bytes(_ info: addrinfo) -> [UInt8]? {
    let (start, count) = unsafe info.ai_family == AF_INET6 ? (8, 16) : (4, 4)
    guard unsafe info.ai_family == AF_INET || info.ai_family == AF_INET6,
      let address = unsafe info.ai_addr
    else { return nil }
    return unsafe Array(
      UnsafeRawBufferPointer(start: UnsafeRawPointer(address) + start, count: count))
  }

  private static func text(_ bytes: [UInt8]) -> String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    let groups = stride(from: 0, to: 16, by: 2).map {
      String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16)
    }
    return "[" + groups.joined(separator: ":") + "]"
  }
}

/// The address ranges that are not public (IANA special-purpose registries).
enum AddressRange {
  static func isPublic(_ address: [UInt8]) -> Bool {
    guard address.count == 16 else { return isPublic4(address) }
    if address[..<10].allSatisfy({ $0 == 0 }) {
      return address[10] == 0xFF && address[11] == 0xFF && isPublic4(Array(address[12...]))
    }
    if address[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return isPublic4(Array(address[12...]))
    }
    return address[0] & 0xE0 == 0x20 && !(address[0] == 0x20 && address[1] == 2)
  }

  private static func isPublic4(_ address: [UInt8]) -> Bool {
    let (first, second) = (address[0], address[1])
    switch first {
    case 0, 10, 127, 224...255: return false
    case 100: return !(64...127).contains(second)
    case 169: return second != 254
    case 172: return !(16...31).contains(second)
    case 192: return second != 168 && !(second == 0 && address[2] <= 2)
    case 198: return second != 18 && second != 19
    default: return true
    }
  }
}
