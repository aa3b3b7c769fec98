import CLibXML2

/// Parses pages by libxml2 and keeps for each piece of text the bytes it was read from.
final class HTMLParser {
  /// Elements nested deeper end the page: no page that people read is so deep.
  static let depthLimit = 2_000
  /// More elements end the page as well, which bounds the memory.
  static let elementLimit = 1_000_000

  private var page = HTMLPage()
  private let source: [UInt8]
  private var open: [Int] = []
  /// The end of the last tag or text, from which on the next text stands.
  private var cursor = 0
  private var textEnd = 0
  private var hidden = 0
  private var keepsScript = false
  private var script: [UInt8] = []
  private var scriptStart: Int?
  private var blocks = 0
  private var lines = 0

  private init(_ source: [UInt8]) { self.source = source }

  /// The elements and texts of a page in UTF-8.
  static func page(_ source: [UInt8]) -> HTMLPage {
    let parser = HTMLParser(AttributeLimit.applied(to: source))
    var events = unsafe deal_events()
    unsafe events.user = Unmanaged.passUnretained(parser).toOpaque()
    unsafe events.start = { user, name, attributes, offset in
      guard let user = unsafe user, let name = unsafe name else { return 1 }
      return unsafe HTMLParser.of(user).start(
        String(cString: name), HTMLParser.list(attributes), offset)
    }
    unsafe events.end = { user, name, offset in
      guard let user = unsafe user, let name = unsafe name else { return }
      unsafe HTMLParser.of(user).end(String(cString: name), offset)
    }
    unsafe events.text = { user, bytes, count, offset in
      guard let user = unsafe user, let bytes = unsafe bytes else { return }
      unsafe bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        unsafe HTMLParser.of(user).text(
          UnsafeBufferPointer(start: bytes, count: Int(count)), offset)
      }
    }
    _ = unsafe parser.source.withUnsafeBytes { bytes in
      unsafe deal_parse_html(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), &events)
    }
    while parser.open.popLast().map({ parser.close($0) }) != nil {}
    return parser.page
  }

  private static func of(_ user: UnsafeMutableRawPointer) -> HTMLParser {
    unsafe Unmanaged<HTMLParser>.fromOpaque(user).takeUnretainedValue()
  }

  static func list(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [(name: String, value: String)] {
    guard let attributes = unsafe attributes else { return [] }
    var list: [(name: String, value: String)] = []
    var index = 0
    while let name = unsafe attributes[index] {
      let value = unsafe attributes[index + 1].map { unsafe String(cString: $0) } ?? ""
      unsafe list.append((String(cString: name), value))
      index += 2
    }
    return list
  }

  private func start(
    _ name: String, _ attributes: [(name: String, value: String)], _ offset: Int
  ) -> Int32 {
    passTag(offset)
    guard open.count < Self.depthLimit, page.nodes.count < Self.elementLimit else { return 1 }
    keep(name, attributes)
    let marks = HTMLMarks(attributes)
    var role = HTMLRole(name: name)
    if marks.isHidden { role = .hidden }
    let canBeAside = !["html", "body", "article", "main"].contains(name)
    page.nodes.append(
      HTMLPage.Node(
        name: name, parent: open.last ?? -1, role: role,
        isAside: canBeAside && (role == .aside || marks.isAside),
        isBody: marks.isBody || name == "article" || name == "main", end: 0))
    open.append(page.nodes.count - 1)
    count(role)
    if role == .hidden { hidden += 1 }
    return 0
  }

  private func end(_ name: String, _ offset: Int) {
    passTag(offset)
    if keepsScript, name == "script" {
      page.linkedData.append((script, scriptStart.flatMap(verified)))
      script = []
      scriptStart = nil
      keepsScript = false
    }
    guard let at = open.lastIndex(where: { page.nodes[$0].name == name }) else { return }
    while open.count > at, let node = open.popLast() { close(node) }
  }

  private func count(_ role: HTMLRole) {
    switch role {
    case .block, .heading, .aside: blocks += 1
    case .lineBreak: lines += 1
    default: break
    }
  }

  private func close(_ node: Int) {
    if page.nodes[node].role != .lineBreak { count(page.nodes[node].role) }
    page.nodes[node].end = page.nodes.count
    if page.nodes[node].role == .hidden { hidden -= 1 }
  }

  /// Keeps what an element tells about the page.
  private func keep(_ name: String, _ attributes: [(name: String, value: String)]) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    switch name {
    case "meta":
      if let key = value("property") ?? value("name") ?? value("itemprop") ?? value("http-equiv"),
        let content = value("content")
      {
        page.meta.append((key.lowercased(), content))
      }
    case "time":
      if let date = value("datetime") { page.meta.append(("time", date)) }
    case "html":
      if let language = value("lang") { page.meta.append(("lang", language)) }
    case "link":
      if value("rel") == "canonical", let link = value("href") {
        page.meta.append(("canonical", link))
      }
    case "script": keepsScript = value("type")?.lowercased() == "application/ld+json"
    default: break
    }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    if keepsScript {
      if script.isEmpty { scriptStart = offset - bytes.count }
      unsafe script.append(contentsOf: bytes)
      return
    }
    guard let node = open.last else { return }
    if page.nodes[node].name == "title", page.title.isEmpty || hidden > 0 {
      unsafe page.title.append(contentsOf: bytes)
      return
    }
    guard hidden == 0 else { return }
    let start = page.text.count
    unsafe page.text.append(contentsOf: bytes)
    let range = start..<page.text.count
    page.pieces.append(
      HTMLPage.Piece(
        node: node, text: range, page: place(of: range, offset), block: blocks, line: lines))
  }

  /// The place of a script; nil where its bytes do not stand there.
  private func verified(_ start: Int) -> Int? {
    guard start >= 0, start + script.count <= source.count,
      source[start..<start + script.count] == script[...]
    else { return nil }
    return start
  }

  /// Notes a tag that ends before `offset`. One that the parser adds is told where no tag stands.
  private func passTag(_ offset: Int) {
    guard offset > cursor, offset <= source.count, source[offset - 1] == 0x3E else { return }
    cursor = offset
  }

  /// The bytes of the page that read as the text of `range`, which the parser has just passed: the
  /// same bytes, or the character reference that stands for them.
  private func place(of range: Range<Int>, _ offset: Int) -> Range<Int> {
    let end = min(max(offset, 1), source.count)
    var place = end - range.count..<end
    if !(place.lowerBound >= textEnd && reads(place.lowerBound, range)) {
      let start = min(max(cursor, textEnd), end - 1)
      let floor = max(start, end - 40)
      if reads(start, range) {
        place = start..<start + range.count
      } else {
        place = (source[floor..<end].lastIndex(of: 0x26) ?? floor)..<end
        // As many bytes as the text has would be taken for the text itself.
        if place.count == range.count {
          place = end < source.count ? floor..<end + 1 : max(0, floor - 1)..<end
        }
      }
    }
    textEnd = min(place.upperBound, end)
    cursor = max(cursor, textEnd)
    return place
  }

  /// Whether the bytes from `start` on are those of the text in `range`.
  private func reads(_ start: Int, _ range: Range<Int>) -> Bool {
    start >= 0 && start + range.count <= source.count
      && source[start..<start + range.count] == page.text[range]
  }
}
