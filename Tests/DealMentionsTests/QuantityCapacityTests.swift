import Testing

@Suite struct QuantityCapacityTests {
  @Test(arguments: [
    ("It will take 10 gigawatts of systems.", "10 GW"), ("It will take a gigawatt.", "1 GW"),
    ("It runs a 96-megawatt hall.", "96 MW"), ("It will take up to 1,920 MW.", "1920 MW upTo"),
    ("It will take 100 to 150 megawatts.", "150 MW upTo"),
    ("It buys 4,096 H200 GPUs.", "4096 GPU"), ("It buys 512 H100s.", "512 GPU"),
    ("It buys 6,000 of Nvidia's GPUs.", "6000 GPU"),
    ("It buys some 2,000 graphics processors.", "2000 GPU about"),
    ("It buys 400,000 GB200 chips.", "400000 chip"),
    ("It buys fifty thousand chips.", "50000 chip"),
    ("It gets 160 million of its own shares.", "160000000 share"),
    ("It gets 433.3 million newly issued shares.", "433300000 share"),
    ("It gets warrants over 600,000 shares.", "600000 share"),
    ("It buys 900 liquid-cooled servers.", "900 server"),
    ("公司采购10吉瓦电力。", "10 GW"), ("公司采购百万千瓦电力。", "1 GW"),
    ("公司采购50.4万千瓦电力。", "504 MW"), ("公司采购240MW电力。", "240 MW"),
    ("台灣公司採購100萬瓩電力。", "1 GW"), ("公司租用1.02万张卡。", "10200 GPU"),
    ("公司租用万卡集群。", "10000 GPU"), ("公司采购40万块GB200。", "400000 GPU"),
    ("公司采购40万颗GB200芯片。", "400000 chip"), ("公司采购最多100万颗TPU。", "1000000 chip upTo"),
    ("公司发行8000万股。", "80000000 share"), ("公司发行2400万份认股权证。", "24000000 share"),
    ("公司采购1,104台服务器。", "1104 server"), ("公司采购服务器1,280台。", "1280 server"),
  ])
  func capacityHasItsUnit(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test(arguments: [
    "It will buy 200GWh of cells.", "It will buy 80 megawatt-hours.", "It will buy 300 tonnes.",
    "It will buy 24 aircraft.", "In 2024 shares fell.", "At 08:40 shares fell.",
    "公司采购200GWh电芯。", "公司采购6亿千瓦时绿电。", "公司采购42台风机。", "算力规模1200P。",
    "公司采购数万块GPU。", "这是一股热潮。",
  ])
  func otherAmountsAreNoCapacities(text: String) {
    #expect(
      !quantities(text).contains { line in
        ["GW", "MW", "GPU", "share", "chip", "server"].contains { line.contains($0) }
      })
  }

  @Test func countOfWhatWasNamedBefore() {
    #expect(
      quantities("It rents 2,000 GPUs from one firm and 1,500 more from another.")
        == ["2000 GPU", "1500 GPU"])
    #expect(
      quantities("It owns warrants in Alisea: 4.5m of them.") == ["4500000 share"])
  }

  @Test(arguments: [
    ("It bought 12.5% of the firm.", "12.5%"), ("It bought 12.5 per cent of the firm.", "12.5%"),
    ("It bought a quarter of the firm.", "25%"), ("It bought two-thirds of the firm.", "66.67%"),
    ("It bought half of the firm.", "50%"), ("It bought a one-third stake.", "33.33%"),
    ("It bought all of the equity in the firm.", "100%"),
    ("It bought up to 10 to 15 per cent.", "15% upTo"),
    ("公司取得百分之五十一的股权。", "51%"), ("公司取得三成股权。", "30%"), ("公司取得一成半股权。", "15%"),
    ("公司取得约25%的股权。", "25% about"), ("公司取得全部股权。", "100%"), ("公司取得三分之二股权。", "66.67%"),
    ("公司与对方各持股一半。", "50%"), ("公司取得超过两成股权。", "20% atLeast"),
  ])
  func shareIsInPerCent(text: String, line: String) {
    #expect(quantities(text) == [line])
  }

  @Test(arguments: [
    "Rates rose 5 percentage points.", "It made half a billion widgets.", "公司成立多年。",
    "利率上升五个百分点。", "It reported two straight quarters of growth.",
    "It happened in the third quarter.",
  ])
  func otherFractionsAreNoShares(text: String) {
    #expect(!quantities(text).contains { $0.contains("%") })
  }

  @Test(arguments: [
    ("It signed a five-year lease.", "5 years"), ("It signed for 60 months.", "5 years"),
    ("It signed for a decade.", "10 years"), ("It signed for eighteen months.", "1.5 years"),
    ("It signed for two and a half years.", "2.5 years"),
    ("It signed a 99-year lease.", "99 years"),
    ("It falls due on the fifth anniversary of closing.", "5 years"),
    ("双方签订为期五年的合同。", "5 years"), ("合同期限三年。", "3 years"), ("合同期限60个月。", "5 years"),
    ("双方签订十五年期租约。", "15 years"), ("合同为期一年半。", "1.5 years"), ("离岸风电签廿年绿电约。", "20 years"),
    ("双方签了7年380亿美元的订单。", "7 years"), ("后者两年内支付。", "2 years"),
  ])
  func termIsInYears(text: String, line: String) {
    #expect(quantities(text).first == line)
  }

  @Test(arguments: [
    "Five years ago it was a mine.", "The 10-year yields 4.2%.", "The 41-year-old founder left.",
    "In the last five years it grew.",
    "五年前公司成立。", "过去三年增长迅速。", "2025年公司成立。", "It grew 5% from a year earlier.",
  ])
  func otherTimesAreNoTerms(text: String) {
    #expect(!quantities(text).contains { $0.hasSuffix("years") })
  }
}
