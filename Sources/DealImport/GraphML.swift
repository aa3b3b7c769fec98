import DealModel
import DealReading

/// GraphML 1.0: directed graphs, with the attributes that export writes or those of other tools by
/// the same names.
struct GraphML {
  private struct Element {
    var isNode: Bool
    var texts: [String: String]
    /// The id of an edge, its key unless another edge has it too or an attribute says better.
    var id: String?
  }

  private var names: [String: String] = [:]
  private var defaults: [(isNode: Bool, name: String, text: String)] = []
  private var elements: [Element] = []
  private var isOpen = false
  /// The attribute whose text is gathered.
  private var key: String?
  /// The attribute that is being declared, and whether it is one of nodes.
  private var declared: (name: String, isForNodes: Bool)?
  private var text: [UInt8] = []
  private var isUndirected = false
  private var isGraph = false

  static func read(_ bytes: [UInt8]) throws(ImportError) -> DealGraph {
    var reader = GraphML()
    guard XMLWalker.walk(bytes, { reader.take($0) }) else {
      throw ImportError(line: nil, message: "no well-formed XML")
    }
    guard reader.isGraph else { throw ImportError(line: nil, message: "no GraphML") }
    guard !reader.isUndirected else {
      throw ImportError(line: nil, message: "an undirected graph does not tell who pays whom")
    }
    return try reader.graph()
  }

  private func graph() throws(ImportError) -> DealGraph {
    var counts: [String: Int] = [:]
    for element in elements where !element.isNode {
      if let id = element.id { counts[id, default: 0] += 1 }
    }
    var builder = GraphBuilder()
    for element in elements {
      var texts = element.texts
      for known in defaults where known.isNode == element.isNode && texts[known.name] == nil {
        texts[known.name] = known.text
      }
      if let id = element.id, element.isNode || texts["key"] == nil && counts[id] == 1 {
        texts["key"] = id
      }
      let cells = DealCells(texts, line: nil)
      if element.isNode { try builder.addParty(cells) } else { try builder.addDeal(cells) }
    }
    return builder.finished()
  }

  private mutating func take(_ event: XMLWalker.Event) {
    switch event {
    case .start(let name, let list):
      start(
        name,
        Dictionary(list.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
    case .text(let bytes): if key != nil { text += bytes }
    case .end(let name): end(name)
    }
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "graph":
      isGraph = true
      isUndirected = isUndirected || attributes["edgedefault"] == "undirected"
    case "key":
      guard let id = attributes["id"] else { return }
      let name = DealCells.column(attributes["attr.name"] ?? id)
      names[id] = name
      declared = (name, attributes["for"] == "node")
    case "default":
      key = declared?.name
      text = []
    case "node":
      elements.append(Element(isNode: true, texts: [:], id: attributes["id"]))
      isOpen = true
    case "edge":
      let ends = ["source", "target"].compactMap { end in attributes[end].map { (end, $0) } }
      elements.append(
        Element(
          isNode: false, texts: Dictionary(uniqueKeysWithValues: ends), id: attributes["id"]))
      isOpen = true
    case "data" where isOpen:
      key = attributes["key"].map { names[$0] ?? DealCells.column($0) }
      text = []
    default: return
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "node", "edge": isOpen = false
    case "key": declared = nil
    case "default":
      if let declared {
        let text = String(decoding: text, as: UTF8.self)
        defaults.append((declared.isForNodes, declared.name, text))
      }
      key = nil
    case "data":
      if let key, isOpen, key != "source", key != "target", !elements.isEmpty {
        elements[elements.count - 1].texts[key] = String(decoding: text, as: UTF8.self)
      }
      key = nil
    default: return
    }
  }
}
