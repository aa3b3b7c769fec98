package import DealLexicon
import DealMentions
import DealText

/// The features that tell a deal's kind and status, once it is known who pays whom.
package enum ContextTemplate: UInt64, FeatureTemplate {
  case bias = 401
  case frame, trigger, order, orderFrame, word, pair, far, frames, cue, cueNear, cueBefore, cueAfter
  case payerType, payeeType, types, quantity, before, beforeTwo, after, voice, first, kind, kindCue
  case payerRelation, payeeRelation, headline, past, wordFrame, payerAfter, payeeAfter
  case payerTypeFrame, payeeTypeFrame, payeeTypeCue
  case nextCue, nextCueFrame, lastCue, lastCueFrame, stake, stakeFrame
  case frameCue, objectWord, objectFrame, objectCue
}

/// Makes the features of kind and status.
package struct ContextFeatures {
  private let sentence: SentenceReading
  private let types: [UInt64]
  private let isChinese: Bool

  package init(_ sentence: SentenceReading, _ reading: ArticleReading) {
    self.sentence = sentence
    types = reading.types
    isChinese = sentence.article.language.isChinese
  }

  /// Adds the features of a candidate's kind.
  package func addKind(_ way: Candidate, to buffer: inout FeatureBuffer) {
    typealias T = ContextTemplate
    buffer.add(T.bias)
    let payerType = types[sentence.entity(way.payer, way.payerRank)]
    let payeeType = types[sentence.entity(way.payee, way.payeeRank)]
    buffer.add(T.payerType, payerType)
    buffer.add(T.payeeType, payeeType)
    buffer.add(T.types, payerType, payeeType)
    if way.trigger >= 0 {
      let hit = sentence.triggers[way.trigger]
      buffer.add(T.frame, hit.frame)
      buffer.add(T.trigger, hit.word, hit.voice.atom)
      buffer.add(T.payerTypeFrame, payerType, hit.frame)
      buffer.add(T.payeeTypeFrame, payeeType, hit.frame)
      buffer.add(T.payerRelation, sentence.relation(way.payer, way.trigger).plain, hit.frame)
      buffer.add(T.payeeRelation, sentence.relation(way.payee, way.trigger).plain, hit.frame)
    }
    let window = window(way, margin: isChinese ? 12 : 7)
    for hit in sentence.triggers {
      buffer.add(window.overlaps(hit.tokens) ? T.frames : T.far, hit.frame)
    }
    for cue in sentence.cueAtoms
    where sentence.cues.contains(where: { $0.atom == cue && window.contains($0.token) }) {
      buffer.add(T.cueNear, cue)
    }
    for cue in sentence.cueAtoms { buffer.add(T.cue, cue) }
    addWords(window, to: &buffer)
    addObject(way, to: &buffer)
    addThing(way, to: &buffer)
    for name in sentence.quantityAtoms { buffer.add(T.quantity, name) }
    buffer.add(T.payerAfter, word(sentence.mentions[way.payer].tokens.upperBound))
    buffer.add(T.payeeAfter, word(sentence.mentions[way.payee].tokens.upperBound))
  }

  /// The nearest words behind and before the trigger that say what is bought, and the share.
  private func addThing(_ way: Candidate, to buffer: inout FeatureBuffer) {
    typealias T = ContextTemplate
    let center =
      way.trigger >= 0
      ? sentence.triggers[way.trigger].tokens
      : sentence.mentions[way.payee].tokens.clamped(to: sentence.tokens)
    let frame = way.trigger >= 0 ? sentence.triggers[way.trigger].frame : Self.edge
    if let next = sentence.cues.first(where: {
      $0.token >= center.lowerBound && Self.things.contains($0.atom)
    }) {
      buffer.add(T.nextCue, next.atom)
      buffer.add(T.nextCueFrame, next.atom, frame)
    }
    if let last = sentence.cues.last(where: {
      $0.token < center.lowerBound && Self.things.contains($0.atom)
    }) {
      buffer.add(T.lastCue, last.atom)
      buffer.add(T.lastCueFrame, last.atom, frame)
    }
    for quantity in sentence.quantities {
      guard case .stake(let percent, _) = quantity.value else { continue }
      let size = percent >= 99.9 ? 3 : percent > 50 ? 2 : 1
      buffer.add(T.stake, Self.sizes[size])
      buffer.add(T.stakeFrame, Self.sizes[size], frame)
    }
  }

  /// What stands just behind the trigger: the thing that is bought, lent or given.
  private func addObject(_ way: Candidate, to buffer: inout FeatureBuffer) {
    guard way.trigger >= 0 else { return }
    let hit = sentence.triggers[way.trigger]
    let start = hit.tokens.upperBound
    let end = min(sentence.tokens.upperBound, start + (isChinese ? 16 : 9))
    guard start < end else { return }
    for index in start..<end where sentence.article.tokens[index].shape == .lower {
      buffer.add(ContextTemplate.objectWord, word(index), hit.frame)
    }
    for (token, cue) in sentence.cues where token >= start && token < end {
      buffer.add(ContextTemplate.objectCue, cue, hit.frame)
    }
    for other in sentence.triggers
    where other.tokens.lowerBound >= start && other.tokens.lowerBound < end {
      buffer.add(ContextTemplate.objectFrame, other.frame, hit.frame)
    }
    for cue in sentence.cueAtoms {
      buffer.add(ContextTemplate.frameCue, cue, hit.frame)
    }
  }

  /// Adds the features of a candidate's status.
  package func addStatus(_ way: Candidate, kind: UInt64, to buffer: inout FeatureBuffer) {
    typealias T = ContextTemplate
    buffer.add(T.bias)
    buffer.add(T.kind, kind)
    if sentence.isHeadline { buffer.add(T.headline) }
    let center =
      way.trigger >= 0
      ? sentence.triggers[way.trigger].tokens : sentence.mentions[way.payee].tokens
    if way.trigger >= 0 {
      let hit = sentence.triggers[way.trigger]
      buffer.add(T.frame, hit.frame, hit.voice.atom)
      buffer.add(T.trigger, hit.word, hit.voice.atom)
      buffer.add(T.wordFrame, word(hit.tokens.lowerBound - 1), hit.frame)
    }
    let reach = isChinese ? 6 : 4
    for index in center.lowerBound - reach..<center.lowerBound {
      buffer.add(T.before, word(index))
      if isChinese { buffer.add(T.beforeTwo, word(index - 1), word(index)) }
    }
    for index in center.upperBound..<center.upperBound + reach {
      buffer.add(T.after, word(index))
      if isChinese { buffer.add(T.pair, word(index), word(index + 1)) }
    }
    for (token, cue) in sentence.cues {
      buffer.add(T.cue, cue)
      if abs(token - center.lowerBound) <= 10 {
        buffer.add(token < center.lowerBound ? T.cueBefore : T.cueAfter, cue)
        buffer.add(T.kindCue, kind, cue)
      }
    }
    for hit in sentence.triggers where hit.tokens != center {
      buffer.add(T.frames, hit.frame, hit.voice.atom)
    }
    for name in sentence.quantityAtoms { buffer.add(T.quantity, name) }
    addWords(window(way, margin: 5), to: &buffer)
  }

  /// The tokens from the first to the last of payer, payee and trigger, with a margin.
  private func window(_ way: Candidate, margin: Int) -> Range<Int> {
    var (low, high) = (Int.max, Int.min)
    for mention in [way.payer, way.payee] where sentence.mentions[mention].kind != .context {
      low = min(low, sentence.mentions[mention].tokens.lowerBound)
      high = max(high, sentence.mentions[mention].tokens.upperBound)
    }
    if way.trigger >= 0 {
      low = min(low, sentence.triggers[way.trigger].tokens.lowerBound)
      high = max(high, sentence.triggers[way.trigger].tokens.upperBound)
    }
    if low > high { (low, high) = (sentence.tokens.lowerBound, sentence.tokens.upperBound) }
    return max(
      sentence.tokens.lowerBound, low - margin)..<min(
        sentence.tokens.upperBound, high + margin)
  }

  private func addWords(_ window: Range<Int>, to buffer: inout FeatureBuffer) {
    for index in window {
      let token = sentence.article.tokens[index]
      guard token.kind != .mark, token.kind != .number else { continue }
      if !isChinese { buffer.add(ContextTemplate.word, token.word) }
      if isChinese || sentence.article.tokens[index].shape == .lower {
        buffer.add(ContextTemplate.pair, token.word, word(index + 1))
      }
    }
  }

  private func word(_ index: Int) -> UInt64 {
    guard sentence.tokens.contains(index) else { return Self.edge }
    let token = sentence.article.tokens[index]
    return token.kind == .number ? Self.number : token.word
  }

  private static let sizes = [atom("0"), atom("1"), atom("2"), atom("3")]
  private static let things = WordSet(
    [
      "goods?", "energy?", "compute?", "property?", "licence?", "equity?", "control?", "debt?",
      "subsidy?", "revenue?", "backing?", "warrant?",
    ].map { foldedHash($0.utf8) })
  private static let edge = atom("<s>")
  private static let number = atom("<n>")
}
