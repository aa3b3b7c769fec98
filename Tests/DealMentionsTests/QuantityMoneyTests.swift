import Testing

@Suite struct QuantityMoneyTests {
  @Test(arguments: [
    ("It paid $1.2bn for the firm.", "USD 1200000000"),
    ("It paid US$ 40m for the firm.", "USD 40000000"),
    ("It paid US$40 million for the firm.", "USD 40000000"),
    ("It paid USD 71.4 million for the firm.", "USD 71400000"),
    ("It paid USD71.4m for the firm.", "USD 71400000"),
    ("It paid $ 4.4trn for the firm.", "USD 4400000000000"),
    ("It paid $325,000,000 for the firm.", "USD 325000000"),
    ("It paid C$14m for the firm.", "CAD 14000000"),
    ("It paid A$31m for the firm.", "AUD 31000000"),
    ("It paid NZ$9 million for the firm.", "NZD 9000000"),
    ("It paid HK$780m for the firm.", "HKD 780000000"),
    ("It paid S$21,000 for the firm.", "SGD 21000"),
    ("It paid NT$4.2 billion for the firm.", "TWD 4200000000"),
    ("It paid R$640 million for the firm.", "BRL 640000000"),
    ("It paid RM1.5 billion for the firm.", "MYR 1500000000"),
    ("It paid Rs1,200 crore for the firm.", "INR 12000000000"),
    ("It paid Rs 1,200cr for the firm.", "INR 12000000000"),
    ("It paid P2.5 billion for the firm.", "PHP 2500000000"),
    ("It paid R3.6 billion for the firm.", "ZAR 3600000000"),
    ("It paid Rp1.5tn for the firm.", "IDR 1500000000000"),
    ("It paid SR500 million for the firm.", "SAR 500000000"),
    ("It paid KSh500m for the firm.", "KES 500000000"),
    ("It paid €1.5M for the firm.", "EUR 1500000"),
    ("It paid RM 480m for the firm.", "MYR 480000000"),
    ("It paid Rs 64.5 crore for the firm.", "INR 645000000"),
    ("It paid Rs.64.5 crore for the firm.", "INR 645000000"),
    ("It paid ₹6,200 crore for the firm.", "INR 62000000000"),
    ("It paid ₹2.55 lakh crore for the firm.", "INR 2550000000000"),
    ("It paid ₹18 lakh for the firm.", "INR 1800000"),
    ("It paid €1.1bn for the firm.", "EUR 1100000000"),
    ("It paid £120,000 for the firm.", "GBP 120000"),
    ("It paid ¥38.4 billion for the firm.", "JPY 38400000000"),
    ("It paid CHF 16.50 for the firm.", "CHF 16.5"),
    ("It paid CHF16.5m for the firm.", "CHF 16500000"),
    ("It paid KRW 1.9tn for the firm.", "KRW 1900000000000"),
    ("It paid PLN 800m for the firm.", "PLN 800000000"),
    ("It paid SEK 600 million for the firm.", "SEK 600000000"),
    ("It paid 45 million pounds for the firm.", "GBP 45000000"),
    ("It paid 310 billion won for the firm.", "KRW 310000000000"),
    ("It paid 12 million francs for the firm.", "CHF 12000000"),
    ("It paid 24 billion forints for the firm.", "HUF 24000000000"),
    ("It paid 720 million zlotys for the firm.", "PLN 720000000"),
    ("It paid 5 billion yen for the firm.", "JPY 5000000000"),
    ("It paid 75 million yuan for the firm.", "CNY 75000000"),
    ("It paid 4.5 billion kronor for the firm.", "SEK 4500000000"),
    ("It paid 4.5 billion kroner for the firm.", "DKK 4500000000"),
    ("Norway's Aker paid 4.5 billion kroner for the firm.", "NOK 4500000000"),
    ("It paid Danish kroner 61 million for the firm.", "DKK 61000000"),
    ("In Tunis it paid 180 million dinars for the firm.", "TND 180000000"),
    ("In Manila it paid 90 million pesos for the firm.", "PHP 90000000"),
    ("It paid two billion dollars for the firm.", "USD 2000000000"),
    ("It paid half a billion dollars for the firm.", "USD 500000000"),
    ("It paid a million euros for the firm.", "EUR 1000000"),
    ("It paid one hundred and twenty million euros for the firm.", "EUR 120000000"),
    ("It paid twenty-five million dollars for the firm.", "USD 25000000"),
    ("It paid three quarters of a billion dollars for the firm.", "USD 750000000"),
    ("It paid two and a half billion dollars for the firm.", "USD 2500000000"),
    ("It paid $2 billion and a half for the firm.", "USD 2500000000"),
    ("Its 5-billion-dollar bid for the firm failed.", "USD 5000000000"),
    ("Its ₹18,000-crore bid for the firm failed.", "INR 180000000000"),
  ])
  func englishSumHasItsCurrency(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test(arguments: [
    ("公司支付10亿美元。", "USD 1000000000"), ("公司支付1000億美元與對價。", "USD 100000000000"),
    ("公司支付3.5亿元。", "CNY 350000000"), ("公司支付5,000萬港元與對價。", "HKD 50000000"),
    ("公司支付新台幣2.3億元與對價。", "TWD 230000000"), ("公司支付NT$30亿。", "TWD 3000000000"),
    ("公司支付2,000億日圓與對價。", "JPY 200000000000"), ("公司支付2億歐元與對價。", "EUR 200000000"),
    ("公司支付人民币6亿元。", "CNY 600000000"), ("公司支付6亿元人民币。", "CNY 600000000"),
    ("公司支付9.6万亿韩元。", "KRW 9600000000000"), ("公司支付十五亿元。", "CNY 1500000000"),
    ("公司支付两亿美元。", "USD 200000000"), ("公司支付千亿美元。", "USD 100000000000"),
    ("公司支付新台幣12億3,000萬元與對價。", "TWD 1230000000"),
    ("公司支付1.2兆日圓與對價。", "JPY 1200000000000"), ("公司支付２．５亿元。", "CNY 250000000"),
    ("公司支付6000万令吉。", "MYR 60000000"), ("公司支付7.76亿沙特里亚尔。", "SAR 776000000"),
    ("公司支付人民币壹亿贰仟万元整。", "CNY 120000000"),
    ("公司支付一亿两千万元。", "CNY 120000000"), ("公司支付3千万元。", "CNY 30000000"),
    ("公司支付1.5亿瑞士法郎。", "CHF 150000000"), ("公司支付€1.3亿。", "EUR 130000000"),
    ("公司支付三点五亿元。", "CNY 350000000"), ("公司支付US$5亿。", "USD 500000000"),
  ])
  func chineseSumHasItsCurrency(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test(arguments: [
    ("台灣大算向廣達支付3億元貨款，台北。", "TWD 300000000"),
    ("香港上市的宏諾集團支付3億元貨款，匯豐作保。", "HKD 300000000"),
    ("上海公司與深圳的供應商簽訂合同，金額3億元。", "CNY 300000000"),
    ("動(dòng)力電池廠商與集團(tuán)簽訂(dìng)合約，支付3億元。", "CNY 300000000"),
  ])
  func yuanOfTraditionalTextFollowsItsPlace(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test(arguments: [
    ("It will pay up to $5bn.", "USD 5000000000 upTo"),
    ("It will pay as much as another $5bn.", "USD 5000000000 upTo"),
    ("It will pay no more than $5bn.", "USD 5000000000 upTo"),
    ("It will pay more than $5bn.", "USD 5000000000 atLeast"),
    ("It will pay just over $5bn.", "USD 5000000000 atLeast"),
    ("It will pay at least a further $5bn.", "USD 5000000000 atLeast"),
    ("It will pay $5bn or more.", "USD 5000000000 atLeast"),
    ("It will pay about $5bn.", "USD 5000000000 about"),
    ("It will pay nearly a billion dollars.", "USD 1000000000 about"),
    ("It will pay an estimated $5bn.", "USD 5000000000 about"),
    ("It will pay $5bn or so.", "USD 5000000000 about"),
    ("It will pay £5m under a £5m deal.", "GBP 5000000"),
    ("公司支付最高5亿元。", "CNY 500000000 upTo"), ("公司最多掏出5亿元。", "CNY 500000000 upTo"),
    ("公司支付不超过5亿元。", "CNY 500000000 upTo"), ("公司支付超过5亿元。", "CNY 500000000 atLeast"),
    ("公司支付逾5亿元。", "CNY 500000000 atLeast"), ("公司支付3000余万元。", "CNY 30000000 atLeast"),
    ("公司支付5亿多元。", "CNY 500000000 atLeast"), ("公司支付5亿元以上。", "CNY 500000000 atLeast"),
    ("公司支付上亿元。", "CNY 100000000 atLeast"),
    ("公司支付超千万元。", "CNY 10000000 atLeast"),
    ("公司支付约5亿元。", "CNY 500000000 about"), ("公司支付近亿元。", "CNY 100000000 about"),
    ("公司支付5亿元左右。", "CNY 500000000 about"), ("双方签订的租约5亿元。", "CNY 500000000"),
  ])
  func wordsAroundASumBoundIt(text: String, line: String) {
    #expect(quantities(text).first == line)
  }

  @Test(arguments: [
    ("It will pay $5-7 billion.", "USD 5000000000-7000000000 upTo"),
    ("It will pay $1 billion to $1.5 billion.", "USD 1000000000-1500000000 upTo"),
    (
      "It will pay between AED 180 million and AED 240 million.",
      "AED 180000000-240000000 upTo"
    ),
    ("It will pay between 40 and 55 million euros.", "EUR 40000000-55000000 upTo"),
    ("公司支付400亿至420亿美元。", "USD 40000000000-42000000000 upTo"),
    ("公司支付3-5亿元。", "CNY 300000000-500000000 upTo"),
    ("每年2000万至2500万美元。", "USD 20000000-25000000 upTo a year"),
  ])
  func rangeHasBothEnds(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test func riseFromOneSumToAnotherIsNoRange() {
    #expect(
      quantities("It raised its bid from $5 billion to $6 billion.")
        == ["USD 5000000000", "USD 6000000000"])
  }

  @Test(arguments: [
    ("It pays $60 million a year.", "USD 60000000 a year"),
    ("It pays 88 million pesos per annum in Mexico.", "MXN 88000000 a year"),
    ("It pays an annual rent of SEK 186 million.", "SEK 186000000 a year"),
    ("公司每年支付租金约900万元。", "CNY 9000000 about a year"), ("年租金约5.5亿元。", "CNY 550000000 about a year"),
    ("公司支付十年租金37亿美元。", "10 years"),
    ("It pays $23 a share.", "USD 23 a piece"), ("It pays CHF 16.50 apiece.", "CHF 16.5 a piece"),
    ("Its $10-a-share bid failed.", "USD 10 a piece"),
    ("Its $5bn-a-year lease ended.", "USD 5000000000 a year"),
    ("It pays $0.01 per share.", "USD 0.01 a piece"), ("认购价为每股55美元。", "USD 55 a piece"),
    ("It pays $7 billion apiece.", "USD 7000000000"),
  ])
  func ratesAreMarked(text: String, line: String) {
    #expect(quantities(text).first == line)
  }

  @Test(arguments: [
    "The contract is worth billions of dollars.", "It signed a multibillion-dollar contract.",
    "It raised tens of millions of euros.", "It raised several million pounds.",
    "公司完成数亿元融资。", "合同价值数百亿美元。", "公司完成数千万元天使轮。",
    "It paid a nine-figure sum.", "公司完成千万级融资。", "公司完成亿元级融资。", "公司完成几千万元融资。",
  ])
  func sumWithoutAFigureIsVague(text: String) {
    #expect(quantities(text) == ["vague"])
  }

  @Test func currencyOfAListStandsAtItsEnd() {
    #expect(
      quantities("三张订单分别为119亿、40亿和65亿美元。")
        == ["USD 11900000000", "USD 4000000000", "USD 6500000000"])
    #expect(
      quantities("Aker put in €40m, Nysnø 15m.") == ["EUR 40000000", "EUR 15000000"])
  }

  @Test(arguments: [
    "In 2024 the H200 ran on 5G.", "Call +1 415 555 0100 for more.", "It won 3 medals in 2 days.",
    "The Series B closed at 9.30 a.m.", "It has 5 million users and 300 stores.",
    "In a year it will know.", "公司有5万名员工和三家工厂。", "第三代产品支持5G网络。",
  ])
  func otherNumbersAreNoSums(text: String) {
    #expect(
      !quantities(text).contains { $0.contains("USD") || $0.contains("CNY") || $0 == "vague" })
  }
}
