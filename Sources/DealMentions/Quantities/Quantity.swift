public import DealModel

/// A sum, a capacity, a share, a length of time or a date that an article states.
public struct Quantity: Sendable, Hashable {
  /// What is stated.
  public enum Value: Sendable, Hashable {
    /// A sum in whole units of an ISO 4217 currency; of a range the upper end, with its lower end.
    case money(value: Double, low: Double?, currency: String, bound: Bound)
    /// A number of units: `GW`, `MW`, `GPU`, `share`, `chip` or `server`.
    case capacity(value: Double, unit: String, bound: Bound)
    /// A share of a whole in per cent.
    case stake(percent: Double, bound: Bound)
    /// A length of time in years.
    case term(years: Double)
    /// A date, resolved against the article's own.
    case date(PartialDate)
    /// A sum without a figure: "billions of dollars", 数亿元.
    case vague
  }

  /// What is stated.
  public var value: Value
  /// The tokens of the figure with its unit and currency.
  public var tokens: Range<Int>
  /// The same with the words that bound it: "up to", "about", 最高, 以上.
  public var full: Range<Int>
  /// Whether the sum is paid each year.
  public var isPerYear: Bool
  /// Whether the sum is the price of one piece: a share, a tonne, a head.
  public var isPerUnit: Bool

  /// Makes a quantity.
  public init(
    value: Value, tokens: Range<Int>, full: Range<Int>? = nil, isPerYear: Bool = false,
    isPerUnit: Bool = false
  ) {
    self.value = value
    self.tokens = tokens
    self.full = full ?? tokens
    self.isPerYear = isPerYear
    self.isPerUnit = isPerUnit
  }
}
