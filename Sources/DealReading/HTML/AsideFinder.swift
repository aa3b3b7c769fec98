/// Finds the elements that stand beside the article by what is in them, where their names say nothing.
///
/// - Cards: headings that are links, each with a line or two that lure to another story.
/// - Boxes that sell or ask: a form, or a link to log in, to subscribe or to reply.
struct AsideFinder {
  /// The elements, each once.
  private(set) var elements: Set<Int> = []
  private let page: HTMLPage
  private let blocks: [HTMLBlock]
  /// The bytes of prose in each element.
  private let prose: [Int]

  /// The longest prose of a card, in bytes without spaces.
  private static let cardLength = 220
  /// The least prose beside the cards, without which they are what the page is about.
  private static let leastRest = 200

  init(_ page: HTMLPage, _ blocks: [HTMLBlock], prose: [Int]) {
    self.page = page
    self.blocks = blocks
    self.prose = prose
    findCards()
    findActions()
    findForms()
  }

  /// Two headings or more that are links, and little prose for each of them.
  private mutating func findCards() {
    var cards: [Int: Int] = [:]
    for block in blocks where block.heading != nil && block.linkLength * 10 >= block.length * 8 {
      guard let container = container(of: block.node) else { continue }
      cards[container, default: 0] += 1
    }
    cards = cards.filter { container, count in prose[container] <= Self.cardLength * count }
    let held = cards.keys.reduce(0) { $0 + prose[$1] }
    guard cards.values.reduce(0, +) > 1, (prose.first ?? 0) - held >= Self.leastRest else {
      return
    }
    elements.formUnion(cards.keys)
  }

  /// What holds a link by which a reader logs in, subscribes or replies.
  private mutating func findActions() {
    for block in blocks where block.linkLength * 2 > block.length && block.length <= 60 {
      let text = page.string(of: block).lowercased()
      guard Self.actions.contains(where: { text.hasPrefix($0) }),
        let container = container(of: block.node, isBlockItself: true)
      else { continue }
      if isSmall(container, parts: 2) { elements.insert(container) }
    }
  }

  /// What holds a form with a line or two beside it.
  private mutating func findForms() {
    for (index, node) in page.nodes.enumerated() where node.name == "form" {
      guard let container = container(of: index), isSmall(container, parts: 4) else { continue }
      elements.insert(container)
    }
  }

  /// Whether an element holds at most one of so many equal parts of the page's prose.
  private func isSmall(_ element: Int, parts: Int) -> Bool {
    prose[element] * parts <= (prose.first ?? 0)
  }

  /// The nearest block around an element; the element itself where it holds more than the link.
  private func container(of element: Int, isBlockItself: Bool = false) -> Int? {
    var element = element
    if !(isBlockItself && prose[element] > 0) { element = page.nodes[element].parent }
    while element >= 0, page.nodes[element].role != .block { element = page.nodes[element].parent }
    guard element >= 0, !["html", "body", "main"].contains(page.nodes[element].name) else {
      return nil
    }
    return element
  }

  private static let actions = [
    "log in", "login", "sign in", "already a subscriber", "subscribe", "reply", "回复", "回覆", "登录",
    "订阅", "learn more", "了解更多",
  ]
}

extension HTMLPage {
  /// The text of a block in one line.
  func string(of block: HTMLBlock) -> String {
    var bytes: [UInt8] = []
    for piece in block.pieces { if let piece { bytes += text[pieces[piece].text] } }
    return String(decoding: bytes.drop { $0 <= 0x20 }, as: UTF8.self)
  }
}
