import DealLexicon
import DealMentions
import DealText
import Testing

@testable import DealExtraction

@Suite struct RelationTests {
  /// The relation of the party `name` to the first word `trigger` of the last sentence of a text in which
  /// `names` are the parties: "b.subj.0" is a subject before it, with nothing between.
  private func relation(
    _ text: String, _ names: [String], of name: String, to trigger: String
  ) throws -> String {
    let (sentence, mention, hit) = try find(text, names, name, trigger)
    return sentence.relation(mention, hit).text
  }

  private func find(
    _ text: String, _ names: [String], _ name: String, _ trigger: String
  ) throws -> (sentence: SentenceReading, mention: Int, trigger: Int) {
    let article = ArticleText(SourceText(plain: Array(text.utf8)))
    let found = names.flatMap { name -> [FoundName] in
      let words = phraseTokens(name).map(\.word)
      return article.tokens.indices.compactMap { start in
        let end = start + words.count
        guard end <= article.tokens.count, article.tokens[start..<end].map(\.word) == words
        else { return nil }
        return FoundName(tokens: start..<end)
      }
    }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    let reading = ArticleReader(lexicon: Lexicon()).read(article, names: found)
    let sentence = try #require(reading.sentences.last)
    let mention = try #require(
      sentence.mentions.firstIndex { article.string(of: $0.tokens) == name })
    let hit = try #require(
      sentence.triggers.firstIndex { article.string(of: $0.tokens) == trigger })
    return (sentence, mention, hit)
  }

  private func way(_ payer: Int, _ payee: Int, _ trigger: Int) -> Candidate {
    Candidate(payer: payer, payee: payee, payerRank: 0, payeeRank: 0, trigger: trigger)
  }

  @Test func theObjectOfAVerbIsNoSubjectOfTheNext() throws {
    let names = ["Orvane", "Beltis", "Cormund"]
    let text = "Orvane bought Beltis last year and leases a hall from Cormund."
    #expect(try relation(text, names, of: "Orvane", to: "leases") == "b.subj.0")
    #expect(try relation(text, names, of: "Beltis", to: "leases") == "b.obj.0")
  }

  @Test func aChineseClauseWithoutSubjectKeepsTheOneBefore() throws {
    let names = ["望舒科技", "丰澜资本", "启岳电子"]
    let text = "望舒科技收购丰澜资本，又与启岳电子签署采购协议。"
    #expect(try relation(text, names, of: "望舒科技", to: "签署").hasPrefix("b.subj.1"))
    #expect(try relation(text, names, of: "丰澜资本", to: "签署").hasPrefix("b.obj"))
    #expect(try relation(text, names, of: "启岳电子", to: "签署").hasPrefix("b.与"))
  }

  @Test func aLaterClauseIsReadFromWhereItOpens() throws {
    let names = ["Orvane", "Beltis", "Cormund"]
    let text = "Orvane raised $30m from Beltis, and has ordered ships from Cormund."
    let (sentence, mention, hit) = try find(text, names, "Orvane", "ordered")
    let place = sentence.place(mention, hit)
    #expect(sentence.article.string(of: place) == "and")
    let (_, own, first) = try find(text, names, "Orvane", "raised")
    #expect(sentence.place(own, first) == sentence.mentions[own].tokens)
  }

  @Test func whoOpensAClauseIsNoObjectOfTheVerbBefore() throws {
    let names = ["Orvane", "Beltis", "Cormund"]
    let text = "Orvane bought Beltis while Cormund will supply the pumps."
    #expect(try relation(text, names, of: "Beltis", to: "bought") == "a.obj.0")
    #expect(try relation(text, names, of: "Cormund", to: "bought").hasPrefix("a.none"))
  }

  @Test func gappedClausesStandAsTheFirst() throws {
    let names = ["Orvane", "Beltis", "Cormund"]
    let text = "Orvane invested $40m, Beltis $15m and Cormund $5m in the maker of pumps."
    let first = try relation(text, names, of: "Orvane", to: "invested")
    #expect(try relation(text, names, of: "Beltis", to: "invested") == first)
    #expect(try relation(text, names, of: "Cormund", to: "invested") == first)
  }

  @Test func withOpensAnAbsoluteClause() throws {
    let names = ["Orvane", "Beltis", "Cormund"]
    let text = "Orvane led the round, with Beltis and Cormund joining."
    #expect(try relation(text, names, of: "Beltis", to: "joining").hasPrefix("b.subj"))
  }

  @Test func aPassiveMayHaveItsAgentFurtherOn() throws {
    let names = ["Orvane", "Beltis"]
    let text = "Orvane, acquired last year by Beltis, makes pumps."
    let (sentence, _, hit) = try find(text, names, "Orvane", "acquired")
    #expect(sentence.triggers[hit].voice == .passive)
    let active = "Orvane acquired Beltis by issuing shares."
    let (other, _, verb) = try find(active, names, "Orvane", "acquired")
    #expect(other.triggers[verb].voice == .active)
  }

  @Test func whoSellsToSomebodyIsNoInvestor() throws {
    let names = ["Orvane", "Beltis", "Cormund"]
    let text = "Orvane sold its 40% stake in Beltis to Cormund."
    let (sentence, seller, _) = try find(text, names, "Orvane", "sold")
    let (_, buyer, stake) = try find(text, names, "Cormund", "stake")
    let (_, company, _) = try find(text, names, "Beltis", "sold")
    #expect(Doubts.isSeller(way(seller, company, stake), sentence))
    #expect(!Doubts.isSeller(way(buyer, company, stake), sentence))
  }

  @Test func agreementAloneIsBare() throws {
    let names = ["Orvane", "Beltis"]
    let bare = "Orvane signed a partnership with Beltis."
    let (sentence, payer, hit) = try find(bare, names, "Orvane", "signed")
    let (_, payee, _) = try find(bare, names, "Beltis", "signed")
    let way = way(payer, payee, hit)
    #expect(Doubts.isBare(way, sentence))
    let (other, _, _) = try find(
      "Orvane signed a $5 million partnership with Beltis.", names, "Orvane", "signed")
    #expect(!Doubts.isBare(way, other))
  }

  @Test func verbsTellWhichWayRoundADealIs() throws {
    let names = ["Orvane", "Beltis"]
    let text = "Orvane signed an agreement with Beltis to buy $5 million of capacity."
    let (sentence, buyer, hit) = try find(text, names, "Orvane", "agreement")
    let (_, seller, _) = try find(text, names, "Beltis", "buy")
    #expect(Doubts.isReversed(way(seller, buyer, hit), sentence))
    #expect(!Doubts.isReversed(way(buyer, seller, hit), sentence))
  }

  @Test func whoGrantsALicenceIsPaid() throws {
    let names = ["Orvane", "Beltis"]
    let licence = "Orvane granted Beltis an exclusive licence to its pumps."
    let (sentence, giver, hit) = try find(licence, names, "Orvane", "granted")
    let (_, taker, _) = try find(licence, names, "Beltis", "granted")
    let way = way(giver, taker, hit)
    #expect(Doubts.isLicensor(way, sentence))
    let payment = "Orvane granted Beltis $4 million in return for a licence."
    let (other, _, _) = try find(payment, names, "Orvane", "granted")
    #expect(!Doubts.isLicensor(way, other))
  }

  @Test(arguments: [
    "A report that Orvane had bought Beltis was denied by both.", "奥凡收购贝提斯的传闻遭否认。",
  ])
  func aDenialBehindWhatItDeniesRefusesIt(text: String) throws {
    let article = ArticleText(SourceText(plain: Array(text.utf8)))
    let reading = ArticleReader(lexicon: Lexicon()).read(article, names: [])
    let way = Candidate(payer: 0, payee: 1, payerRank: 0, payeeRank: 0, trigger: -1)
    #expect(Refusal(try #require(reading.sentences.first)).refuses(way))
    let told = text.replacing(" was denied by both", with: "").replacing("的传闻遭否认", with: "")
    let other = ArticleReader(lexicon: Lexicon()).read(
      ArticleText(SourceText(plain: Array(told.utf8))), names: [])
    #expect(!Refusal(try #require(other.sentences.first)).refuses(way))
  }
}
