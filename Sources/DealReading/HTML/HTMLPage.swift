/// A page as the parser saw it: elements in the order of their start, and pieces of text.
struct HTMLPage {
  /// An element.
  struct Node {
    let name: String
    let parent: Int
    let role: HTMLRole
    /// Its class and id attributes name something beside the article.
    let isAside: Bool
    /// Its class, id or itemprop attributes name the article's text.
    let isBody: Bool
    /// One past its last descendant.
    var end: Int
  }

  /// A piece of text, and the bytes of the page that it was read from.
  struct Piece {
    let node: Int
    let text: Range<Int>
    let page: Range<Int>
    /// How many blocks began or ended before it.
    let block: Int
    /// How many lines were broken before it.
    let line: Int
  }

  var nodes: [Node] = []
  var pieces: [Piece] = []
  /// The bytes of the pieces, one after the other.
  var text: [UInt8] = []
  /// Names and contents of the meta elements; `time` and `lang` are kept here too.
  var meta: [(name: String, content: String)] = []
  /// The contents of the scripts of the type application/ld+json, and where they start in the page.
  var linkedData: [(bytes: [UInt8], start: Int?)] = []
  /// The content of the title element.
  var title: [UInt8] = []

  /// The first content of the first of `names` that has one.
  func meta(_ names: [String]) -> String? {
    for name in names {
      if let found = meta.first(where: { $0.name == name && !$0.content.isEmpty }) {
        return found.content
      }
    }
    return nil
  }
}

/// What an element is to the text.
enum HTMLRole {
  /// Never text: scripts, styles, forms' controls.
  case hidden
  /// Beside the text: navigation, footers.
  case aside
  /// A paragraph or another block of text.
  case block
  /// A heading.
  case heading
  /// A link.
  case link
  /// A line break.
  case lineBreak
  /// Within a line of text.
  case inline

  init(name: String) {
    switch name {
    case "script", "style", "noscript", "template", "svg", "iframe", "object", "button", "select",
      "textarea", "input", "head", "canvas", "audio", "video", "math", "ix:header":
      self = .hidden
    case "nav", "footer", "aside", "menu", "dialog", "amp-ad", "amp-sidebar", "amp-list",
      "amp-consent", "amp-embed", "amp-user-notification", "figcaption":
      self = .aside
    case "h1", "h2", "h3", "h4", "h5", "h6": self = .heading
    case "a": self = .link
    case "br", "hr": self = .lineBreak
    case "p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "tbody", "thead", "section",
      "article", "main", "header", "body", "html", "blockquote", "pre", "dd", "dt", "dl", "figure",
      "form", "fieldset", "address", "center", "details", "summary", "title", "tfoot":
      self = .block
    default: self = .inline
    }
  }
}
