/// What the attributes of an element say of its part in the page.
struct HTMLMarks {
  var isHidden = false
  var isAside = false
  var isBody = false

  init(_ attributes: [(name: String, value: String)]) {
    for (name, value) in attributes {
      switch name {
      case "class", "id", "data-component", "data-testid", "itemprop": read(value)
      case "hidden": isHidden = true
      case "aria-hidden": isHidden = isHidden || value == "true"
      case "style": isHidden = isHidden || Self.hides(value)
      case "role":
        if ["navigation", "complementary", "banner", "contentinfo", "dialog", "alert", "search"]
          .contains(value)
        {
          isAside = true
        }
      default: break
      }
    }
  }

  private static func hides(_ style: String) -> Bool {
    let style = style.utf8.filter { $0 != 0x20 }
    return Array("display:none".utf8).count <= style.count
      && String(decoding: style, as: UTF8.self).contains("display:none")
  }

  private mutating func read(_ value: String) {
    var word: [UInt8] = []
    var previous = ""
    func isUpper(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
    var wasLower = false
    for byte in Array(value.utf8) + [0x20] {
      let isLetter = isASCIILetter(byte)
      if !isLetter || isUpper(byte) && wasLower, !word.isEmpty {
        let text = String(decoding: word, as: UTF8.self)
        judge(text, after: previous)
        previous = isLetter || byte == 0x2D || byte == 0x5F ? text : ""
        word = []
      }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper(byte)
    }
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }

  private mutating func judge(_ word: String, after previous: String) {
    if Self.asideWords.contains(word) || Self.asidePairs.contains(previous + word) {
      isAside = true
    }
    if Self.bodyWords.contains(word) || Self.bodyPairs.contains(previous + word) { isBody = true }
  }

  private static let asideWords: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "related", "recommend", "recommended",
    "recommendation", "recommendations", "share", "sharing", "sharebar", "social", "comment",
    "comments", "commentlist", "disqus", "cookie", "cookies", "consent", "gdpr", "ad", "ads", "adv",
    "advert", "advertisement", "adsense", "adslot", "dfp", "sponsor", "sponsored", "promo",
    "promos",
    "promotion", "newsletter", "subscribe", "subscription", "signup", "footer", "breadcrumb",
    "breadcrumbs", "crumb", "crumbs", "pagination", "pager", "tags", "taglist", "toolbar", "popup",
    "modal", "overlay", "widget", "outbrain", "taboola", "trending", "popular", "mostread",
    "ticker",
    "copyright", "disclaimer", "byline", "caption", "credit", "login", "search", "topbar", "rail",
    "teaser", "teasers", "morenews", "readmore", "carousel", "app", "download", "qrcode", "hot",
    "tuijian", "xiangguan", "pinglun", "fenxiang", "guanggao", "daohang", "dibu", "biaoqian",
    "xgyd",
    "relatedposts", "sharedaddy", "discussion", "replies", "responses", "pullquote", "onetrust",
    "paywall",
    "rank", "ranking", "paihang", "editor", "infobox", "bio", "skip", "meta", "toc", "masthead",
  ]
  private static let asidePairs: Set<String> = [
    "authorbio", "authorinfo", "authorcard", "aboutauthor", "readnext", "morefrom", "mostread",
    "alsolike", "upnext", "morestories",
    "relatednews", "topstories", "latestnews", "hotnews",
  ]
  private static let bodyWords: Set<String> = [
    "articlebody", "articlecontent", "articletext", "storybody", "storytext", "postcontent",
    "postbody", "entrycontent", "maincontent", "newstext", "newscontent", "zhengwen", "neirong",
    "maintext", "bodytext", "liveblog",
  ]
  private static let bodyPairs: Set<String> = [
    "articlebody", "articlecontent", "articletext", "storybody", "storytext", "storycontent",
    "postcontent", "postbody", "entrycontent", "contentbody", "newsbody", "newscontent", "newstext",
    "bodycontent", "articlemain", "textcontent", "richtext",
  ]
}
