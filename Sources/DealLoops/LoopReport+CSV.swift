import DealModel

extension LoopReport {
  /// The loops as CSV (RFC 4180), one a line after the names of the columns.
  ///
  /// Parties and the keys of deals stand in their cells separated by spaces; sums are US dollars.
  public func csv() -> [UInt8] {
    var table = CSVTable([
      "rank", "parties", "hops", "bottleneck", "gross", "tightness", "certainty", "causal", "since",
      "until", "weakestPayer", "weakestPayee", "deals",
    ])
    for (index, loop) in loops.enumerated() {
      let weakest = loop.hops.indices.contains(loop.weakest) ? loop.hops[loop.weakest] : nil
      table.add([
        String(index + 1), loop.parties.joined(separator: " "), String(loop.hops.count),
        CSVTable.number(loop.bottleneck), CSVTable.number(loop.gross),
        CSVTable.number(Self.rounded(loop.tightness)),
        CSVTable.number(Self.rounded(loop.certainty)),
        loop.isCausal.map(String.init) ?? "", loop.since?.description ?? "",
        loop.until?.description ?? "", weakest?.payer ?? "", weakest?.payee ?? "",
        loop.hops.flatMap(\.deals).joined(separator: " "),
      ])
    }
    return table.bytes
  }

  private static func rounded(_ share: Double?) -> Double? {
    share.map { ($0 * 10_000).rounded() / 10_000 }
  }
}
