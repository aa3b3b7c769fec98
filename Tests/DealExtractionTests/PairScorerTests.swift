import DealExtraction
import DealLexicon
import DealText
import Testing

@Test(arguments: [
  "Kestrel Energy agreed to buy Orbis Power from Tallow Group for $3 billion. It will pay Tallow in shares, and Orbis was lent $40 million by Corvus Bank.",
  "明辰科技宣布以30亿元收购星海能源，并向天禾资本借款5亿元。该公司还将向恒泽电子采购芯片。",
]) func candidatesScoreTheSumOfTheirFeatures(text: String) {
  let reader = ArticleReader(lexicon: Lexicon())
  let article = ArticleText(SourceText(plain: Array(text.utf8)))
  let reading = reader.read(article)
  let model = article.language.isChinese ? ClaimModels.chinese.deals : ClaimModels.english.deals
  var count = 0
  for sentence in reading.sentences {
    let features = PairFeatures(sentence, reading)
    var scorer = PairScorer(sentence, reading, model)
    for way in sentence.candidates().flatMap(\.ways) {
      var pair = FeatureBuffer()
      features.addPair(way, to: &pair)
      var payer = FeatureBuffer()
      features.addRole(way.payer, way.payerRank, way.trigger, isPayer: true, to: &payer)
      var payee = FeatureBuffer()
      features.addRole(way.payee, way.payeeRank, way.trigger, isPayer: false, to: &payee)
      let score = scorer.score(way)
      #expect(score.payer == model.sum(payer) && score.payee == model.sum(payee))
      #expect(score.all == model.sum(pair) + score.payer + score.payee)
      count += 1
    }
  }
  #expect(count > 5)
}
