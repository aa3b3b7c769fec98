import DealText

/// Tells whose dollars an English article means by "$".
///
/// Papers of Australia, Canada and New Zealand leave their own country's letter out, and write US$ for
/// the other. An article that names a country's places, exchanges and people often, above all in its
/// first lines, and more often than those of the United States, counts in that country's dollars, unless it
/// writes them A$, C$ or NZ$ elsewhere.
struct HomeDollar: Sendable {
  private var words = QuantityLexicon(empty: ())
  private var codes: [String] = []

  /// The weight that tells a country's paper from one that only tells of it.
  private static let least = 5
  /// The same in an article that writes US$ where it means those.
  private static let leastBesideUSD = 3
  /// The atoms of the headline and the date line.
  private static let headLength = 50

  /// Adds words, separated by `|`, that speak for a currency.
  mutating func add(_ cell: ArraySlice<UInt8>, code: String) {
    codes.append(code)
    for form in cell.split(separator: 0x7C) {
      let sense = QuantitySense(roles: .last, value: 0, code: Int32(codes.count))
      words.insert(phraseTokens(Array(form)), sense)
    }
  }

  /// The currency that "$" stands for; nil for US dollars. `stated` are the currencies that the article
  /// names without doubt.
  func choice(in atoms: [QuantityAtom], stated: Set<String>) -> String? {
    var weights = [Int](repeating: 0, count: codes.count)
    var inHead = weights
    for index in atoms.indices where atoms[index].isCapital {
      guard let (sense, _) = words.match(at: index, in: atoms) else { continue }
      let place = Int(words.senses[Int(sense)].code) - 1
      weights[place] += 1
      if index < Self.headLength { inHead[place] += 1 }
    }
    var best: (code: String, weight: Int)?
    var rival = 0
    for (place, code) in codes.enumerated() {
      if code == "USD" {
        rival = stated.contains(code) ? 0 : weights[place]
      } else if !stated.contains(code) {
        let weight = weights[place] + 2 * min(2, inHead[place])
        if weight > best?.weight ?? 0 { best = (code, weight) }
      }
    }
    let least = stated.contains("USD") ? Self.leastBesideUSD : Self.least
    guard let best, best.weight >= least, best.weight > rival else { return nil }
    return best.code
  }
}
