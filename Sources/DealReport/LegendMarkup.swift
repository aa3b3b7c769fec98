import DealModel
import DealRendering

/// The legend: kinds and statuses with their counts, which the script makes filters of.
struct LegendMarkup {
  let graph: DealGraph

  /// The kinds that the graph holds, in the order of the contract, others after them.
  var kinds: String {
    let met = Self.ordered(graph.deals.map(\.kind), known: DealKind.all) { $0.rawValue }
    return met.map { kind in
      let count = graph.deals.count { $0.kind == kind }
      let swatch =
        "<svg class=\"swatch kind-\(Self.name(kind.rawValue))\" viewBox=\"0 0 34 12\" aria-hidden=\"true\"><line x1=\"0\" y1=\"6\" x2=\"24\" y2=\"6\"/>\(Self.arrow(kind))</svg>"
      return chip(kind.rawValue, DealWording.word(kind), count, swatch)
    }.joined()
  }

  /// The statuses that the graph holds, the firmest first.
  var statuses: String {
    let met = Self.ordered(graph.deals.map(\.status), known: DealStatus.all) { $0.rawValue }
    return met.map { status in
      let count = graph.deals.count { $0.status == status }
      let dashes =
        switch status {
        case .planned: " stroke-dasharray=\"6 4\""
        case .talks, .ended: " stroke-dasharray=\"2 4\""
        default: ""
        }
      let swatch =
        "<svg class=\"swatch \(status == .ended ? "" : "line")\" viewBox=\"0 0 34 12\" aria-hidden=\"true\"><line x1=\"0\" y1=\"6\" x2=\"34\" y2=\"6\"\(dashes)/></svg>"
      return chip(status.rawValue, status.rawValue, count, swatch)
    }.joined()
  }

  private func chip(_ value: String, _ word: String, _ count: Int, _ swatch: String) -> String {
    "<label class=\"chip\"><input class=\"only-live\" type=\"checkbox\" checked value=\"\(HTMLText.escaped(value))\">"
      + "\(swatch)<span class=\"word\">\(HTMLText.escaped(word))</span> <b>\(count)</b></label>"
  }

  /// The values that were met, the known ones in their order, the others by name.
  static func ordered<Value: Hashable>(
    _ met: [Value], known: [Value], by name: (Value) -> String
  ) -> [Value] {
    let set = Set(met)
    return known.filter(set.contains)
      + set.subtracting(known).sorted { name($0) < name($1) }
  }

  /// A word of a file as part of a class: letters, digits and hyphens.
  static func name(_ word: String) -> String {
    String(word.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-") })
  }

  /// The arrowhead of a kind, as in the picture.
  private static func arrow(_ kind: DealKind) -> String {
    let normal = "<path d=\"M24 2 34 6 24 10Z\"/>"
    return switch kind {
    case .acquisition: "<path d=\"M17 2 26 6 17 10ZM25 2 34 6 25 10Z\"/>"
    case .equityGrant: "<path class=\"open\" d=\"M24 2 34 6 24 10Z\"/>"
    case .lease: "<path d=\"M22 2 34 6 22 10 26 6Z\"/>"
    case .licence: "<path d=\"M22 6 28 2 34 6 28 10Z\"/>"
    case .guarantee: "<path d=\"M24 5H31V1H34V11H31V7H24Z\"/>"
    case .grant: "<path class=\"open\" d=\"M22 6 28 2 34 6 28 10Z\"/>"
    case .revenueShare: "<path class=\"open\" d=\"M24 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z\"/>"
    case .partnership: "<line x1=\"24\" y1=\"6\" x2=\"34\" y2=\"6\"/>"
    default: normal
    }
  }
}
