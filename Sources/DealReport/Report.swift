import DealLoops
public import DealModel
public import DealRendering

/// One HTML file in which a reader questions a graph: the picture, the loops, filters, the sentences.
///
/// The file holds all it needs. Its content security policy allows the script and the style it was
/// written with and nothing else: no request leaves it. Texts of articles are escaped, their controls
/// dropped. Without a script it still shows the picture, the loops told, and all deals in a table.
public struct Report: Sendable {
  /// The headline.
  public var title = "Who pays whom"
  /// The layout of the picture; nil for what suits its size.
  public var layout: String?
  /// Who lays out what is not small; nil for this very process.
  public var worker: Worker?
  /// How many loops are listed.
  public var maximumLoops = 50

  private let graph: DealGraph

  /// Makes the report of a graph.
  public init(_ graph: DealGraph) { self.graph = graph }

  /// The bytes of the file, the same for the same graph.
  ///
  /// - Throws: ``RenderingError`` when Graphviz cannot draw the graph.
  public func html() throws(RenderingError) -> [UInt8] {
    let names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let articles = Dictionary(
      graph.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let tellings = graph.deals.map { deal in
      DealTelling(
        deal, payer: names[deal.payer] ?? deal.payer, payee: names[deal.payee] ?? deal.payee)
    }
    let sentences = Dictionary(
      zip(graph.deals.map(\.key), tellings.map(\.sentence)), uniquingKeysWith: { first, _ in first }
    )
    var search = LoopSearch()
    search.limit = maximumLoops
    let report = search.loops(in: graph)
    let legend = LegendMarkup(graph: graph)
    let data = PageData(graph: graph, tellings: tellings)
    let parts = [
      "policy": Self.policy, "style": Self.style, "script": PageAssets.script,
      "title": HTMLText.escaped(title), "kicker": HTMLText.escaped(kicker),
      "lede": HTMLText.escaped(lede(report)),
      "kinds": legend.kinds, "statuses": legend.statuses,
      "picture": graph.deals.isEmpty
        ? "<p class=\"note\">No deals to draw.</p>" : try picture(report.loops),
      "loops": LoopMarkup(report: report, tellings: sentences, names: names).html,
      "table": DealTable(graph: graph, tellings: tellings, names: names, articles: articles).html,
      "articles": articleList, "graph": PageData.harmless(graph.json()),
      "loopData": PageData.harmless(report.json()), "told": data.told,
    ]
    return Array(Self.filled(PageAssets.template, with: parts).utf8)
  }

  /// The script and the style by their hashes, pictures from the page itself, no other thing.
  private static var policy: String {
    let script = SHA256.base64(Array(PageAssets.script.utf8))
    let style = SHA256.base64(Array(style.utf8))
    return "default-src 'none'; script-src 'sha256-\(script)'; style-src 'sha256-\(style)'; "
      + "img-src data:; base-uri 'none'; form-action 'none'; "
      + "require-trusted-types-for 'script'; trusted-types 'none'"
  }

  /// The style of the picture and, over it, that of the page.
  static var style: String { Picture.styleSheet + PageAssets.style }

  /// The `svg` element; title, key and style are the page's.
  private func picture(_ loops: [Loop]) throws(RenderingError) -> String {
    var options = PictureOptions()
    options.layout = layout
    options.title = title
    options.hasLegend = false
    options.hasLinks = false
    options.embedsStyle = false
    options.frame = PictureOptions.Frame(width: 850, height: 540)
    let picture = Picture(
      graph: graph, loops: Array(loops.prefix(20)), options: options, worker: worker)
    let svg = try picture.svg()
    return String(svg[(svg.firstRange(of: "<svg")?.lowerBound ?? svg.startIndex)...])
  }

  /// The template with its slots filled; what fills a slot is not searched for slots.
  private static func filled(_ template: String, with parts: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstRange(of: "{{"), let close = rest.firstRange(of: "}}") {
      result += rest[..<open.lowerBound]
      result += parts[String(rest[open.upperBound..<close.lowerBound])] ?? ""
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private var kicker: String {
    let last = graph.articles.compactMap(\.date).max() ?? graph.deals.compactMap(\.date).max()
    let date = last.map { " · as of \(Figures.words($0))" } ?? ""
    return "Read from \(Figures.count(graph.articles.count, "article"))\(date) · sums in US dollars"
  }

  private func lede(_ report: LoopReport) -> String {
    let sums = graph.deals.count { $0.amount?.usd != nil }
    let loops = report.found == 0 ? "no loop" : Figures.count(report.found, "loop")
    return "\(Figures.count(graph.deals.count, "deal")) between "
      + "\(Figures.count(graph.parties.count, "party", "parties")), \(sums) with a known sum; "
      + "\(loops) in which money comes back. Arrows go with the money, from payer to payee."
  }

  private var articleList: String {
    guard !graph.articles.isEmpty else { return "<p class=\"note\">The graph names none.</p>" }
    let items = graph.articles.map { article in
      let language = article.language.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
      let name = article.title ?? article.source ?? article.id
      let date = article.date.map { ", " + Figures.words($0) } ?? ""
      let source = article.source.map { $0 == name ? "" : " · " + HTMLText.escaped($0) } ?? ""
      return
        "<li><span\(language)>\(HTMLText.link(name, to: article.source))</span>\(date)\(source)</li>"
    }
    return "<ul>\(items.joined())</ul>"
  }
}
