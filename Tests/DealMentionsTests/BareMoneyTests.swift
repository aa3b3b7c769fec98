import DealMentions
import Testing

@Suite struct BareMoneyTests {
  @Test(arguments: [
    ("Oda lends 50 million euros; Rho and Tau add 15 million apiece.", "EUR 15000000"),
    ("Oda paid 3 billion baht and owes 260 million a year until 2040.", "THB 260000000 a year"),
    ("Oda has £8m of debt. It borrowed 40 million from Rho.", "GBP 40000000"),
    ("Oda lent Rho 55 crore against its stock.", "INR 550000000"),
    ("Oda of Karachi bought it for 70 crore.", "PKR 700000000"),
  ])
  func englishSumTakesItsCurrencyFromBefore(text: String, line: String) {
    #expect(quantities(text).contains(line), "\(quantities(text))")
  }

  @Test(arguments: [
    "Oda raised €8m and has 40 million customers.", "Oda has 12 crore users in India.",
    "It raised 40 million bottles for $3m.",
  ])
  func countOfThingsIsNoSum(text: String) {
    #expect(!quantities(text).contains { $0.contains("40000000") || $0.contains("120000000") })
  }

  @Test(arguments: [
    ("他们投了800万，占一成。", "CNY 8000000"), ("当年银行那笔9亿的贷款已还清。", "CNY 900000000"),
    ("保底租金每年1.3亿，另有分成。", "CNY 130000000 a year"),
    ("台北的公司買下工廠，價碼是六億二，與銀行無關。", "TWD 620000000"),
    ("另一家给了三亿五千万，另外向银行借一亿八。", "CNY 180000000"),
    ("甲公司3000亿，乙公司224亿，加上丙公司共6000亿美元。", "USD 22400000000"),
    ("公司投入一千二百万元。", "CNY 12000000"), ("公司投入1.2兆元，與台灣無關。", "TWD 1200000000000"),
  ])
  func chineseSumLeavesItsCurrencyOut(text: String, line: String) {
    #expect(quantities(text).contains(line), "\(quantities(text))")
  }

  @Test(arguments: ["用户突破800万，占一成。", "工厂年产30万台电视。", "他们投入800万人力。", "全国14亿人。"])
  func chineseCountIsNoSum(text: String) {
    #expect(quantities(text).filter { $0.hasPrefix("CNY") }.isEmpty, "\(quantities(text))")
  }

  @Test(arguments: [
    ("Oda ordered 60 electric buses from Rho at R$1.9 million each.", "BRL 114000000"),
    ("Four ferries will be built by Rho at 11.5 million euros each.", "EUR 46000000"),
    ("Oda took the wagons (seven hundred of them at US$9,000 apiece).", "USD 6300000"),
    ("Rho is to make 60 coaches for Surat at ₹12.3 crore a coach.", "INR 7380000000"),
    ("Oda will sell shares at $12 each.", "USD 12 a piece"),
    ("Since 2019 the ships have been sold at $40m each.", "USD 40000000"),
  ])
  func priceOfAPieceTimesTheirNumber(text: String, line: String) {
    #expect(quantities(text).contains(line), "\(quantities(text))")
  }

  @Test func sharesOfBanksAreNotMultiplied() {
    #expect(quantities("Oda, Rho and Tau took $100 million each.") == ["USD 100000000"])
  }
}
