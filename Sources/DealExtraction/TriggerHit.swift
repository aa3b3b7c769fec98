package import DealLexicon
package import DealText

/// A word of a sentence that evokes a frame.
package struct TriggerHit: Sendable {
  /// How the word stands in its clause.
  package enum Voice: UInt8, Sendable, CaseIterable {
    /// A finite or infinite verb.
    case active
    /// A past participle with a form of "be", or before "by".
    case passive
    /// An -ing form.
    case gerund
    /// A noun.
    case noun
    /// A participle joined to the name before it: Nvidia-backed.
    case compound

    static let words = ["active", "passive", "gerund", "noun", "compound"]
    static let atoms = words.map { foldedHash($0.utf8) }
    var atom: UInt64 { Self.atoms[Int(rawValue)] }
  }

  /// The tokens.
  package let tokens: Range<Int>
  /// The atom of its frame.
  package let frame: UInt64
  /// The number of its frame.
  package let frameIndex: Int
  /// The atom of its word.
  package let word: UInt64
  /// How it stands.
  package let voice: Voice

  /// Whether the verb only carries another: "agreed to", "announced", 达成, 宣布.
  var isLight: Bool { frame == Self.sign }

  /// Whether it is a verb of selling in the active voice.
  var isSale: Bool { frame == Self.sell && (voice == .active || voice == .gerund) }

  /// Whether it is a verb of giving in the active voice.
  var isGrant: Bool { frame == Self.grant && (voice == .active || voice == .gerund) }

  /// Whether it is a word for a licence.
  var isLicence: Bool { frame == Self.licence }

  private static let grant = atom("GRANT")
  private static let licence = atom("LICENCE")
  private static let sign = atom("SIGN")
  private static let sell = atom("SELL")
}

