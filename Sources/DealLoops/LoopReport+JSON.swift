import DealModel

extension LoopReport {
  /// The JSON of the contract's `dealgraph-loops`.
  ///
  /// Where the search was not complete, `exact` says whether the loops are the first in rank all the
  /// same; `window` is there where it was asked for.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("format")
    writer.string("dealgraph-loops")
    writer.name("version")
    writer.integer(1)
    writer.name("complete")
    writer.bool(isComplete)
    writer.name("found")
    writer.integer(found)
    if !isComplete {
      writer.name("exact")
      writer.bool(isExact)
    }
    if let window {
      writer.name("window")
      writer.integer(window)
    }
    writer.name("loops")
    writer.beginArray()
    for (index, loop) in loops.enumerated() {
      writer.newLine()
      writer.loop(loop, rank: index + 1)
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}

extension JSONWriter {
  fileprivate mutating func loop(_ loop: Loop, rank: Int) {
    beginObject()
    name("rank")
    integer(rank)
    name("parties")
    beginArray()
    for party in loop.parties { string(party) }
    endArray()
    name("hops")
    beginArray()
    for hop in loop.hops { self.hop(hop) }
    endArray()
    name("bottleneck")
    number(loop.bottleneck)
    name("gross")
    number(loop.gross)
    name("tightness")
    number(loop.tightness.map { ($0 * 10_000).rounded() / 10_000 })
    name("certainty")
    number((loop.certainty * 10_000).rounded() / 10_000)
    name("causal")
    if let causal = loop.isCausal { bool(causal) } else { string(nil) }
    name("weakest")
    integer(loop.weakest)
    endObject()
  }

  private mutating func hop(_ hop: Loop.Hop) {
    beginObject()
    name("payer")
    string(hop.payer)
    name("payee")
    string(hop.payee)
    name("usd")
    number(hop.usd > 0 ? hop.usd : nil)
    name("known")
    bool(hop.isKnown)
    name("deals")
    beginArray()
    for key in hop.deals { string(key) }
    endArray()
    endObject()
  }
}
