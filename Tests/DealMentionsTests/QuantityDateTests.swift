import DealMentions
import DealModel
import Testing

@Suite struct QuantityDateTests {
  @Test(arguments: [
    ("It was signed on May 5, 2024.", "2024-05-05"), ("It was signed on 5 May 2024.", "2024-05-05"),
    ("It was signed on the 5th of May.", "2025-05-05"),
    ("It was signed in October 2024.", "2024-10"),
    ("It was signed on Sept. 18.", "2025-09-18"), ("It was signed on 19 August.", "2025-08-19"),
    ("It was signed in May.", "2025-05"), ("It was signed in December.", "2024-12"),
    ("It was signed last December.", "2024-12"), ("It was signed on Monday.", "2025-11-17"),
    ("It was signed on Thursday.", "2025-11-20"), ("It was signed yesterday.", "2025-11-19"),
    ("It was signed last month.", "2025-10"), ("It was signed last year.", "2024"),
    ("It was signed in early 2024.", "2024"), ("It was signed last week.", "2025-11"),
    ("It was signed two years ago.", "2023"), ("It was signed a month ago.", "2025-10"),
    ("It was signed on Christmas Eve.", "2024-12-24"), ("It was signed last autumn.", "2024"),
    ("It was signed on 2025-08-13.", "2025-08-13"), ("It was signed on 13.08.2025.", "2025-08-13"),
    ("It was signed on the 15th.", "2025-11-15"), ("It will be signed in March.", "2026-03"),
    ("It will be signed next May.", "2026-05"),
    ("It was signed in the first quarter of 2023.", "2023"),
    ("双方于2025年9月22日签约。", "2025-09-22"), ("双方于2024年9月签约。", "2024-09"),
    ("双方于9月22日签约。", "2025-09-22"), ("双方于12月签约。", "2024-12"), ("双方于15日签约。", "2025-11-15"),
    ("双方今日签约。", "2025-11-20"), ("双方昨晚签约。", "2025-11-19"), ("双方上月签约。", "2025-10"),
    ("双方上月26日签约。", "2025-10-26"), ("双方今年3月签约。", "2025-03"), ("双方去年签约。", "2024"),
    ("双方去年9月5日签约。", "2024-09-05"), ("双方本周三签约。", "2025-11-19"), ("双方周一签约。", "2025-11-17"),
    ("双方上周五签约。", "2025-11-14"), ("双方2025年第三季度签约。", "2025"), ("双方昨（19）日签约。", "2025-11-19"),
    ("双方一个月前签约。", "2025-10"), ("双方二〇二四年五月签约。", "2024-05"), ("雙方本月12日簽約。", "2025-11-12"),
    ("双方上周签约。", "2025-11"), ("双方本月签约。", "2025-11"),
  ])
  func dateIsResolvedAgainstTheArticle(text: String, date: String) {
    #expect(quantities(text, date: "2025-11-20") == [date])
  }

  @Test(arguments: [
    ("On Aug. 18 it paid. Four days later it was their turn.", "2025-08-22"),
    ("8月22日签约。四天前，对方已付款。", "2025-08-18"), ("9月22日签约。同日，对方付款。", "2025-09-22"),
    ("7月28日签约。两天后，对方付款。", "2025-07-30"), ("9月22日签约。同月10日，对方付款。", "2025-09-10"),
    ("On Oct. 14 it paid. The day before, it had signed.", "2025-10-13"),
  ])
  func dateFollowsTheOneBefore(text: String, date: String) {
    #expect(quantities(text, date: "2025-11-20").last == date)
  }

  @Test(arguments: [
    ("Deal done\n\nSeptember 12, 2025\n\nIt was signed.", "2025-09-12"),
    ("Deal done\n\nNEW YORK, Nov. 18, 2025 (Tuesday) — It was signed.", "2025-11-18"),
    ("Deal done\n\nOct 15 (2025) - It was signed.", "2025-10-15"),
    ("Deal done\n\nMedia notebook, 8 August 2025\n\nIt was signed.", "2025-08-08"),
    ("签约\n\n【2025年8月19日 台北訊】雙方簽約。", "2025-08-19"),
    ("签约\n\n12月9日（2025年）晚，双方签约。", "2025-12-09"),
    ("签约\n\n7月9日消息（2025年） 双方签约。", "2025-07-09"),
    ("Deal done\n\nThe Terms of Service, July 2025\n\nIt was signed.", "2025-07"),
    ("签约\n\n中華民國114年8月19日，雙方簽約，與對價。", "2025-08-19"),
    ("签约\n\n双方今天（2024年6月25日）签约。", "2024-06-25"),
    ("签约\n\n【產業日訊 2026-04-10】雙方簽約。", "2026-04-10"),
  ])
  func dateLineGivesTheArticleItsDate(text: String, date: String) {
    #expect(quantityFinder.articleDate(of: quantityArticle(text))?.description == date)
  }

  @Test func bothEndsOfARangeOfDaysAreDates() {
    #expect(
      quantities("展会9月22-24日举行。", date: "2025-11-20") == ["2025-09-22", "2025-09-24"])
  }

  @Test func metadataComeBeforeTheDateLine() {
    let text = quantityArticle(
      "Deal done\n\nSeptember 12, 2025\n\nIt was signed.", date: "2025-09-13")
    #expect(quantityFinder.articleDate(of: text) == PartialDate("2025-09-13"))
  }

  @Test(arguments: [
    "It may be signed.", "I had a Tuesday.", "It came eleven days before its order.",
    "They march on Paris.", "It sold 2000 widgets.",
    "Kgalagadi Sun was signed.",
    "这是5日均线。", "公司租下三号楼。",
  ])
  func otherWordsAreNoDates(text: String) {
    #expect(quantities(text, date: "2025-11-20") == [])
  }

  @Test func relativeDateOfAnUndatedArticleIsNone() {
    #expect(quantities("It was signed yesterday.") == [])
    #expect(quantities("双方昨日签约。") == [])
  }
}
