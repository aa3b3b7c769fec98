import DealText
import Testing

private func article(_ text: String) -> ArticleText {
  ArticleText(SourceText(plain: Array(text.utf8)))
}

@Test(arguments: [
  ("英偉達(dá)宣布", "英伟达宣布"), ("業(yè)務（wù）範圍", "业务范围"), ("投資１２億美元，約", "投资12亿美元,约"),
  ("圖![](a.png)片![]()文", "图片文"), ("晶片(chip)業者", "晶片(chip)业者"),
])
func noiseIsTakenOutOfChinese(text: String, expected: String) {
  let article = article(text)
  #expect(article.normal.string(0..<article.normal.bytes.count) == expected)
}

@Test func everyRangeLeadsBackToItsOwnBytes() {
  let text = "英偉達(dá)宣布向OpenAI投資１０００億美元，“最多”。"
  let article = article(text)
  let bytes = Array(text.utf8)
  for (index, token) in article.tokens.enumerated() {
    let range = article.articleRange(of: index..<index + 1)
    let original = String(decoding: bytes[range], as: UTF8.self)
    #expect(!original.isEmpty)
    if token.kind == .word { #expect(original == "OpenAI") }
  }
  let name = article.articleRange(of: 0..<3)
  #expect(String(decoding: bytes[name], as: UTF8.self) == "英偉達")
}

@Test(arguments: [
  ("Nvidia buys chips from Intel in the United States.", "en"),
  ("英伟达向OpenAI投资一千亿美元，双方达成协议。", "zh-Hans"), ("輝達向OpenAI投資一千億美元，雙方達成協議。", "zh-Hant"),
])
func languagesAreTold(text: String, language: String) {
  #expect(article(text).language.rawValue == language)
}

@Test(arguments: [
  ("AT&T's U.S. arm, Coca-Cola", ["AT&T", "'", "s", "U.S.", "arm", ",", "Coca-Cola"]),
  ("Nvidia-backed xAI", ["Nvidia", "-", "backed", "xAI"]),
  ("$5.2bn in 2025", ["$", "5.2", "bn", "in", "2025"]),
  ("投资OpenAI", ["投", "资", "OpenAI"]),
])
func wordsNumbersAndMarksAreTokens(text: String, expected: [String]) {
  let article = article(text)
  #expect(article.tokens.map { article.normal.string($0.range) } == expected)
}

@Test(arguments: [
  ("Acme Corp. bought Bolt. The price was $3.5 million.", 2),
  ("It met Mr. Smith on Sept. 18. He left.", 2), ("Title\n\nFirst line. Second line.", 3),
  ("永海收购明辰。价格3.5亿元！双方未置评。", 3), ("他说：“会买。”随后离开。", 2),
])
func sentencesEndWhereTheyShould(text: String, count: Int) {
  let sentences = article(text).sentences
  #expect(sentences.count == count)
  #expect(sentences.first?.tokens.lowerBound == 0)
  for (one, next) in zip(sentences, sentences.dropFirst()) {
    #expect(one.tokens.upperBound == next.tokens.lowerBound)
  }
}

@Test func hostileBytesAreReadWithoutATrap() {
  var state: UInt64 = 3
  for length in 0..<400 {
    var bytes: [UInt8] = []
    for _ in 0..<length {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(UInt8(truncatingIfNeeded: state >> 33))
    }
    let article = ArticleText(SourceText(plain: bytes))
    #expect(article.tokens.allSatisfy { $0.start < $0.end })
  }
}
