import DealMentions
import Testing

@Suite struct QuantityCurrencyTests {
  @Test(arguments: [
    (
      """
      Harbour grocer sells its depots

      SYDNEY, 4 March 2025 - Grocer Tillgate told the ASX on Tuesday that it had sold two depots in \
      Queensland to Melbourne's Orrin Property for $64 million.
      """, "AUD 64000000"
    ),
    (
      """
      Ferry line borrows

      HALIFAX, N.S., 4 March 2025 - Ferry line Bluewake has borrowed $64 million from a Toronto \
      pension fund, Canada's third largest, to renew ships in Nova Scotia.
      """, "CAD 64000000"
    ),
    (
      """
      New Zealand dairy sold

      AUCKLAND, 4 March 2025 - Rimu Dairy of Waikato said it was sold for 64 million dollars.
      """, "NZD 64000000"
    ),
    (
      """
      Depots change hands

      SYDNEY, 4 March 2025 - Grocer Tillgate told the ASX it had bought a mine in Australia for \
      A$20 million and a shop chain in Queensland for $64 million.
      """, "USD 64000000"
    ),
    (
      """
      Texan firm buys mine

      HOUSTON, 4 March 2025 - Brule Resources of Texas, an American miner listed on the NYSE, paid \
      Canada's Tamarack $64 million.
      """, "USD 64000000"
    ),
    ("Kanata paid $64 million.", "USD 64000000"),
  ])
  func dollarIsTheArticlesOwn(text: String, line: String) {
    #expect(quantities(text).last { $0.hasSuffix("000") } == line)
  }

  @Test(arguments: [
    ("It was sold for $5 million CAD.", "CAD 5000000"),
    ("It was sold for US$5 million dollars.", "USD 5000000"),
    ("It was sold for F$9,000.", "FJD 9000"),
    ("In Mauritius it was sold for Rs 20 million.", "MUR 20000000"),
    ("In Port Louis it was sold for 20 million rupees.", "MUR 20000000"),
    ("It was sold for 41 billion tugriks.", "MNT 41000000000"),
    ("It was sold for MNT 41bn.", "MNT 41000000000"),
    ("It was sold for Tk50 crore.", "BDT 500000000"),
    ("It was sold for 3 million bolivianos.", "BOB 3000000"),
    ("It was sold for 12 million lari.", "GEL 12000000"),
    ("It was sold for EC$4m.", "XCD 4000000"),
    ("It was sold for RD$400m.", "DOP 400000000"),
    ("It was sold for 70 million meticais.", "MZN 70000000"),
    ("In Tripoli it was sold for 8 million dinars.", "LYD 8000000"),
    ("银行提供4000亿图格里克。", "MNT 400000000000"), ("银行提供3亿斐济元。", "FJD 300000000"),
  ])
  func everyCurrencyIsKnown(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test(arguments: [
    ("台糖在嘉義賣地，買家付2.3億元，縣府已同意。", "TWD 230000000"),
    ("聯合電廠由玉山銀行主辦聯貸，金額33億元。", "TWD 3300000000"),
    ("太古沽出東區物業，涉資4.1億元，買家為大家樂，港元定價。", "HKD 410000000"),
  ])
  func yuanOfTraditionalPapersIsTheirOwn(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test func yuanAfterAForeignSumIsForeign() {
    #expect(
      quantities("雙方分別出資美金2,400萬元及3,600萬元，與供應商無關。") == [
        "USD 24000000", "USD 36000000",
      ])
  }
}
