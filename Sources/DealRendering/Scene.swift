import DealLoops
import DealModel

/// What a picture holds before anything has a place: parties, arrows, boxes, and what is left out.
struct Scene: Sendable {
  struct Node: Sendable, Hashable {
    var party: Party
    var id: String
    var isOnLoop: Bool
    var cluster: String?
  }

  struct Edge: Sendable, Hashable {
    var id: String
    var tail: String
    var head: String
    var deals: [Deal]
    var kind: DealKind?
    var status: DealStatus
    var isGoods: Bool
    var style: EdgeStyle
    /// The ranks of the loops it is part of.
    var loops: [Int]
    var label: [String]
    var sentence: String
    var link: String?
  }

  var title: String
  var nodes: [Node] = []
  var edges: [Edge] = []
  var loops: [Loop] = []
  var options: PictureOptions
  var shownDeals: [Deal] = []
  /// What is hidden, in words; nil when nothing is.
  var hidden: String?
  /// How many arrows have no room for their label.
  var unlabelled = 0
  var articles = 0
  var asOf: String?

  /// The loops that are numbered.
  var marked: ArraySlice<Loop> { loops.prefix(options.markedLoops) }

  /// Whether an edge is drawn faint, since it is on none of the numbered loops.
  func isQuiet(_ edge: Edge) -> Bool {
    !marked.isEmpty && !edge.loops.contains { $0 <= options.markedLoops }
  }

  /// A party's name as it is drawn.
  func name(_ id: String) -> String { nodes.first { $0.party.id == id }?.party.name ?? id }

  /// The engine that lays the scene out.
  var engine: String { options.layout ?? (nodes.count > 400 ? "sfdp" : "dot") }

  /// Whether the scene can be laid out in the process that wants it: it is small and has no boxes,
  /// which Graphviz 2.42.2 cannot free.
  var isSmall: Bool { nodes.count <= 120 && !isCrowded && options.cluster == nil }

  /// Whether there are so many arrows that a layout which keeps room for labels takes too long.
  var isCrowded: Bool { edges.count > 150 }

  /// Whether the layout keeps room for the labels of arrows.
  var reservesLabels: Bool { engine == "dot" && !isCrowded }
}

extension Scene {
  init(_ graph: DealGraph, loops: [Loop], options: PictureOptions) {
    self.options = options
    self.loops = loops
    articles = graph.articles.count
    title =
      options.title ?? (graph.articles.count == 1 ? graph.articles[0].title : nil)
      ?? "Who pays whom"
    asOf = (graph.articles.compactMap(\.date) + graph.deals.compactMap(\.date)).max()?.description
    let ranks = Self.ranks(of: loops)
    let parties = Set(graph.deals.flatMap { [$0.payer, $0.payee] })
    let limit = options.maximumNodes ?? 60
    let isThinned = parties.count > limit
    let mode = options.edges ?? (isThinned ? .byKind : .split)
    var groups = DealGroup.groups(graph.deals, mode)
    let all = groups.count
    if isThinned {
      let nodes = options.maximumNodes ?? 40
      groups = Thinning(nodes: nodes, edges: nodes * 2).kept(groups, ranks)
    }
    shownDeals = groups.flatMap(\.deals)
    addNodes(graph, groups, loops)
    addEdges(graph, groups, ranks)
    if isThinned {
      let kept = loops.isEmpty ? "" : "the first \(Figures.count(loops.count, "loop")) whole, then "
      hidden =
        "Shown are \(nodes.count) of \(parties.count) parties and \(groups.count) of \(all)"
        + " arrows: \(kept)the largest sums."
    }
  }

  private static func ranks(of loops: [Loop]) -> [String: [Int]] {
    var ranks: [String: [Int]] = [:]
    for (index, loop) in loops.enumerated() {
      for key in loop.hops.flatMap(\.deals) { ranks[key, default: []].append(index + 1) }
    }
    return ranks
  }

  private mutating func addNodes(_ graph: DealGraph, _ groups: [DealGroup], _ loops: [Loop]) {
    let used = Set(groups.flatMap { [$0.payer, $0.payee] })
    let hot = Set(marked.flatMap(\.parties))
    let places = PartyPlaces(options.cluster)
    for party in graph.parties where used.contains(party.id) {
      nodes.append(
        Node(
          party: party, id: "party-" + Slug.slug(party.id), isOnLoop: hot.contains(party.id),
          cluster: places.place(of: party)))
    }
  }

  private mutating func addEdges(
    _ graph: DealGraph, _ groups: [DealGroup], _ ranks: [String: [Int]]
  ) {
    let names = Dictionary(
      nodes.map { ($0.party.id, $0.party.name) }, uniquingKeysWith: { first, _ in first })
    var sources: [String: String] = [:]
    for article in graph.articles {
      if let source = article.source, Slug.isWebAddress(source) { sources[article.id] = source }
    }
    for group in groups {
      let loops = Set(group.deals.flatMap { ranks[$0.key] ?? [] }).sorted()
      for isGoods in legs(of: group) {
        let payer = names[group.payer] ?? group.payer
        let payee = names[group.payee] ?? group.payee
        var edge = Edge(
          id: "deal-\(edges.count + 1)", tail: isGoods ? group.payee : group.payer,
          head: isGoods ? group.payer : group.payee, deals: group.deals, kind: group.kind,
          status: group.status, isGoods: isGoods,
          style: EdgeStyle(kind: group.kind, status: group.status, usd: group.usd), loops: loops,
          label: [], sentence: group.sentence(payer: payer, payee: payee),
          link: group.deals.lazy.flatMap(\.evidence).compactMap { sources[$0.article] }.first)
        if isGoods, options.leg == .both { edge.style.width = 1 }
        edge.label = label(edge, group)
        edges.append(edge)
      }
    }
  }

  /// Which arrows a group gets: where both legs are drawn, one alone if nothing comes back.
  private func legs(of group: DealGroup) -> [Bool] {
    guard options.leg == .both else { return [options.leg == .goods] }
    let isOneWay = group.deals.allSatisfy {
      $0.kind == .partnership || $0.kind == .guarantee
        || ($0.returns ?? Returns(of: $0.kind)) == .none
    }
    return isOneWay ? [false] : [false, true]
  }

  private func goods(of group: DealGroup) -> String {
    let words = Set(group.deals.map(DealWording.goods)).sorted().joined(separator: ", ")
    return options.leg == .both ? "in return: " + words : words
  }

  private func label(_ edge: Edge, _ group: DealGroup) -> [String] {
    let numbers = edge.loops.filter { $0 <= options.markedLoops && $0 <= 20 }.map(Self.circled)
    let figures =
      edge.isGoods
      ? (group.deals.count == 1 ? DealWording.quantity(group.deals[0]) ?? "" : "")
      : DealWording.figures(group.deals)
    let top = [numbers.joined(), figures].filter { !$0.isEmpty }.joined(separator: " ")
    let kind = edge.kind.map(DealWording.word) ?? "several kinds"
    var second = edge.isGoods ? goods(of: group) : kind
    if !edge.isGoods, group.deals.count == 1, group.deals[0].amount != nil,
      let quantity = DealWording.quantity(group.deals[0])
    {
      second += ", " + quantity
    }
    return [top, second].filter { !$0.isEmpty }.map { Slug.cleaned($0, limit: 60) }
  }

  /// A number in a circle: ①.
  static func circled(_ number: Int) -> String {
    Unicode.Scalar(0x245F + UInt32(number)).map { String($0) } ?? "\(number)"
  }
}
