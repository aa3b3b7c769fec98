/// The rules of a robots.txt (RFC 9309) for this program.
package struct Robots {
  private var rules: [(path: String, allows: Bool)] = []

  /// Reads a file.
  package init(_ bytes: [UInt8]) {
    var groups: [(agents: [String], rules: [(path: String, allows: Bool)])] = []
    var isInAgents = false
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let text = line.prefix { $0 != "#" }
      guard let colon = text.firstIndex(of: ":") else { continue }
      let name = text[..<colon].lowercased().filter { $0 != " " }
      let value = text[text.index(after: colon)...].filter { $0 != " " && $0 != "\t" }
      if name == "user-agent" {
        if !isInAgents { groups.append(([], [])) }
        groups[groups.count - 1].agents.append(value.lowercased())
        isInAgents = true
      } else if name == "allow" || name == "disallow", !groups.isEmpty {
        isInAgents = false
        if !value.isEmpty { groups[groups.count - 1].rules.append((value, name == "allow")) }
      }
    }
    let own = groups.filter { $0.agents.contains(WebPage.agent) }
    rules = (own.isEmpty ? groups.filter { $0.agents.contains("*") } : own).flatMap(\.rules)
  }

  /// Whether a path may be read: the longest rule that fits decides, an allowing one before others.
  package func allows(_ path: String) -> Bool {
    let fitting = rules.filter { Self.fits(Array(path.utf8), Array($0.path.utf8)) }
    let best = fitting.max {
      ($0.path.utf8.count, $0.allows ? 1 : 0) < ($1.path.utf8.count, $1.allows ? 1 : 0)
    }
    return best?.allows ?? true
  }

  /// Whether a path begins as a pattern with `*` and `$` says.
  private static func fits(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (at, index, star, mark) = (0, 0, -1, 0)
    while index < pattern.count {
      if pattern[index] == 0x2A {
        (star, mark) = (index, at)
        index += 1
      } else if pattern[index] == 0x24, index + 1 == pattern.count {
        if at == path.count { return true }
        guard star >= 0 else { return false }
        at = path.count
        return star + 2 == pattern.count
          || path.suffix(pattern.count - star - 2).elementsEqual(
            pattern[(star + 1)..<index])
      } else if at < path.count, path[at] == pattern[index] {
        at += 1
        index += 1
      } else {
        guard star >= 0, mark < path.count else { return false }
        mark += 1
        (at, index) = (mark, star + 1)
      }
    }
    return true
  }
}
