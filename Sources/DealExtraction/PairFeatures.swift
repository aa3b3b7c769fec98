package import DealLexicon
import DealMentions
import DealText

/// Makes the features of candidates of one sentence.
///
/// They come in parts that depend on less than a whole candidate, so that each part is scored once: the
/// sentence, a trigger, a mention and a trigger, two mentions, and the rest.
package struct PairFeatures {
  private let sentence: SentenceReading
  private let types: [UInt64]
  private let isChinese: Bool
  private let topic: [Int]
  /// For each entity how it was named before: 1 first, 2 later in the sentence before, 3 two sentences
  /// back, 4 further back; 0 in this sentence, 5 nowhere.
  private var seen: [UInt8]
  private let fits: RoleFits
  private let paths: SentencePaths

  package init(_ sentence: SentenceReading, _ reading: ArticleReading) {
    self.sentence = sentence
    topic = reading.mentions.topic
    fits = RoleFits(sentence)
    paths = SentencePaths(sentence)
    types = reading.types
    isChinese = sentence.article.language.isChinese
    var seen = [UInt8](repeating: 5, count: types.count)
    for mention in sentence.mentions where mention.kind == .name { seen[mention.entities[0]] = 0 }
    for back in 1...3 where sentence.number >= back {
      var isFirst = true
      for mention in reading.sentences[sentence.number - back].mentions
      where mention.kind == .name {
        if seen[mention.entities[0]] == 5 {
          seen[mention.entities[0]] = back > 1 ? UInt8(back) + 1 : isFirst ? 1 : 2
        }
        isFirst = false
      }
    }
    self.seen = seen
  }

  /// Adds the features that depend on one party, its role and the trigger.
  package func addRole(
    _ mention: Int, _ rank: Int, _ trigger: Int, isPayer: Bool, to buffer: inout FeatureBuffer
  ) {
    if trigger >= 0 { addRelation(mention, rank, trigger, isPayer: isPayer, to: &buffer) }
    addParty(mention, rank, isPayer: isPayer, to: &buffer)
  }

  /// Adds the features of how one party stands to a trigger.
  func addRelation(
    _ mention: Int, _ rank: Int, _ trigger: Int, isPayer: Bool, to sink: inout some FeatureSink
  ) {
    typealias T = PairTemplate
    let relation = sentence.relation(mention, trigger)
    let type = types[sentence.entity(mention, rank)]
    let hit = sentence.triggers[trigger]
    let voice = hit.voice.atom
    sink.add(isPayer ? T.payerFrame : T.payeeFrame, relation.atom, hit.frame, voice)
    sink.add(isPayer ? T.payerPlain : T.payeePlain, relation.plain, hit.frame, voice)
    sink.add(isPayer ? T.payerWord : T.payeeWord, relation.plain, hit.word, voice)
    sink.add(isPayer ? T.payerTypeFrame : T.payeeTypeFrame, type, hit.frame)
    sink.add(
      isPayer ? T.payerRival : T.payeeRival, kindAtom(mention),
      fits.fit(mention, trigger, isPayer: isPayer).atom,
      fits.rival(mention, trigger, isPayer: isPayer).atom)
    guard sentence.mentions[mention].kind != .context else { return }
    addPath(
      sentence.place(mention, trigger), hit, isPayer ? T.payerPath : T.payeePath, to: &sink)
  }

  /// Adds the features that depend on one party and its role.
  func addParty(_ mention: Int, _ rank: Int, isPayer: Bool, to sink: inout some FeatureSink) {
    typealias T = PairTemplate
    let place = sentence.mentions[mention]
    let entity = place.entities[rank]
    let kind = kindAtom(mention)
    let digit = Self.digits[min(rank, 2)]
    sink.add(isPayer ? T.payerType : T.payeeType, types[entity])
    sink.add(isPayer ? T.payerRank : T.payeeRank, kind, digit)
    sink.add(isPayer ? T.payerTopic : T.payeeTopic, kind, Self.digits[topicRank(entity)])
    sink.add(isPayer ? T.payerSeen : T.payeeSeen, kind, Self.digits[Int(seen[entity])], digit)
    guard place.kind != .context else { return }
    let span = sentence.span(mention)
    let before = word(span.lowerBound - 1)
    let after = word(span.upperBound)
    sink.add(isPayer ? T.payerBefore : T.payeeBefore, before)
    sink.add(isPayer ? T.payerAfter : T.payeeAfter, after)
    let beforeTwo = word(span.lowerBound - 2)
    let afterTwo = word(span.upperBound + 1)
    sink.add(isPayer ? T.payerBeforeTwo : T.payeeBeforeTwo, beforeTwo, before)
    sink.add(isPayer ? T.payerAfterTwo : T.payeeAfterTwo, after, afterTwo)
    if let (verb, side) = nearestVerb(span) {
      sink.add(isPayer ? T.payerVerb : T.payeeVerb, verb, side)
    }
  }

  /// The small words between a party and the trigger.
  private func addPath(
    _ party: Range<Int>, _ hit: TriggerHit, _ template: PairTemplate,
    to sink: inout some FeatureSink
  ) {
    let isBefore = party.upperBound <= hit.tokens.lowerBound
    let (low, high) =
      isBefore
      ? (party.upperBound, hit.tokens.lowerBound) : (hit.tokens.upperBound, party.lowerBound)
    guard let path = paths.path(from: low, to: high) else { return }
    sink.add(template, isBefore ? Self.forward : Self.backward, hit.frame, path: paths[path])
  }

  /// How much the article is about an entity: 0 most, 3 least.
  private func topicRank(_ entity: Int) -> Int {
    for rank in 0..<min(3, topic.count) where topic[rank] == entity { return rank }
    return 3
  }

  /// Adds the features that depend on both parties.
  package func addPair(_ way: Candidate, to buffer: inout FeatureBuffer) {
    let order = order(way)
    addSentence(to: &buffer)
    addPlaces(way.payer, way.payee, to: &buffer)
    addOrder(order, way.trigger, to: &buffer)
    addTypes(way, to: &buffer)
    addWay(way, order, gap(way.payer, way.payee), to: &buffer)
    guard way.trigger >= 0 else { return }
    let (payerFit, payeeFit) = fits(way)
    addFits(payerFit, payeeFit, way.trigger, to: &buffer)
    addTrigger(way.trigger, to: &buffer)
    addStanding(way.payer, way.trigger, isPayer: true, to: &buffer)
    addStanding(way.payee, way.trigger, isPayer: false, to: &buffer)
  }

  /// Adds what all candidates of the sentence have.
  func addSentence(to sink: inout some FeatureSink) {
    sink.add(PairTemplate.bias)
    for cue in sentence.cueAtoms { sink.add(PairTemplate.cue, cue) }
    sink.add(PairTemplate.entities, Self.bucket(sentence.nameCount))
    if sentence.isHeadline { sink.add(PairTemplate.headline) }
    if sentence.tokens.last.map({ word($0) == Self.questionMark }) ?? false {
      sink.add(PairTemplate.question)
    }
    let hasSum = sentence.quantities.contains(where: \.isSum)
    sink.add(PairTemplate.sums, hasSum ? Self.yes : Self.no)
  }

  /// Adds what depends on the trigger alone.
  func addTrigger(_ trigger: Int, to sink: inout some FeatureSink) {
    let hit = sentence.triggers[trigger]
    for cue in sentence.cueAtoms { sink.add(PairTemplate.cueFrame, cue, hit.frame) }
    for (token, cue) in sentence.cues
    where token < hit.tokens.lowerBound && hit.tokens.lowerBound - token <= 6 {
      sink.add(PairTemplate.cueBefore, cue, hit.frame)
    }
  }

  /// Adds what depends on the order of both parties and the trigger.
  func addOrder(_ order: Int, _ trigger: Int, to sink: inout some FeatureSink) {
    let atom = Self.orders[order]
    sink.add(PairTemplate.order, atom)
    guard trigger >= 0 else { return }
    let hit = sentence.triggers[trigger]
    sink.add(PairTemplate.orderFrame, atom, hit.frame, hit.voice.atom)
    sink.add(PairTemplate.orderWord, atom, hit.word)
  }

  /// Adds how well one party fits its role, and whether another trigger is nearer to it.
  func addStanding(
    _ mention: Int, _ trigger: Int, isPayer: Bool, to sink: inout some FeatureSink
  ) {
    typealias T = PairTemplate
    let fit = fits.fit(mention, trigger, isPayer: isPayer)
    sink.add(isPayer ? T.payerFit : T.payeeFit, fit.atom, kindAtom(mention))
    let hit = sentence.triggers[trigger]
    let own = distance(mention, trigger)
    let span = sentence.span(mention)
    let nearer = sentence.triggers.contains { other in
      Self.distance(span, other) < own && other.frameIndex != hit.frameIndex
    }
    sink.add(isPayer ? T.nearestPayer : T.nearestPayee, nearer ? Self.yes : Self.no)
  }

  /// How far a party stands from a trigger.
  private func distance(_ mention: Int, _ trigger: Int) -> Int {
    if sentence.mentions[mention].kind == .context { return 0 }
    let place = sentence.place(mention, trigger)
    let isOwn = place == sentence.mentions[mention].tokens
    return Self.distance(isOwn ? sentence.span(mention) : place, sentence.triggers[trigger])
  }

  private static func distance(_ span: Range<Int>, _ hit: TriggerHit) -> Int {
    max(0, hit.tokens.lowerBound - span.upperBound, span.lowerBound - hit.tokens.upperBound)
  }

  /// Adds the sorts of both parties.
  func addTypes(_ way: Candidate, to sink: inout some FeatureSink) {
    sink.add(
      PairTemplate.bothType, types[sentence.entity(way.payer, way.payerRank)],
      types[sentence.entity(way.payee, way.payeeRank)])
  }

  /// How well both parties fit their roles.
  func fits(_ way: Candidate) -> (payer: FrameRoles.Fit, payee: FrameRoles.Fit) {
    (
      fits.fit(way.payer, way.trigger, isPayer: true),
      fits.fit(way.payee, way.trigger, isPayer: false)
    )
  }

  /// Adds how well both parties fit their roles.
  func addFits(
    _ payer: FrameRoles.Fit, _ payee: FrameRoles.Fit, _ trigger: Int,
    to sink: inout some FeatureSink
  ) {
    sink.add(PairTemplate.fits, payer.atom, payee.atom)
    sink.add(
      PairTemplate.fitsFrame, payer.atom, payee.atom, sentence.triggers[trigger].frame)
  }

  /// Adds what depends on parties, order and trigger together.
  func addWay(
    _ way: Candidate, _ order: Int, _ gap: Gap?, to sink: inout some FeatureSink
  ) {
    typealias T = PairTemplate
    let payer = sentence.relation(way.payer, way.trigger).plain
    let payee = sentence.relation(way.payee, way.trigger).plain
    sink.add(T.both, payer, payee)
    guard way.trigger >= 0 else { return }
    let hit = sentence.triggers[way.trigger]
    let (payerFit, payeeFit) = fits(way)
    sink.add(T.fitsOrder, payerFit.atom, payeeFit.atom, Self.orders[order])
    sink.add(T.bothFrame, payer, payee, hit.frame)
    sink.add(T.bothWord, payer, payee, hit.word)
    sink.add(
      T.triggerDistance, Self.bucket(distance(way.payer, way.trigger)),
      Self.bucket(distance(way.payee, way.trigger)))
    if let gap, let path = gap.path {
      sink.add(T.pairPathFrame, gap.side, hit.frame, path: paths[path])
    }
  }

  private func kindAtom(_ mention: Int) -> UInt64 {
    Self.kindAtoms[Int(sentence.mentions[mention].kind.rawValue)]
  }

  /// What lies between two parties.
  struct Gap {
    /// Which of them comes first.
    let side: UInt64
    /// Where the list of the first ends and that of the second begins.
    let low: Int
    let high: Int
    /// The small words from the one to the other; nil where there are many.
    let path: Range<Int>?
  }

  /// What lies between two mentions; nil where one of them stands elsewhere.
  func gap(_ payer: Int, _ payee: Int) -> Gap? {
    guard sentence.mentions[payer].kind != .context, sentence.mentions[payee].kind != .context
    else { return nil }
    let (first, second) = (sentence.mentions[payer].tokens, sentence.mentions[payee].tokens)
    let (one, two) = (sentence.span(payer), sentence.span(payee))
    let low = min(one.upperBound, two.upperBound)
    let high = max(one.lowerBound, two.lowerBound)
    guard low <= high else { return nil }
    return Gap(
      side: first.lowerBound < second.lowerBound ? Self.forward : Self.backward,
      low: low, high: high,
      path: paths.path(
        from: first.upperBound < second.lowerBound ? first.upperBound : second.upperBound,
        to: max(first.lowerBound, second.lowerBound)))
  }

  /// Adds what depends on both parties and not on the trigger: how they refer, and the words, frames
  /// and sums between them.
  func addPlaces(_ payer: Int, _ payee: Int, to sink: inout some FeatureSink) {
    sink.add(PairTemplate.ranks, kindAtom(payer), kindAtom(payee))
    if sentence.groups[payer].first == sentence.groups[payee].first {
      sink.add(PairTemplate.sameGroup)
    }
    guard let gap = gap(payer, payee) else { return }
    let (low, high, side) = (gap.low, gap.high, gap.side)
    sink.add(PairTemplate.distance, Self.bucket(high - low), side)
    if let path = gap.path { sink.add(PairTemplate.pairPath, side, path: paths[path]) }
    if high - low <= 14 {
      for index in low..<high { sink.add(PairTemplate.between, side, word(index)) }
    }
    for hit in sentence.triggers
    where hit.tokens.lowerBound >= low && hit.tokens.upperBound <= high {
      sink.add(PairTemplate.betweenFrame, side, hit.frame, hit.voice.atom)
    }
    let sums = sentence.quantities.contains {
      $0.isSum && $0.tokens.lowerBound >= low && $0.tokens.upperBound <= high
    }
    sink.add(PairTemplate.sumsBetween, sums ? Self.yes : Self.no, side)
  }

  /// The order of payer, payee and trigger: the place of its marks in ``orders``.
  func order(_ way: Candidate) -> Int {
    let payer = sentence.mentions[way.payer]
    let payee = sentence.mentions[way.payee]
    let own = payer.kind == .context ? Int.max : payer.tokens.lowerBound
    let other = payee.kind == .context ? Int.max : payee.tokens.lowerBound
    let trigger = way.trigger < 0 ? Int.max : sentence.triggers[way.trigger].tokens.lowerBound
    // Of equal places the payer's comes first, then the payee's.
    var order = 0
    func add(_ place: Int, _ mark: Int) {
      if place != .max { order = order * 4 + mark }
    }
    if trigger < min(own, other) { add(trigger, 3) }
    if other < own {
      add(other, 2)
      if trigger >= other, trigger < own { add(trigger, 3) }
      add(own, 1)
    } else {
      add(own, 1)
      if trigger >= own, trigger < other { add(trigger, 3) }
      add(other, 2)
    }
    if trigger >= max(own, other) { add(trigger, 3) }
    return order
  }

  /// The number of orders: three places of four marks.
  static let orderCount = 64
  private static let orders = (0..<orderCount).map { order in
    [order >> 4, order >> 2 & 3, order & 3].reduce(emptyHash) { hash, mark in
      mark == 0 ? hash : foldedHash(hash, [0, 0x70, 0x71, 0x74][mark])
    }
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
