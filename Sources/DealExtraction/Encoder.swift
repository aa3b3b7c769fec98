import DealMentions

/// The states of an article's tokens, and the scores of its candidates by them.
struct Encoder {
  private let model: EncoderModel
  private let input: EncoderInput
  /// A row a token; what no candidate needs stays zero.
  private var states: [Int16]
  /// The sums of what is pooled, up to each token.
  private var sums: [Int32]

  /// Encodes the parts of an article that its candidates touch.
  init(_ model: EncoderModel, _ reading: ArticleReading, _ needed: [Range<Int>]) {
    self.model = model
    input = EncoderInput(reading)
    states = [Int16](repeating: 0, count: input.count * model.width)
    sums = [Int32](repeating: 0, count: (input.count + 1) * model.pool)
    for range in merged(needed) { encode(range) }
    addSums()
  }

  /// The tokens whose states a candidate is judged by.
  static func needed(_ way: Candidate, in sentence: SentenceReading) -> [Range<Int>] {
    let (payer, payee) = (sentence.mentions[way.payer].tokens, sentence.mentions[way.payee].tokens)
    let between =
      min(payer.upperBound, payee.upperBound)..<max(payer.lowerBound, payee.lowerBound, 1)
    var ranges = [payer, payee]
    if !between.isEmpty {
      ranges.append(max(between.lowerBound, between.upperBound - 60)..<between.upperBound)
    }
    return ranges
  }

  /// The ranges with all that the states in them see, joined where they touch; ascending.
  private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      let wide =
        max(0, range.lowerBound - model.reach)..<min(input.count, range.upperBound + model.reach)
      if let last = merged.last, wide.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, wide.upperBound)
      } else {
        merged.append(wide)
      }
    }
    return merged
  }

  /// Lets the layers run over a range of tokens; each adds its outputs to the states.
  private mutating func encode(_ range: Range<Int>) {
    let width = model.width
    for token in range { model.embed(token, of: input, into: &states, at: token * width) }
    var window = [Int16](repeating: 0, count: 3 * width)
    var outputs = [Int32](repeating: 0, count: width)
    for (layer, dilation) in zip(model.convolutions, model.dilations) {
      let before = states
      for token in range {
        for (tap, place) in [token - dilation, token, token + dilation].enumerated() {
          for index in 0..<width {
            window[tap * width + index] =
              range.contains(place) ? max(0, before[place * width + index]) : 0
          }
        }
        layer.outputs(window, &outputs)
        for index in 0..<width {
          states[token * width + index] = Self.clamped(
            Int32(before[token * width + index]) + outputs[index])
        }
      }
    }
    for index in range.lowerBound * width..<range.upperBound * width {
      states[index] = max(0, states[index])
    }
  }

  private mutating func addSums() {
    var outputs = [Int32](repeating: 0, count: model.pool)
    for token in 0..<input.count {
      let state = state(token)
      let row = token * model.pool
      model.pooling.outputs(state, &outputs)
      for index in 0..<model.pool {
        sums[row + model.pool + index] = sums[row + index] + max(0, outputs[index])
      }
    }
  }

  private func state(_ token: Int) -> [Int16] {
    Array(states[token * model.width..<(token + 1) * model.width])
  }

  private static func clamped(_ value: Int32) -> Int16 { Int16(max(-8191, min(8191, value))) }

  /// How surely a candidate tells a deal, in units of 1/256 of a logit.
  func score(_ way: Candidate, in sentence: SentenceReading) -> Int32 {
    let place = input.place(way, in: sentence)
    var head = [Int32](repeating: 0, count: model.head)
    var outputs = head
    let tokens = [place.payer.0, place.payer.1, place.payee.0, place.payee.1]
    for (layer, token) in zip(model.ends, tokens) {
      layer.outputs(state(token), &outputs)
      for index in head.indices { head[index] += outputs[index] }
    }
    model.pooled.outputs(between(place.between), &outputs)
    for index in head.indices { head[index] += outputs[index] }
    var first = 0
    for (sign, size) in zip(place.signs, EncoderInput.placeCounts) {
      let row = (first + min(sign, size - 1)) * model.head
      for index in head.indices { head[index] += Int32(model.places[row + index]) }
      first += size
    }
    model.hidden.outputs(head.map { max(0, Self.clamped($0)) }, &outputs)
    var result = [Int32](repeating: 0, count: model.output.bias.count)
    model.output.outputs(outputs.map { max(0, Self.clamped($0)) }, &result)
    return result[0] / 2
  }

  /// What is pooled between two places: the sum by the root of the number of tokens.
  private func between(_ range: Range<Int>) -> [Int16] {
    let (low, high) = (range.lowerBound * model.pool, range.upperBound * model.pool)
    let root = Double(max(1, range.count)).squareRoot()
    return (0..<model.pool).map { index in
      Self.clamped(Int32((Double(sums[high + index] - sums[low + index]) / root).rounded()))
    }
  }
}
