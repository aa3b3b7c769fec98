import DealModel

extension Balance {
  /// The JSON of `dealgraph balance --json`; sums in US dollars, shares and probabilities from 0 to 1.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("format")
    writer.string("dealgraph-balance")
    writer.name("version")
    writer.integer(1)
    for (name, value) in figures {
      writer.name(name)
      writer.number(value)
    }
    writer.name("unknownDeals")
    writer.integer(unknownDeals)
    writer.name("parties")
    writer.beginArray()
    for entry in entries {
      writer.newLine()
      writer.beginObject()
      writer.name("party")
      writer.string(entry.party)
      for (name, value) in entry.figures {
        writer.name(name)
        writer.number(value)
      }
      writer.name("unknownDeals")
      writer.integer(entry.unknownDeals)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  /// The parties as CSV (RFC 4180), one a line after the names of the columns.
  public func csv() -> [UInt8] {
    var table = CSVTable(
      ["party"] + (entries.first?.figures.map(\.0) ?? Self.columns) + ["unknownDeals"])
    for entry in entries {
      table.add(
        [entry.party] + entry.figures.map { CSVTable.number($0.1) } + [String(entry.unknownDeals)])
    }
    return table.bytes
  }

  private static let columns = [
    "inflow", "outflow", "net", "selfReturn", "shareOfInflow", "shareOfOutflow",
    "returnProbability",
  ]

  private var figures: [(String, Double?)] {
    [
      ("gross", gross), ("circulation", circulation), ("circularity", rounded(circularity)),
      ("completedCirculation", completedCirculation), ("signedCirculation", signedCirculation),
      ("leastCirculation", leastCirculation),
      (
        "proportionalCirculation", cents(proportionalCirculation)
      ), ("anyLoop", rounded(anyLoop)),
      ("expectedCirculation", cents(expectedCirculation)),
      ("expectedCirculationError", cents(expectedCirculationError)),
      ("finnIndex", rounded(finnIndex)), ("netMinimum", netMinimum), ("excess", excess),
      ("bilateral", bilateral), ("residual", residual),
      ("independentLoops", Double(structure.independentLoops)),
      ("growth", rounded(structure.growth)),
      ("greatestMean", cents(structure.greatestMean)),
      ("circularPattern", rounded(structure.circularPattern)),
    ]
  }
}

extension Balance.Entry {
  fileprivate var figures: [(String, Double?)] {
    [
      ("inflow", inflow), ("outflow", outflow), ("net", net), ("selfReturn", selfReturn),
      ("shareOfInflow", rounded(shareOfInflow)), ("shareOfOutflow", rounded(shareOfOutflow)),
      ("returnProbability", rounded(returnProbability)),
    ]
  }
}

/// A share to six digits.
func rounded(_ share: Double?) -> Double? { share.map { ($0 * 1e6).rounded() / 1e6 } }

/// A sum in US dollars to the cent.
private func cents(_ usd: Double?) -> Double? { usd.map { ($0 * 100).rounded() / 100 } }
