import DealExtraction
import DealLexicon
import DealMentions
import DealText
import Testing

@Suite struct SumSignsTests {
  /// The reading of a text in which `names` are the parties.
  private func reading(_ text: String, _ names: [String]) -> ArticleReading {
    let article = ArticleText(SourceText(plain: Array(text.utf8)))
    let found = names.flatMap { name -> [FoundName] in
      let words = phraseTokens(name).map(\.word)
      return article.tokens.indices.compactMap { start in
        let end = start + words.count
        guard end <= article.tokens.count,
          article.tokens[start..<end].map(\.word) == words
        else { return nil }
        return FoundName(tokens: start..<end)
      }
    }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return ArticleReader(lexicon: Lexicon()).read(article, names: found)
  }

  /// The signs of the sums near the deal between two parties, by name of sign.
  private func signs(
    _ text: String, _ names: [String], payer: String, payee: String
  ) throws -> (rows: [[Int16]], values: [Quantity]) {
    let reading = reading(text, names)
    let entity = { (name: String) in
      reading.mentions.entities.firstIndex { $0.forms.contains(name) }
    }
    let payer = try #require(entity(payer))
    let payee = try #require(entity(payee))
    for sentence in reading.sentences {
      let group = sentence.candidates().first { $0.payer == payer && $0.payee == payee }
      guard let way = group?.ways.first else { continue }
      let sums = SumSigns.sums(of: sentence.number, in: reading)
      return (SumSigns(sentence, reading, way, kind: 2).rows(sums), sums.map(\.quantity))
    }
    Issue.record("no way to read the deal")
    return ([], [])
  }

  private func sign(_ name: String, _ row: [Int16]) throws -> Int16 {
    row[try #require(SumSigns.names.firstIndex(of: name))]
  }

  @Test(arguments: [("Oda Bank", 0), ("Rho Bank", 1)])
  func orderOfNamesDealsSumsOut(payer: String, place: Int) throws {
    let text =
      "Oda Bank and Rho Bank have lent $20 million and $15 million, respectively, to Tau Wind."
    let (rows, _) = try signs(
      text, ["Oda Bank", "Rho Bank", "Tau Wind"], payer: payer, payee: "Tau Wind")
    #expect(rows.count == 2 && SumSigns.inOrder(rows) == place)
  }

  @Test func withoutThatWordNothingIsDealtOut() throws {
    let text = "Oda Bank and Rho Bank have lent $20 million to Tau Wind, which has $9 million left."
    let (rows, _) = try signs(
      text, ["Oda Bank", "Rho Bank", "Tau Wind"], payer: "Oda Bank", payee: "Tau Wind")
    #expect(rows.count == 2 && SumSigns.inOrder(rows) == nil)
  }

  @Test func rowNamesEverySign() throws {
    let (rows, sums) = try signs(
      "Oda Bank lent $20 million to Tau Wind, valued at $90 million.", ["Oda Bank", "Tau Wind"],
      payer: "Oda Bank", payee: "Tau Wind")
    #expect(rows.count == sums.count && rows.allSatisfy { $0.count == SumSigns.names.count })
    #expect(Set(SumSigns.names).count == SumSigns.names.count)
    #expect(try sign("worth.before", rows[1]) < 9 && sign("worth.before", rows[0]) == 99)
    #expect(try sign("below", rows[1]) == 1 && sign("above", rows[0]) == 1)
  }

  @Test func linearScoresAreComparedWithTheOthers() throws {
    var (rows, _) = try signs(
      "Oda Bank lent $20 million to Tau Wind, valued at $90 million.", ["Oda Bank", "Tau Wind"],
      payer: "Oda Bank", payee: "Tau Wind")
    SumSigns.write([300, -100], to: &rows)
    #expect(try sign("linear", rows[0]) == 300 && sign("lead", rows[0]) == 400)
    #expect(try sign("lead", rows[1]) == -400 && sign("better", rows[1]) == 1)
  }
}
