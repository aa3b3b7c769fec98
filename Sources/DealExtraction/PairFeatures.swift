package import DealLexicon
import DealMentions
import DealText

/// The features of a candidate: does this party pay that one, by this word?
package enum PairTemplate: UInt64, FeatureTemplate {
  case bias = 301
  case payerFrame, payeeFrame, payerPlain, payeePlain, payerWord, payeeWord
  case payerBefore, payeeBefore, payerAfter, payeeAfter, payerBeforeTwo, payeeBeforeTwo
  case payerAfterTwo, payeeAfterTwo, payerType, payeeType, payerTypeFrame, payeeTypeFrame
  case payerRank, payeeRank, payerVerb, payeeVerb
  case both, bothFrame, bothWord, bothType, order, orderFrame, orderWord
  case between, betweenFrame, distance, triggerDistance, sameGroup, ranks, samePrefix
  case cue, cueFrame, cueBefore, sums, sumsBetween, entities, headline, question, lone
  case nearestPayer, nearestPayee, frames, otherSums
  case payerRival, payeeRival, rivals
  case payerTopic, payeeTopic, payerSeen, payeeSeen
  case fits, fitsFrame, fitsOrder, payerFit, payeeFit
  case payerPath, payeePath, pairPath, pairPathFrame
}

/// Makes the features of candidates of one sentence.
package struct PairFeatures {
  private let sentence: SentenceReading
  private let types: [UInt64]
  private let cueAtoms: [UInt64]
  private let nameCount: Int
  private let isChinese: Bool
  private let topic: [Int]
  private var seen: [Int: Int] = [:]
  private let fits: RoleFits
  private let paths: SentencePaths

  package init(_ sentence: SentenceReading, _ reading: ArticleReading) {
    self.sentence = sentence
    topic = reading.mentions.topic
    fits = RoleFits(sentence)
    paths = SentencePaths(sentence)
    types = reading.types
    cueAtoms = Array(Set(sentence.cues.map(\.atom))).sorted()
    nameCount = Set(sentence.mentions.filter { $0.kind == .name }.flatMap(\.entities)).count
    isChinese = sentence.article.language.isChinese
    for mention in sentence.mentions where mention.kind == .name { seen[mention.entities[0]] = 0 }
    for back in 1...3 where sentence.number >= back {
      let names = reading.sentences[sentence.number - back].mentions.filter { $0.kind == .name }
      for (index, mention) in names.enumerated() where seen[mention.entities[0]] == nil {
        seen[mention.entities[0]] = back > 1 ? back + 1 : index == 0 ? 1 : 2
      }
    }
  }

  /// Adds the features that depend on one party, its role and the trigger.
  package func addRole(
    _ mention: Int, _ rank: Int, _ trigger: Int, isPayer: Bool, to buffer: inout FeatureBuffer
  ) {
    typealias T = PairTemplate
    let relation = sentence.relation(mention, trigger)
    let place = sentence.mentions[mention]
    let type = types[place.entities[rank]]
    if trigger >= 0 {
      let hit = sentence.triggers[trigger]
      buffer.add(isPayer ? T.payerFrame : T.payeeFrame, relation.atom, hit.frame, hit.voice.atom)
      buffer.add(isPayer ? T.payerPlain : T.payeePlain, relation.plain, hit.frame, hit.voice.atom)
      buffer.add(isPayer ? T.payerWord : T.payeeWord, relation.plain, hit.word, hit.voice.atom)
      buffer.add(isPayer ? T.payerTypeFrame : T.payeeTypeFrame, type, hit.frame)
      buffer.add(
        isPayer ? T.payerRival : T.payeeRival, kindAtom(mention),
        fits.fit(mention, trigger, isPayer: isPayer).atom,
        fits.rival(mention, trigger, isPayer: isPayer).atom)
    }
    buffer.add(isPayer ? T.payerType : T.payeeType, type)
    buffer.add(
      isPayer ? T.payerRank : T.payeeRank, Self.kindAtoms[Int(place.kind.rawValue)],
      Self.digits[min(rank, 2)])
    let entity = place.entities[rank]
    buffer.add(
      isPayer ? T.payerTopic : T.payeeTopic, kindAtom(mention), Self.digits[topicRank(entity)])
    buffer.add(
      isPayer ? T.payerSeen : T.payeeSeen, kindAtom(mention), Self.digits[lastSeen(entity)],
      Self.digits[min(rank, 2)])
    guard place.kind != .context else { return }
    if trigger >= 0 {
      let hit = sentence.triggers[trigger]
      addPath(place.tokens, hit, isPayer ? T.payerPath : T.payeePath, to: &buffer)
    }
    let before = word(sentence.mentions[sentence.groups[mention].first].tokens.lowerBound - 1)
    let after = word(sentence.mentions[sentence.groups[mention].last].tokens.upperBound)
    buffer.add(isPayer ? T.payerBefore : T.payeeBefore, before)
    buffer.add(isPayer ? T.payerAfter : T.payeeAfter, after)
    let beforeTwo = word(sentence.mentions[sentence.groups[mention].first].tokens.lowerBound - 2)
    let afterTwo = word(sentence.mentions[sentence.groups[mention].last].tokens.upperBound + 1)
    buffer.add(isPayer ? T.payerBeforeTwo : T.payeeBeforeTwo, beforeTwo, before)
    buffer.add(isPayer ? T.payerAfterTwo : T.payeeAfterTwo, after, afterTwo)
    if let (verb, side) = nearestVerb(sentence.span(mention)) {
      buffer.add(isPayer ? T.payerVerb : T.payeeVerb, verb, side)
    }
  }

  /// The small words between a party and the trigger.
  private func addPath(
    _ party: Range<Int>, _ hit: TriggerHit, _ template: PairTemplate, to buffer: inout FeatureBuffer
  ) {
    let isBefore = party.upperBound <= hit.tokens.lowerBound
    let (low, high) =
      isBefore
      ? (party.upperBound, hit.tokens.lowerBound) : (hit.tokens.upperBound, party.lowerBound)
    guard let path = paths.path(from: low, to: high) else { return }
    buffer.add(template, path: [isBefore ? Self.forward : Self.backward, hit.frame] + path)
  }

  /// The small words from the one party to the other.
  private func addPairPath(
    _ way: Candidate, _ low: Int, _ high: Int, _ side: UInt64, to buffer: inout FeatureBuffer
  ) {
    guard let path = paths.path(from: low, to: high) else { return }
    buffer.add(PairTemplate.pairPath, path: [side] + path)
    guard way.trigger >= 0 else { return }
    buffer.add(
      PairTemplate.pairPathFrame, path: [side, sentence.triggers[way.trigger].frame] + path)
  }

  /// How much the article is about an entity: 0 most, 3 least.
  private func topicRank(_ entity: Int) -> Int {
    min(3, topic.firstIndex(of: entity) ?? 3)
  }

  /// How an entity was named before: 1 first, 2 later in the sentence before, 3 two sentences back,
  /// 4 further back; 0 in this sentence.
  private func lastSeen(_ entity: Int) -> Int { seen[entity] ?? 5 }

  /// Adds the features that depend on both parties.
  package func addPair(_ way: Candidate, to buffer: inout FeatureBuffer) {
    typealias T = PairTemplate
    buffer.add(T.bias)
    let payer = sentence.relation(way.payer, way.trigger)
    let payee = sentence.relation(way.payee, way.trigger)
    let order = orderAtom(way)
    buffer.add(T.both, payer.plain, payee.plain)
    buffer.add(T.order, order)
    buffer.add(
      T.bothType, types[sentence.entity(way.payer, way.payerRank)],
      types[sentence.entity(way.payee, way.payeeRank)])
    if way.trigger >= 0 {
      let hit = sentence.triggers[way.trigger]
      let payerFit = fits.fit(way.payer, way.trigger, isPayer: true).atom
      let payeeFit = fits.fit(way.payee, way.trigger, isPayer: false).atom
      buffer.add(T.fits, payerFit, payeeFit)
      buffer.add(T.fitsFrame, payerFit, payeeFit, hit.frame)
      buffer.add(T.fitsOrder, payerFit, payeeFit, order)
      buffer.add(T.payerFit, payerFit, kindAtom(way.payer))
      buffer.add(T.payeeFit, payeeFit, kindAtom(way.payee))
      buffer.add(T.bothFrame, payer.plain, payee.plain, hit.frame)
      buffer.add(T.bothWord, payer.plain, payee.plain, hit.word)
      buffer.add(T.orderFrame, order, hit.frame, hit.voice.atom)
      buffer.add(T.orderWord, order, hit.word)
      for cue in cueAtoms { buffer.add(T.cueFrame, cue, hit.frame) }
      addNear(way, hit, order, to: &buffer)
    }
    for cue in cueAtoms { buffer.add(T.cue, cue) }
    buffer.add(T.ranks, kindAtom(way.payer), kindAtom(way.payee))
    if sentence.groups[way.payer].first == sentence.groups[way.payee].first {
      buffer.add(T.sameGroup)
    }
    addBetween(way, order, to: &buffer)
    addSentence(way, to: &buffer)
  }

  private func kindAtom(_ mention: Int) -> UInt64 {
    Self.kindAtoms[Int(sentence.mentions[mention].kind.rawValue)]
  }

  /// What stands between the parties: words, frames and sums.
  private func addBetween(_ way: Candidate, _ order: UInt64, to buffer: inout FeatureBuffer) {
    let (first, second) = (sentence.mentions[way.payer], sentence.mentions[way.payee])
    guard first.kind != .context, second.kind != .context else { return }
    let side = first.tokens.lowerBound < second.tokens.lowerBound ? Self.forward : Self.backward
    let (one, two) = (sentence.span(way.payer), sentence.span(way.payee))
    let low = min(one.upperBound, two.upperBound)
    let high = max(one.lowerBound, two.lowerBound)
    guard low <= high else { return }
    buffer.add(PairTemplate.distance, Self.bucket(high - low), side)
    addPairPath(
      way,
      first.tokens.upperBound < second.tokens.lowerBound
        ? first.tokens.upperBound : second.tokens.upperBound,
      max(first.tokens.lowerBound, second.tokens.lowerBound), side, to: &buffer)
    if high - low <= 14 {
      for index in low..<high {
        buffer.add(PairTemplate.between, side, word(index))
      }
    }
    for hit in sentence.triggers
    where hit.tokens.lowerBound >= low && hit.tokens.upperBound <= high {
      buffer.add(PairTemplate.betweenFrame, side, hit.frame, hit.voice.atom)
    }
    let sums = sentence.quantities.contains {
      $0.isSum && $0.tokens.lowerBound >= low && $0.tokens.upperBound <= high
    }
    buffer.add(PairTemplate.sumsBetween, sums ? Self.yes : Self.no, side)
  }

  /// How near the trigger is, and whether another is nearer to either party.
  private func addNear(
    _ way: Candidate, _ hit: TriggerHit, _ order: UInt64, to buffer: inout FeatureBuffer
  ) {
    func gap(_ mention: Int) -> Int {
      if sentence.mentions[mention].kind == .context { return 0 }
      let span = sentence.span(mention)
      return max(
        0, hit.tokens.lowerBound - span.upperBound, span.lowerBound - hit.tokens.upperBound)
    }
    buffer.add(
      PairTemplate.triggerDistance, Self.bucket(gap(way.payer)), Self.bucket(gap(way.payee)))
    for (mention, template) in [
      (way.payer, PairTemplate.nearestPayer), (way.payee, .nearestPayee),
    ] {
      let own = gap(mention)
      let nearer = sentence.triggers.contains { other in
        let place = sentence.span(mention)
        let distance = max(
          0, other.tokens.lowerBound - place.upperBound, place.lowerBound - other.tokens.upperBound)
        return distance < own && other.frameIndex != hit.frameIndex
      }
      buffer.add(template, nearer ? Self.yes : Self.no)
    }
    for (token, cue) in sentence.cues
    where token < hit.tokens.lowerBound && hit.tokens.lowerBound - token <= 6 {
      buffer.add(PairTemplate.cueBefore, cue, hit.frame)
    }
  }

  private func addSentence(_ way: Candidate, to buffer: inout FeatureBuffer) {
    buffer.add(PairTemplate.entities, Self.bucket(nameCount))
    if sentence.isHeadline { buffer.add(PairTemplate.headline) }
    if sentence.tokens.last.map({ word($0) == Self.questionMark }) ?? false {
      buffer.add(PairTemplate.question)
    }
    let hasSum = sentence.quantities.contains(where: \.isSum)
    buffer.add(PairTemplate.sums, hasSum ? Self.yes : Self.no)
  }

  private func orderAtom(_ way: Candidate) -> UInt64 {
    let payer = sentence.mentions[way.payer]
    let payee = sentence.mentions[way.payee]
    let own = payer.kind == .context ? Int.max : payer.tokens.lowerBound
    let other = payee.kind == .context ? Int.max : payee.tokens.lowerBound
    let trigger = way.trigger < 0 ? Int.max : sentence.triggers[way.trigger].tokens.lowerBound
    // Of equal places the payer's comes first, then the payee's.
    var hash = emptyHash
    func add(_ place: Int, _ mark: UInt8) {
      if place != .max { hash = foldedHash(hash, mark) }
    }
    if trigger < min(own, other) { add(trigger, 0x74) }
    if other < own {
      add(other, 0x71)
      if trigger >= other, trigger < own { add(trigger, 0x74) }
      add(own, 0x70)
    } else {
      add(own, 0x70)
      if trigger >= own, trigger < other { add(trigger, 0x74) }
      add(other, 0x71)
    }
    if trigger >= max(own, other) { add(trigger, 0x74) }
    return hash
  }

  /// The nearest verb before or after a mention.
  private func nearestVerb(_ range: Range<Int>) -> (UInt64, UInt64)? {
    var best: (Int, UInt64, UInt64)?
    for hit in sentence.triggers {
      let isAfter = hit.tokens.lowerBound >= range.upperBound
      let distance =
        isAfter
        ? hit.tokens.lowerBound - range.upperBound : range.lowerBound - hit.tokens.upperBound
      if distance >= 0, distance < best?.0 ?? 8 {
        best = (distance, hit.frame, isAfter ? Self.forward : Self.backward)
      }
    }
    return best.map { ($0.1, $0.2) }
  }

  private func word(_ index: Int) -> UInt64 {
    guard sentence.tokens.contains(index) else { return Self.edge }
    let token = sentence.article.tokens[index]
    if token.kind == .number { return Self.number }
    if !isChinese, token.hasCapital { return Self.capital }
    return token.word
  }

  private static func bucket(_ distance: Int) -> UInt64 {
    digits[distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 18 ? 6 : 7]
  }

  private static let kindWords = [
    "name", "pronoun", "description", "speaker", "ordinal", "pair", "context",
  ]
  private static let kindAtoms = kindWords.map { foldedHash($0.utf8) }
  private static let digitWords = ["0", "1", "2", "3", "4", "5", "6", "7", "8"]
  private static let digits = digitWords.map { foldedHash($0.utf8) }
  private static let yes = atom("yes")
  private static let no = atom("no")
  private static let forward = atom("forward")
  private static let backward = atom("backward")
  private static let edge = atom("<s>")
  private static let number = atom("<n>")
  private static let capital = atom("<c>")
  private static let questionMark = atom("?")

  /// Every word that stands for an atom, apart from the words of articles, frames and relations.
  package static let atomWords =
    ["yes", "no", "forward", "backward", "<s>", "<n>", "<c>", "?"] + kindWords + digitWords
    + orderWords + FrameRoles.Fit.words + TriggerHit.Voice.words + Sectors.words
    + Relation.atomWords + SentencePaths.atomWords
  private static let orderWords = [
    "", "p", "q", "t", "pq", "qp", "pt", "tp", "qt", "tq", "pqt", "ptq", "qpt", "qtp", "tpq", "tqp",
  ]
}
