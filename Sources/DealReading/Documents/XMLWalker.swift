import CLibXML2

/// Walks an XML document by libxml2: nothing but the bytes given is read, entities stay unexpanded.
package final class XMLWalker {
  /// What a walk comes upon; names are without their prefixes.
  package enum Event {
    case start(String, attributes: [(name: String, value: String)])
    case end(String)
    case text([UInt8])
  }

  private let visit: (Event) -> Void
  private var depth = 0

  private init(_ visit: @escaping (Event) -> Void) { self.visit = visit }

  /// Walks through a document; false where it is not well-formed.
  package static func walk(_ bytes: [UInt8], _ visit: @escaping (Event) -> Void) -> Bool {
    let walker = XMLWalker(visit)
    var events = unsafe deal_events()
    unsafe events.user = Unmanaged.passUnretained(walker).toOpaque()
    unsafe events.start = { user, name, attributes, _ in
      guard let user = unsafe user, let name = unsafe name else { return 1 }
      return unsafe XMLWalker.of(user).start(String(cString: name), HTMLParser.list(attributes))
    }
    unsafe events.end = { user, name, _ in
      guard let user = unsafe user, let name = unsafe name else { return }
      unsafe XMLWalker.of(user).end(String(cString: name))
    }
    unsafe events.text = { user, bytes, count, _ in
      guard let user = unsafe user, let bytes = unsafe bytes else { return }
      unsafe bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        let text = unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
        unsafe XMLWalker.of(user).visit(.text(text))
      }
    }
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe deal_parse_xml(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), &events) != 0
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer) -> XMLWalker {
    unsafe Unmanaged<XMLWalker>.fromOpaque(user).takeUnretainedValue()
  }

  private func start(_ name: String, _ attributes: [(name: String, value: String)]) -> Int32 {
    depth += 1
    guard depth < 256 else { return 1 }
    visit(.start(name, attributes: attributes))
    return 0
  }

  private func end(_ name: String) {
    depth -= 1
    visit(.end(name))
  }
}
