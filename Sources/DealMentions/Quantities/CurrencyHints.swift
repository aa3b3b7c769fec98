/// What in an article hints at currencies: countries, cities, exchanges.
struct CurrencyHints {
  /// Whose dollars the article counts in, where they are not those of the United States.
  var dollar: String?
  private var counts: [String: Int] = [:]
  private var places: [(index: Int, code: String)] = []

  /// Takes note of a hint at an atom; hints come in the order of the text.
  mutating func add(_ code: String, at index: Int) {
    counts[code, default: 0] += 1
    places.append((index, code))
  }

  /// Adds weight to a currency.
  mutating func favour(_ code: String, by weight: Int) { counts[code, default: 0] += weight }

  /// The likeliest of several currencies for a figure at an atom: hints count, the last one before
  /// the figure more than others; of equal ones the first.
  func choice(of codes: [String], at index: Int) -> String? {
    if codes.first == "USD" { return dollar }
    let nearest = places.last { $0.index <= index && codes.contains($0.code) }?.code
    func weight(_ code: String) -> Int { counts[code, default: 0] + (code == nearest ? 2 : 0) }
    guard var best = codes.first else { return nil }
    for code in codes where weight(code) > weight(best) { best = code }
    return best
  }
}
