import DealMentions
import DealModel
import DealText

let quantityFinder = QuantityFinder()

/// A text as an article; `date` stands for its date line.
func quantityArticle(_ text: String, date: String? = nil) -> ArticleText {
  var source = SourceText(plain: Array(text.utf8))
  source.date = date.flatMap { PartialDate($0) }
  return ArticleText(source)
}

/// What the quantities of a text say, in one line each: `USD 5e9 upTo`, `10 GW atLeast`, `25 %`.
func quantities(_ text: String, date: String? = nil) -> [String] {
  quantityFinder.quantities(in: quantityArticle(text, date: date)).map(\.line)
}

extension Quantity {
  /// The value in one line; what is exact leaves its bound out.
  var line: String {
    switch value {
    case .money(let value, let low, let currency, let bound):
      let range = low.map { "\(short($0))-" } ?? ""
      return "\(currency) \(range)\(short(value))\(word(bound))"
        + (isPerYear ? " a year" : "") + (isPerUnit ? " a piece" : "")
    case .capacity(let value, let unit, let bound): return "\(short(value)) \(unit)\(word(bound))"
    case .stake(let percent, let bound): return "\(short(percent))%\(word(bound))"
    case .term(let years): return "\(short(years)) years"
    case .date(let date): return date.description
    case .vague: return "vague"
    }
  }

  private func word(_ bound: Bound) -> String { bound == .exact ? "" : " " + bound.rawValue }

  private func short(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() && rounded < 1e15
      ? String(Int(rounded)) : String(rounded)
  }
}