/// Finds the triggers and cues of sentences.
package struct TriggerFinder: Sendable {
  package let triggers: Triggers
  private let isChinese: Bool

  package init(_ triggers: Triggers, isChinese: Bool) {
    self.triggers = triggers
    self.isChinese = isChinese
  }

  /// The triggers of a sentence outside `names`, in order.
  package func hits(
    in article: ArticleText, _ sentence: Range<Int>, isName: [Bool]
  ) -> [TriggerHit] {
    var hits: [TriggerHit] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard !isName[index],
        let (end, senses) = triggers.trigger(
          article.tokens, at: index, limit: sentence.upperBound)
      else {
        index += 1
        continue
      }
      if isChinese
        ? !isInNoun(index..<end, article, sentence) : !isAuxiliary(index..<end, article, sentence)
      {
        hits.append(hit(index..<end, senses, article, sentence, isName))
      }
      index = end
    }
    return hits
  }

  private func hit(
    _ range: Range<Int>, _ senses: [Triggers.Sense], _ article: ArticleText,
    _ sentence: Range<Int>, _ isName: [Bool]
  ) -> TriggerHit {
    let verb = senses.first { $0.role == .verb }
    let noun = senses.first { $0.role == .noun }
    let isNoun =
      verb == nil
      || noun != nil && (isChinese ? false : Self.isNounPlace(range.lowerBound, article, sentence))
    let sense = (isNoun ? noun : verb) ?? senses[0]
    var voice = TriggerHit.Voice.active
    if isNoun {
      voice = .noun
    } else if sense.isGerund {
      voice = .gerund
    } else if sense.isParticiple, Self.isJoined(range.lowerBound, article) {
      voice = .compound
    } else if sense.isParticiple, !isChinese,
      Self.isPassive(range, article, sentence) || Self.hasAgent(range, article, sentence, isName)
    {
      voice = .passive
    }
    let word =
      range.count == 1
      ? article.tokens[range.lowerBound].word
      : foldedHash(article.normal.bytes[article.bytes(of: range)])
    return TriggerHit(
      tokens: range, frame: triggers.atoms[Int(sense.frame)], frameIndex: Int(sense.frame),
      word: word, voice: voice)
  }

  /// Whether a verb of one character only opens a noun: 卖方, 买家, 卖铲人.
  private func isInNoun(
    _ range: Range<Int>, _ article: ArticleText, _ sentence: Range<Int>
  ) -> Bool {
    func word(_ index: Int) -> UInt64 {
      index < sentence.upperBound ? article.tokens[index].word : emptyHash
    }
    guard range.count == 1 else { return false }
    return Self.nounEndings.contains(word(range.upperBound))
      || Self.doers.contains(word(range.upperBound + 1))
        && !Self.chineseParticles.contains(word(range.upperBound))
  }

  /// Whether a form of "have" only helps another verb.
  private func isAuxiliary(
    _ range: Range<Int>, _ article: ArticleText, _ sentence: Range<Int>
  ) -> Bool {
    guard range.count == 1, Self.have.contains(article.tokens[range.lowerBound].word),
      range.upperBound < sentence.upperBound
    else { return false }
    let next = article.tokens[range.upperBound]
    return !(next.kind == .number || next.kind == .mark || Self.nounOpeners.contains(next.word))
  }

  /// Whether a hyphen joins a word to the one before.
  private static func isJoined(_ index: Int, _ article: ArticleText) -> Bool {
    index > 1 && !article.tokens[index].spaceBefore && article.tokens[index - 1].word == hyphen
      && !article.tokens[index - 1].spaceBefore
  }

  /// Whether a word that is verb and noun stands where nouns stand.
  private static func isNounPlace(
    _ index: Int, _ article: ArticleText, _ sentence: Range<Int>
  ) -> Bool {
    guard index > sentence.lowerBound else { return false }
    let before = article.tokens[index - 1]
    if before.kind == .number || before.kind == .mark { return before.word != comma }
    return nounOpeners.contains(before.word)
      || before.shape == .lower && !verbOpeners.contains(before.word)
  }

  private static func isPassive(
    _ range: Range<Int>, _ article: ArticleText, _ sentence: Range<Int>
  ) -> Bool {
    if range.upperBound < sentence.upperBound, article.tokens[range.upperBound].word == by {
      return true
    }
    var index = range.lowerBound - 1
    let first = max(sentence.lowerBound, range.lowerBound - 4)
    while index >= first {
      let token = article.tokens[index]
      if beForms.contains(token.word) { return true }
      if token.kind != .word || haveForms.contains(token.word) || token.hasCapital { return false }
      index -= 1
    }
    return false
  }

  /// Whether "by" and a name follow, with nothing between that a verb could have for its object:
  /// "acquired last year by Acme".
  private static func hasAgent(
    _ range: Range<Int>, _ article: ArticleText, _ sentence: Range<Int>, _ isName: [Bool]
  ) -> Bool {
    let limit = min(sentence.upperBound, range.upperBound + 7)
    guard range.upperBound < limit else { return false }
    for index in range.upperBound..<limit {
      if isName[index] || article.tokens[index].kind == .mark { return false }
      guard article.tokens[index].word == by else { continue }
      let end = min(sentence.upperBound, index + 5)
      let agent = (index + 1..<end).first { isName[$0] || article.tokens[$0].kind == .mark }
      return agent.map { isName[$0] } ?? false
    }
    return false
  }

  private static func hashes(_ words: String) -> WordSet {
    WordSet(words: words)
  }
  private static let comma = atom(",")
  private static let by = atom("by")
  private static let nounOpeners = hashes(
    "the a an its their his her our this that these those any no some 's s of each every new year")
  private static let verbOpeners = hashes(
    "to will would has have had could may might can should must not n't and or who which that also then now it they we he she recently already formally jointly separately later"
  )
  private static let nounEndings = hashes("家 方 人 者 点 场 主 价 盘 座")
  private static let doers = hashes("人 者")
  private static let chineseParticles = hashes("给 向 与 和 了 过 予 自 到 在 为 的")
  private static let beForms = hashes("is was were be been being are get gets got")
  private static let have = hashes("have has had having")
  private static let hyphen = atom("-")
  private static let haveForms = hashes("has have had having will would to")
}
