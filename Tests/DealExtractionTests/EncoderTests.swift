import DealLexicon
import DealMentions
import DealTables
import DealText
import Testing

@testable import DealExtraction

private let story = """
  Halden Robotics taps Fenwick Capital

  Halden Robotics said on Monday that Fenwick Capital will invest $40 million in it. In return the
  robot maker buys chips worth $12 million from Orvane Semiconductor, which Fenwick owns.
  """

private func reading(_ text: String) -> ArticleReading {
  ArticleReader(lexicon: Lexicon()).read(
    ArticleText(SourceText(plain: Array(text.utf8), source: "story")))
}

/// The states that the layers give when every token is computed from its neighbours, one number after the
/// other.
private func slowStates(_ model: EncoderModel, _ input: EncoderInput) -> [[Int]] {
  var states = (0..<input.count).map { token -> [Int] in
    var row = [Int16](repeating: 0, count: model.width)
    model.embed(token..<token + 1, of: input, into: &row, at: 0)
    return row.map(Int.init)
  }
  for (layer, dilation) in zip(model.convolutions, model.dilations) {
    let before = states
    for token in 0..<input.count {
      for output in 0..<model.width {
        var sum = Int(layer.bias[output])
        for tap in 0..<3 {
          let place = token + (tap - 1) * dilation
          guard before.indices.contains(place) else { continue }
          for index in 0..<model.width {
            let weight = Int(layer.weight(output, tap * model.width + index))
            sum += weight * max(0, before[place][index])
          }
        }
        states[token][output] = min(8191, max(-8191, before[token][output] + ((sum + 2048) >> 12)))
      }
    }
  }
  return states.map { $0.map { max(0, $0) } }
}

@Test func theEncodersAreSound() {
  #expect(EncoderModel.fault(in: .encoderEnglish) == nil)
  #expect(EncoderModel.fault(in: .encoderChinese) == nil)
  #expect(EncoderModel.fault(in: ModelBytes([UInt8](repeating: 1, count: 200))) != nil)
  #expect(EncoderModel.fault(in: ModelBytes([1, 2])) == "it is cut off")
}

@Test func statesAreThoseOfTheSlowWay() throws {
  let reading = reading(story)
  let model = EncoderModel(.encoderEnglish)
  let slow = slowStates(model, EncoderInput(reading))
  let encoder = Encoder(model, reading, [0..<slow.count])
  for token in slow.indices { #expect(encoder.state(token).map(Int.init) == slow[token]) }
}

@Test func aPartIsEncodedAsInTheWhole() throws {
  let reading = reading(story + story)
  let model = EncoderModel(.encoderEnglish)
  let count = reading.article.tokens.count
  let whole = Encoder(model, reading, [0..<count])
  let parts = Encoder(model, reading, [30..<34, 60..<61])
  for token in [30, 31, 33, 60] {
    #expect(parts.state(token) == whole.state(token))
    #expect(parts.state(token).contains { $0 > 0 })
  }
}

@Test func theEncoderKnowsWhoInvests() throws {
  let reading = reading(story)
  let model = EncoderModel(.encoderEnglish)
  let claims = ClaimReader(models: .english, frames: [], threshold: 0)
  let readings = claims.readings(of: reading, above: -3000)
  let names = reading.mentions.entities.map { $0.forms[0] }
  let halden = try #require(names.firstIndex { $0.hasPrefix("Halden") })
  let fenwick = try #require(names.firstIndex { $0.hasPrefix("Fenwick") })
  let encoder = Encoder(model, reading, [0..<reading.article.tokens.count])
  func score(_ payer: Int, _ payee: Int) throws -> Int32 {
    let scores = readings.filter { $0.payer == payer && $0.payee == payee }.map {
      encoder.score($0.way, in: reading.sentences[$0.sentence])
    }
    return try #require(scores.max())
  }
  #expect(try score(fenwick, halden) > score(halden, fenwick))
}
