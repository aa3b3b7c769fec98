/// Finds the article's blocks in a page.
///
/// A block is prose when it is long and holds few links. The article is the deepest element that
/// holds most of the page's prose; what stands in it is kept but for lists of links, for what its
/// class or id names as something else, and for lines that such pages repeat.
struct MainText {
  private let page: HTMLPage
  private var blocks: [HTMLBlock]

  init(_ page: HTMLPage) {
    self.page = page
    blocks = page.blocks()
    markAsides()
  }

  /// The blocks to be read, the headline first where the page has one.
  func articleBlocks() -> [HTMLBlock] {
    guard let root = root() else {
      return blocks.filter { !$0.isAside && $0.linkLength * 2 < $0.length }
    }
    let range = root..<page.nodes[root].end
    let first =
      blocks.firstIndex { block in
        range.contains(block.node) && block.isProse && !block.isAside && block.heading == nil
      } ?? 0
    let headline = blocks[..<first].lastIndex { $0.heading == 1 }
    let inside = blocks.indices.filter { index in
      index == headline
        || range.contains(blocks[index].node) && !blocks[index].isAside
          && blocks[index].heading != 1
    }
    return inside.indices.filter { index in
      inside[index] == headline || isKept(at: index, of: inside)
    }.map { blocks[inside[$0]] }
  }

  /// The page's headline where it is a block that stands before a byte of the page.
  func headline(before place: Int) -> HTMLBlock? {
    blocks.first { block in
      block.heading == 1
        && block.pieces.allSatisfy { $0.map { page.pieces[$0].page.upperBound <= place } ?? true }
    }
  }

  /// All blocks but those that are not to be seen, as documents that are no web page want them.
  func allBlocks() -> [HTMLBlock] { blocks }

  private func isKept(at index: Int, of inside: [Int]) -> Bool {
    let block = blocks[inside[index]]
    if block.heading != nil {
      guard index + 1 < inside.count else { return false }
      return blocks[inside[index + 1]].isProse && !Boilerplate.isLine(page.string(of: block))
    }
    if block.linkLength * 2 > block.length { return false }
    if block.length < 240, Boilerplate.isLine(page.string(of: block)) { return false }
    if block.isProse { return true }
    let name = page.nodes[block.node].name
    if block.linkLength == 0, block.endsSentence, name == "div" || name == "section" { return true }
    return block.linkLength == 0
      && (["p", "td", "th", "li", "blockquote", "pre", "dd", "dt"].contains(name))
  }

  /// Marks the blocks within elements that stand beside the article. An element that holds most of
  /// the prose is the article, whatever it is called.
  private mutating func markAsides() {
    let prose = sums { $0.isProse ? $0.length : 0 }
    let total = prose.first ?? 0
    let found = AsideFinder(page, blocks, prose: prose).elements
    var aside = [Bool](repeating: false, count: page.nodes.count)
    for (index, node) in page.nodes.enumerated() {
      let above = node.parent >= 0 && aside[node.parent]
      aside[index] =
        above || found.contains(index) || node.isAside && (prose[index] * 2 <= total || total == 0)
    }
    for index in blocks.indices { blocks[index].isAside = aside[blocks[index].node] }
  }

  /// The deepest element with most of the prose.
  private func root() -> Int? {
    let prose = sums { $0.isProse && !$0.isAside ? $0.length : 0 }
    guard let total = prose.first, total > 0 else { return nil }
    if let marked = page.nodes.indices.last(where: {
      page.nodes[$0].isBody && prose[$0] * 2 > total
    }) {
      return marked
    }
    return page.nodes.indices.last { prose[$0] * 10 >= total * 8 }
  }

  /// For each element the sum over the blocks in it.
  private func sums(_ value: (HTMLBlock) -> Int) -> [Int] {
    var sums = [Int](repeating: 0, count: page.nodes.count)
    for block in blocks { sums[block.node] += value(block) }
    for index in page.nodes.indices.reversed() where page.nodes[index].parent >= 0 {
      sums[page.nodes[index].parent] += sums[index]
    }
    return sums
  }
}

/// Lines that pages repeat beside their text.
enum Boilerplate {
  /// Whether a short line begins as such lines do.
  static func isLine(_ line: String) -> Bool {
    let marks: Set<Character> = ["（", "【", "[", "(", "※", "*", "▲", "●", " ", "　"]
    let start = String(line.drop { marks.contains($0) }.prefix(40)).lowercased()
    return beginnings.contains { start.hasPrefix($0) }
  }

  private static let beginnings = [
    "advertisement", "read more", "related:", "related stories", "related articles", "see also",
    "sign up", "subscribe", "share this", "follow us", "click here", "copyright", "©",
    "all rights reserved", "photo:", "image:", "image credit", "getty images", "more on this",
    "read next", "you may also like", "recommended", "most read", "comments", "leave a comment",
    "log in", "continue reading", "story continues below", "this story is for subscribers",
    "责任编辑", "责编", "编辑：", "原标题", "相关阅读", "相关新闻", "推荐阅读", "延伸阅读", "声明：",
    "免责声明", "版权", "来源：", "扫码", "扫一扫", "点击", "举报", "返回搜狐", "更多精彩", "分享到",
    "上一篇", "下一篇", "特别声明", "热门评论", "網友評論", "责任編輯", "相關新聞", "延伸閱讀", "本文来自", "作者：",
  ]
}
