import DealLoops
import DealModel
import DealRendering

/// The list of loops with their hops told, which needs no script.
struct LoopMarkup {
  let report: LoopReport
  let tellings: [String: String]
  let names: [String: String]

  /// The list in HTML; a sentence where there is no loop.
  var html: String {
    guard !report.loops.isEmpty else {
      return "<p class=\"note\">No party gets its own money back in these deals.</p>"
    }
    let items = report.loops.enumerated().map { item($1, number: $0 + 1) }
    return "<ol class=\"loop-list\">\(items.joined(separator: "\n"))</ol>" + remainder
  }

  private var remainder: String {
    guard report.found > report.loops.count else { return "" }
    let least = report.isComplete ? "" : "at least "
    return
      "<p class=\"note\">The first \(report.loops.count) of \(least)\(report.found) loops.</p>"
  }

  private func item(_ loop: Loop, number: Int) -> String {
    let parties = (loop.parties + loop.parties.prefix(1)).map {
      "<bdi>\(HTMLText.escaped(names[$0] ?? $0))</bdi>"
    }
    let hops = loop.hops.enumerated().map { index, hop in
      let isWeakest = index == loop.weakest && loop.bottleneck != nil
      let told = hop.deals.compactMap { tellings[$0] }.joined(separator: "; ")
      return "<li data-hop=\"\(index)\"\(isWeakest ? " class=\"weakest\"" : "")>"
        + HTMLText.escaped(told) + (isWeakest ? " <em>weakest hop</em>" : "") + "</li>"
    }
    return "<li data-loop=\"\(number)\"><div class=\"loop-head\"><span class=\"badge\">"
      + "\(Self.badge(number))</span><span class=\"way\">\(parties.joined(separator: " → "))</span>"
      + "<span class=\"figure\">\(figure(loop))</span></div>"
      + "<ol class=\"hops\">\(hops.joined())</ol></li>"
  }

  private func figure(_ loop: Loop) -> String {
    let sum = loop.bottleneck.map { "At most $\(Figures.long($0)) comes back" }
    return "\(sum ?? "No sum known") · \(Int((loop.certainty * 100).rounded()))% certain"
  }

  /// The number in a circle, as pictures have it; beyond 20 the number alone.
  private static func badge(_ number: Int) -> String {
    guard number <= 20, let scalar = Unicode.Scalar(0x245F + UInt32(number)) else {
      return String(number)
    }
    return String(scalar)
  }
}
