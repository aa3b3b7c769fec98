import CDealKernels
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
    let own = Self.widened(needed, by: 0, in: 0..<input.count)
    var rest = own[...]
    for island in Self.widened(own, by: model.reach, in: 0..<input.count) {
      let inside = rest.prefix { $0.lowerBound < island.upperBound }
      rest = rest.dropFirst(inside.count)
      encode(Array(inside), in: island)
    }
    addSums(own)
  }

  /// The tokens whose states a candidate is judged by.
  static func needed(_ way: Candidate, in sentence: SentenceReading) -> [Range<Int>] {
    let places = [sentence.place(way.payer, way.trigger), sentence.place(way.payee, way.trigger)]
    let low = min(places[0].upperBound, places[1].upperBound)
    let high = max(places[0].lowerBound, places[1].lowerBound)
    let ends = [sentence.mentions[way.payer].tokens, sentence.mentions[way.payee].tokens]
    return low < high ? ends + [max(low, high - 60)..<high] : ends
  }

  /// The ranges with what stands near them, joined where they touch; ascending.
  private static func widened(
    _ ranges: [Range<Int>], by reach: Int, in whole: Range<Int>
  ) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      let wide = (range.lowerBound - reach..<range.upperBound + reach).clamped(to: whole)
      if let last = merged.last, wide.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, wide.upperBound)
      } else {
        merged.append(wide)
      }
    }
    return merged
  }

  /// Lets the layers run over what the states of `needed` see, all of which is in `island`; each adds its
  /// outputs to the states, where a later one or a candidate looks at them.
  private mutating func encode(_ needed: [Range<Int>], in island: Range<Int>) {
    let width = model.width
    var parts = [needed]
    for dilation in model.dilations.reversed() {
      parts.append(Self.widened(parts[parts.count - 1], by: dilation, in: island))
    }
    parts.reverse()
    model.embed(island, of: input, into: &states, at: island.lowerBound * width)
    // What lies outside the island is zero.
    let margin = (model.dilations.max() ?? 0) * width
    var inputs = [Int16](repeating: 0, count: island.count * width + 2 * margin)
    var outputs = [Int32](repeating: 0, count: island.count * width)
    for (number, layer) in model.convolutions.enumerated() {
      let dilation = model.dilations[number]
      for part in parts[number] {
        rectify(part, into: &inputs, at: margin + (part.lowerBound - island.lowerBound) * width)
      }
      for part in parts[number + 1] {
        layer.apply(
          to: inputs, at: margin + (part.lowerBound - dilation - island.lowerBound) * width,
          step: dilation * width, count: part.count, &outputs)
        add(outputs, part)
      }
    }
    for part in needed {
      let place = margin + (part.lowerBound - island.lowerBound) * width
      rectify(part, into: &inputs, at: place)
      states.replaceSubrange(
        part.lowerBound * width..<part.upperBound * width,
        with: inputs[place..<place + part.count * width])
    }
  }

  /// Copies states to `inputs`, those below zero as zero.
  private func rectify(_ part: Range<Int>, into inputs: inout [Int16], at place: Int) {
    let (first, count) = (part.lowerBound * model.width, part.count * model.width)
    precondition(first + count <= states.count && place + count <= inputs.count)
    unsafe states.withUnsafeBufferPointer { states in
      unsafe inputs.withUnsafeMutableBufferPointer { inputs in
        guard let states = states.baseAddress, let inputs = inputs.baseAddress else { return }
        unsafe dealRectify(states + first, Int64(count), inputs + place)
      }
    }
  }

  /// Adds a layer's outputs to the states.
  private mutating func add(_ outputs: [Int32], _ part: Range<Int>) {
    let (first, count) = (part.lowerBound * model.width, part.count * model.width)
    precondition(first + count <= states.count && count <= outputs.count)
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe outputs.withUnsafeBufferPointer { outputs in
        guard let states = states.baseAddress, let outputs = outputs.baseAddress else { return }
        unsafe dealAdd(outputs, Int64(count), states + first)
      }
    }
  }

  /// Sums what is pooled over each of the ranges, from zero on.
  private mutating func addSums(_ ranges: [Range<Int>]) {
    let pool = model.pool
    for range in ranges {
      var outputs = [Int32](repeating: 0, count: range.count * pool)
      model.pooling.apply(
        to: states, at: range.lowerBound * model.width, count: range.count, &outputs)
      let first = range.lowerBound * pool
      for index in outputs.indices {
        sums[first + index + pool] = sums[first + index] + max(0, outputs[index])
      }
    }
  }

  /// The state of a token.
  func state(_ token: Int) -> [Int16] {
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
      layer.apply(to: states, at: token * model.width, &outputs)
      for index in head.indices { head[index] += outputs[index] }
    }
    model.pooled.apply(to: between(place.between), &outputs)
    for index in head.indices { head[index] += outputs[index] }
    model.addPlaces(place.signs, to: &head)
    model.hidden.apply(to: head.map { max(0, Self.clamped($0)) }, &outputs)
    var result = [Int32](repeating: 0, count: model.output.rows)
    model.output.apply(to: outputs.map { max(0, Self.clamped($0)) }, &result)
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
