public import DealModel
import DealTables
public import DealText

/// Finds the quantities of an article: sums, capacities, shares, lengths of time and dates.
public struct QuantityFinder: Sendable {
  private let lexicon: QuantityLexicon
  private let currencies: CurrencyTable

  /// Makes a finder with the embedded tables.
  public init() {
    var lexicon = QuantityLexicon()
    currencies = CurrencyTable(.currencies, addingTo: &lexicon)
    self.lexicon = lexicon
  }

  /// The date of an article: its metadata's, else the first full date near its top.
  public func articleDate(of article: ArticleText) -> PartialDate? {
    if let date = article.source.date { return date }
    return reader(article).dateLine()
  }

  /// The quantities of an article, ascending and without overlaps.
  ///
  /// - Complexity: O(*n*) in the tokens of the article.
  public func quantities(in article: ArticleText) -> [Quantity] { findings(in: article).quantities }

  /// The date and the quantities of an article.
  package func findings(
    in article: ArticleText
  ) -> (date: PartialDate?, quantities: [Quantity]) {
    let reader = reader(article)
    let date = article.source.date ?? reader.dateLine()
    return (date, reader.quantities(date: date))
  }

  private func reader(_ article: ArticleText) -> QuantityReader {
    QuantityReader(article, lexicon: lexicon, currencies: currencies)
  }
}

extension QuantityReader {
  /// All quantities, dates resolved against `date`.
  func quantities(date: PartialDate?) -> [Quantity] {
    var memory = QuantityMemory(
      dates: DateMemory(article: date, year: date == nil ? topicYear() : nil))
    var found: [Quantity] = []
    var index = 0
    while index < atoms.count {
      if atoms[index].opensSentence {
        memory = memory.inNextSentence()
      }
      guard atoms[index].sense != 0 || atoms[index].kind == .number else {
        index += 1
        continue
      }
      if isPlainArticle(index) {
        index += 1
      } else if let (quantity, end) = quantity(at: index, memory: &memory) {
        found.append(priced(joined(quantity, at: index, to: found.last), from: index, to: end))
        memory.note(quantity, form: form(from: index, to: end))
        index = max(end, index + 1)
      } else {
        index = afterNothing(index)
      }
    }
    return withoutOverlaps(found)
  }

  /// Whether "a" or "an" stands before nothing that can be counted.
  private func isPlainArticle(_ index: Int) -> Bool {
    guard atoms[index].roles == .article else { return false }
    let next = isWord(index + 1, Sign.hyphen) ? index + 2 : index + 1
    return !has(next, Self.countable)
  }

  private static let countable: QuantitySense.Roles = [
    .scale, .hundred, .vague, .plural, .fraction, .year, .unit, .weekWord, .currencyAfter,
  ]

  /// The form of the currency in a range of atoms.
  private func form(from start: Int, to end: Int) -> Int32 {
    for index in start..<end where has(index, [.currencyBefore, .currencyAfter]) {
      return sense(index).code
    }
    return 0
  }

  /// The atom to go on from where nothing was found: behind a number, so that of 数万 no 万 is left.
  private func afterNothing(_ index: Int) -> Int {
    guard has(index, [.hanVague, .hanDigit, .hanUnit, .hanScale]) || isNumber(index) && isChinese,
      let figure = chineseFigure(at: index)
    else { return index + 1 }
    return max(index + 1, figure.end)
  }

  private func quantity(at index: Int, memory: inout QuantityMemory) -> (Quantity, Int)? {
    let roles = atoms[index].roles
    if !roles.isDisjoint(with: Self.numeric) || atoms[index].kind == .number {
      if let found = money(at: index) { return found }
      if let found = stake(at: index) { return found }
      if let found = capacity(at: index) { return found }
      if let found = term(at: index) { return found }
    }
    if let found = self.date(at: index, memory: memory.dates) {
      memory.dates.note(found.date, isExplicit: found.isExplicit)
      let range = tokens(index..<found.end)
      return (Quantity(value: .date(found.date), tokens: range), found.end)
    }
    if let found = bareMoney(at: index, memory: memory) { return found }
    if memory.hasTerm, let found = bareTerm(at: index) { return found }
    if let found = anniversary(at: index) { return found }
    return bareCount(at: index, unit: memory.unit)
  }

  private static let numeric: QuantitySense.Roles = [
    .number, .hundred, .fraction, .article, .vague, .plural, .vagueSum, .hanDigit, .hanUnit,
    .hanScale, .hanVague, .hanHalf, .currencyBefore, .currencyAfter, .percentBefore, .whole,
  ]

  /// Two quantities never share a token; the bounding words go to the nearer one.
  private func withoutOverlaps(_ found: [Quantity]) -> [Quantity] {
    var result: [Quantity] = []
    for quantity in found {
      var quantity = quantity
      if let last = result.last {
        guard quantity.tokens.lowerBound >= last.tokens.upperBound else { continue }
        let end = last.full.upperBound
        if quantity.full.lowerBound < end {
          quantity.full = min(end, quantity.tokens.lowerBound)..<quantity.full.upperBound
        }
        if last.full.upperBound > quantity.tokens.lowerBound {
          let start = result[result.count - 1].full.lowerBound
          result[result.count - 1].full = start..<quantity.tokens.lowerBound
        }
      }
      result.append(quantity)
    }
    return result
  }
}
