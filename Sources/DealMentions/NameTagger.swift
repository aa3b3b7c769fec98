package import DealLexicon
import DealText

/// Tags tokens as names by a linear model over sequences (Viterbi decoding).
package struct NameTagger: Sendable {
  package let model: LinearModel

  /// What is taken off the score of every token outside names, in units of the table's weights: a
  /// name that is missed costs a deal, one too many is refused later.
  package var leaning: Int32

  /// For each previous tag and each shape of a token, what they add to the scores.
  private let shaped: [SIMD4<Int32>]

  package init(model: LinearModel, leaning: Int32) {
    self.model = model
    self.leaning = leaning
    shaped = (0..<3 * NameFeatures.shapeCount).map { number in
      var row = LinearRow(model)
      NameFeatures.addTag(
        number / NameFeatures.shapeCount, shape: number % NameFeatures.shapeCount, to: &row)
      return row.sums
    }
  }

  /// The names of a sentence: of all tag sequences the one with the highest sum of weights.
  package func names(of sentence: Range<Int>, _ features: NameFeatures) -> [FoundName] {
    let empty = LinearRow(model)
    var leads = [Int32](repeating: 0, count: sentence.count)
    let tags = Self.decode(sentence, features) { index, previous in
      var row = empty
      if previous < 0 {
        features.addOwn(index, in: sentence, to: &row)
        row.sums[NameTag.outside.rawValue] -= leaning
        leads[index - sentence.lowerBound] =
          max(row.sums[NameTag.begin.rawValue], row.sums[NameTag.inside.rawValue])
          - row.sums[NameTag.outside.rawValue]
      } else {
        row.sums = shaped[previous * NameFeatures.shapeCount + features.shapeIndex(index)]
        features.addTagOwn(previous, index, in: sentence, to: &row)
      }
      return row.sums
    }
    return nameRanges(tags, from: sentence.lowerBound).map { range in
      let own = leads[
        range.lowerBound - sentence.lowerBound..<range.upperBound - sentence.lowerBound]
      return FoundName(tokens: range, lead: Int16(clamping: own.reduce(0, &+) / Int32(own.count)))
    }
  }

  /// Decodes with scores of tags from `score`, which is asked with the previous tag -1 for the part of
  /// the score that does not depend on it.
  package static func decode(
    _ sentence: Range<Int>, _ features: NameFeatures,
    score: (_ index: Int, _ previous: Int) -> SIMD4<Int32>
  ) -> [NameTag] {
    let minimum = Int32.min / 4
    let count = sentence.count
    var best = SIMD4<Int32>(minimum, minimum, 0, minimum)
    var back = [(Int8, Int8, Int8)](repeating: (2, 2, 2), count: count)
    var isLive = false
    for offset in 0..<count {
      let index = sentence.lowerBound + offset
      let begins = features.mayBegin(index)
      let continues = isLive && features.mayContinue(index)
      guard begins || continues else {
        // Every name ends here.
        let winner = winner(best)
        back[offset] = (2, 2, Int8(winner))
        best = SIMD4(minimum, minimum, best[winner], minimum)
        isLive = false
        continue
      }
      let own = score(index, -1)
      var next = SIMD4<Int32>(repeating: minimum)
      var links = SIMD4<Int8>(repeating: 2)
      for previous in 0..<3 where best[previous] > minimum / 2 {
        let step = own &+ score(index, previous)
        for tag in 0..<3 where tag == 2 || (tag == 0 ? begins : continues && previous != 2) {
          let sum = best[previous] + step[tag]
          if sum > next[tag] {
            next[tag] = sum
            links[tag] = Int8(previous)
          }
        }
      }
      back[offset] = (links[0], links[1], links[2])
      best = next
      isLive = true
    }
    var tags = [NameTag](repeating: .outside, count: count)
    var tag = winner(best)
    for offset in stride(from: count - 1, through: 0, by: -1) {
      tags[offset] = NameTag(rawValue: tag) ?? .outside
      let links = back[offset]
      tag = Int(tag == 0 ? links.0 : tag == 1 ? links.1 : links.2)
    }
    return tags
  }

  /// The tag of the largest of three sums, the first of equals.
  private static func winner(_ sums: SIMD4<Int32>) -> Int {
    let first = sums[0] >= sums[1] ? 0 : 1
    return sums[first] >= sums[2] ? first : 2
  }
}

/// A name that was found: its tokens, and by how much the tagger prefers them to be one, in units of the
/// table's weights a token; 0 for a name that memory or a reader gave.
package struct FoundName: Sendable {
  package var tokens: Range<Int>
  package var lead: Int16

  package init(tokens: Range<Int>, lead: Int16 = 0) {
    self.tokens = tokens
    self.lead = lead
  }
}

/// The ranges of tokens that tags mark as names, the first tag standing at `start`.
package func nameRanges(_ tags: [NameTag], from start: Int) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var first: Int?
  for (offset, tag) in tags.enumerated() {
    if tag != .inside, let begin = first {
      ranges.append(begin..<start + offset)
      first = nil
    }
    if tag == .begin { first = start + offset }
  }
  if let begin = first { ranges.append(begin..<start + tags.count) }
  return ranges
}
