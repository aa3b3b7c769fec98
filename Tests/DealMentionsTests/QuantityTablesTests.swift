import DealMentions
import DealTables
import Testing

@Suite struct QuantityTablesTests {
  private func rows(_ table: Table) -> [[String]] {
    var rows: [[String]] = []
    table.forEachRow { _, cells in rows.append(cells.map { String(decoding: $0, as: UTF8.self) }) }
    return rows
  }

  @Test func ratesAreSortedByCurrencyAndPositive() {
    let rows = rows(.rates)
    let codes = rows.map { $0[0] }
    #expect(rows.count >= 60)
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
    #expect(Table.rates.columns == ["currency", "source"] + (2010...2026).map { String($0) })
    for row in rows {
      #expect(row.count == 19, "\(row[0])")
      #expect(["ECB", "Fed", "peg", "rounded"].contains(row[1]), "\(row[0])")
      #expect(row.dropFirst(2).allSatisfy { $0.isEmpty || (Double($0) ?? 0) > 0 }, "\(row[0])")
    }
  }

  @Test func currenciesNameTheirUse() {
    let uses: Set = ["before", "after", "both", "code", "kr", "weak", "hint", "home"]
    let rows = rows(.currencies)
    #expect(rows.count > 250)
    for row in rows {
      #expect(row.count == 3 && uses.contains(row[1]), "\(row)")
      #expect(row[0].split(separator: "|").allSatisfy { $0.utf8.count == 3 }, "\(row)")
      #expect(
        row[2].split(separator: "|", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty })
    }
  }

  @Test func everyCurrencyOfTheUsualArticlesHasARate() {
    let rates = ExchangeRates()
    for code in [
      "EUR", "GBP", "JPY", "CNY", "HKD", "TWD", "KRW", "INR", "SGD", "AUD", "CAD", "NZD", "CHF",
      "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "BRL", "MXN", "ZAR", "AED", "SAR", "ILS",
      "MYR", "IDR", "THB", "PHP", "VND", "RUB", "KWD", "EGP", "NGN", "KES", "ARS", "CLP",
    ] {
      #expect(rates.usd(1, currency: code, year: 2025) != nil, "\(code)")
    }
  }

  @Test func sumIsConvertedAtTheRateOfItsYear() throws {
    let rates = ExchangeRates()
    #expect(rates.usd(5, currency: "USD", year: 2025) == 5)
    let yuan = try #require(rates.usd(7.1874, currency: "CNY", year: 2025))
    #expect(abs(yuan - 1) < 0.001)
    let dirham = try #require(rates.usd(3.6725, currency: "AED", year: 2013))
    #expect(abs(dirham - 1) < 1e-9)
    #expect(rates.usd(1, currency: "XXX", year: 2025) == nil)
  }

  @Test func yearOutsideTheTableTakesTheNearest() {
    let rates = ExchangeRates()
    let euro = { (year: Int?) in rates.usd(1, currency: "EUR", year: year) }
    #expect(euro(1990) == euro(2010))
    #expect(euro(2040) == euro(2026))
    #expect(euro(nil) == euro(2026))
    #expect(
      rates.usd(1, currency: "TWD", year: 2026) == rates.usd(1, currency: "TWD", year: 2025))
  }
}
