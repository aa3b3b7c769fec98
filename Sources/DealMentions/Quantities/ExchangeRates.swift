public import DealTables

/// Yearly average exchange rates to the US dollar.
public struct ExchangeRates: Sendable {
  private let firstYear: Int
  /// Units of a currency for one dollar, a year after the other; zero where none is known.
  private var rates: [String: [Double]] = [:]

  /// Reads the embedded table.
  public init() { self.init(.rates) }

  /// Reads a table with the columns `currency` and `source` and one column a year.
  public init(_ table: Table) {
    firstYear = table.columns.count > 2 ? Int(table.columns[2]) ?? 0 : 0
    table.forEachRow { _, cells in
      guard cells.count > 2 else { return }
      rates[String(decoding: cells[0], as: UTF8.self)] = cells.dropFirst(2).map {
        Double(String(decoding: $0, as: UTF8.self)) ?? 0
      }
    }
  }

  /// A sum in US dollars at the average rate of a year; nil where no rate is known.
  ///
  /// A year without a rate takes the nearest that has one, no year the latest.
  public func usd(_ value: Double, currency: String, year: Int?) -> Double? {
    guard let series = rates[currency], let rate = rate(of: series, in: year) else { return nil }
    return value / rate
  }

  private func rate(of series: [Double], in year: Int?) -> Double? {
    let wanted = year.map { $0 - firstYear } ?? series.count
    let known = series.indices.filter { series[$0] > 0 }
    // Of two years equally near the later one.
    return known.reversed().min { abs($0 - wanted) < abs($1 - wanted) }.map { series[$0] }
  }
}
