/// A run of text within one block of a page.
struct HTMLBlock {
  /// The nearest block element.
  let node: Int
  /// Whether it is a heading, and of which level.
  let heading: Int?
  /// The pieces it is made of; nil stands for a line break.
  var pieces: [Int?] = []
  /// Its length without white space, in bytes.
  var length = 0
  /// The length of its links, in bytes.
  var linkLength = 0
  /// Whether it ends as a sentence does.
  var endsSentence = false
  /// Whether it stands in something beside the article.
  var isAside = false

  /// Whether it reads as prose and not as a list of links.
  var isProse: Bool {
    length >= 60 && linkLength * 3 < length
      || endsSentence && length >= 24 && linkLength * 2 < length
  }
}

extension HTMLPage {
  /// The blocks of text in their order.
  func blocks() -> [HTMLBlock] {
    let homes = homes()
    var blocks: [HTMLBlock] = []
    var current: HTMLBlock?
    func finish() {
      if let block = current, block.length > 0 { blocks.append(block) }
      current = nil
    }
    for (index, piece) in pieces.enumerated() {
      let home = homes[piece.node]
      if index == 0 || piece.block != pieces[index - 1].block { finish() }
      if current == nil {
        current = HTMLBlock(node: home.block, heading: heading(home.block))
      } else if piece.line != pieces[index - 1].line {
        current?.pieces.append(nil)
      }
      current?.pieces.append(index)
      measure(piece, isLink: home.isLink, &current)
    }
    finish()
    return blocks
  }

  /// For each element its nearest block and whether it lies in a link.
  private func homes() -> [(block: Int, isLink: Bool)] {
    var homes: [(block: Int, isLink: Bool)] = []
    homes.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      let above = node.parent < 0 ? (block: index, isLink: false) : homes[node.parent]
      switch node.role {
      case .block, .heading, .aside: homes.append((index, above.isLink))
      case .link: homes.append((above.block, true))
      default: homes.append(above)
      }
    }
    return homes
  }

  private func heading(_ node: Int) -> Int? {
    guard nodes[node].role == .heading else { return nil }
    return nodes[node].name.utf8.last.map { Int($0) - 48 }
  }

  private func measure(_ piece: Piece, isLink: Bool, _ block: inout HTMLBlock?) {
    var length = 0
    var last: UInt8 = 0
    for byte in text[piece.text] where byte > 0x20 {
      length += 1
      last = byte
    }
    guard length > 0 else { return }
    block?.length += length
    if isLink { block?.linkLength += length }
    // . ! ? " and the last bytes of 。！？”
    block?.endsSentence =
      [0x2E, 0x21, 0x3F, 0x22].contains(last)
      || text[piece.text].last.map { [0x82, 0x81, 0x9F, 0x9D].contains($0) } ?? false
  }
}
