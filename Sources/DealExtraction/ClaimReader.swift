import DealLexicon
import DealMentions
package import DealModel
import DealText

/// Judges the candidates of sentences and tells the claims they make.
package struct ClaimReader: Sendable {
  private let models: ClaimModels
  private let frames: [String]
  /// The least score of a claim, in units of 1/256 of a logit.
  package var threshold: Int32

  package init(models: ClaimModels, frames: [String], threshold: Int32) {
    self.models = models
    self.frames = frames
    self.threshold = threshold
  }

  /// The claims of an article, in the order of its sentences.
  package func claims(of reading: ArticleReading) -> [Claim] { claims(ofEach: [reading])[0] }

  /// The claims of each of some articles.
  ///
  /// Each step is taken for all of them before the next one, for each has a model of its own, and only few
  /// models fit into the memory next to a core.
  package func claims(ofEach readings: [ArticleReading]) -> [[Claim]] {
    let pairs = readings.map(pairRows)
    let judged = pairs.map { self.judged($0, above: floorOfTrees(threshold)) }
    let chosen = zip(judged, readings).map {
      ClaimSelection.chosen(undoubted(fused($0, $1, above: threshold), $1), in: $1)
    }
    var claims = readings.indices.map { classified(chosen[$0], pairs[$0].rows, readings[$0]) }
    for index in claims.indices { attachAll(to: &claims[index], readings[index]) }
    return claims.map { Self.clearest(SumOwners.settled($0)) }
  }

  /// The claims without those that tell a deal the other way round: the clearer telling holds.
  private static func clearest(_ claims: [Claim]) -> [Claim] {
    let byPayer = Dictionary(grouping: claims, by: \.payer)
    return claims.filter { claim in
      !(byPayer[claim.payee] ?? []).contains {
        $0.payee == claim.payer && $0.kind == claim.kind && $0.score >= claim.score + 256
      }
    }
  }

  /// The best way to read each pair of parties of each sentence that scores `floor` at least.
  package func readings(
    of reading: ArticleReading, above floor: Int32
  ) -> [ClaimSelection.Reading] {
    fused(judged(pairRows(reading), above: floorOfTrees(floor)), reading, above: floor)
  }

  /// The best way to read each pair of parties by the trees alone, with its kind.
  package func readingsOfTrees(
    _ reading: ArticleReading, above floor: Int32
  ) -> [(reading: ClaimSelection.Reading, kind: DealKind)] {
    let pairs = pairRows(reading)
    let readings = judged(pairs, above: floor)
    return Array(zip(readings, classified(readings, pairs.rows, reading).map(\.kind)))
  }

  /// The score that the trees must give a reading which is to have `floor` with the encoder's.
  private func floorOfTrees(_ floor: Int32) -> Int32 {
    models.encoder == nil ? floor : floor - Self.most
  }

  /// What of the encoder's score is added to that of the trees, in 1/256.
  private static let share: Int32 = 180
  /// The least that the encoder's score counts for.
  private static let leastOfEncoder: Int32 = -7 * 256
  /// The most that it is expected to add.
  private static let most: Int32 = 900

  /// The readings with the encoder's scores added, those that have `floor` at least.
  private func fused(
    _ readings: [ClaimSelection.Reading], _ reading: ArticleReading, above floor: Int32
  ) -> [ClaimSelection.Reading] {
    guard let model = models.encoder, !readings.isEmpty else { return readings }
    let encoder = Encoder(
      model, reading,
      readings.flatMap { Encoder.needed($0.way, in: reading.sentences[$0.sentence]) })
    return readings.compactMap { one in
      let sentence = reading.sentences[one.sentence]
      var fused = one
      let own = encoder.score(one.way, in: sentence)
      fused.score += max(Self.leastOfEncoder, own) * Self.share / 256
      return fused.score < floor ? nil : fused
    }
  }

  /// The readings without those that their construction speaks against, and those the right way round that it
  /// turns.
  private func undoubted(
    _ readings: [ClaimSelection.Reading], _ reading: ArticleReading
  ) -> [ClaimSelection.Reading] {
    readings.compactMap {
      switch Doubts.doubt($0, reading.sentences[$0.sentence], threshold: threshold) {
      case nil: $0
      case .isLicensor: $0.mirrored
      case .isBare, .isSeller: nil
      }
    }
  }

  /// The ways to read deals that trees are to judge, with their signs.
  private struct PairRows {
    struct Pair {
      let sentence: Int
      let payer: Int
      let payee: Int
      let rows: Range<Int>
    }
    var pairs: [Pair] = []
    /// The way of each row.
    var ways: [Candidate] = []
    var rows = SignRows(width: PairSigns.count)
  }

  private func pairRows(_ reading: ArticleReading) -> PairRows {
    var pairs = PairRows()
    for sentence in reading.sentences { add(sentence, reading, to: &pairs) }
    return pairs
  }

  /// Adds the ways to read deals out of a sentence that aren't hopeless.
  private func add(
    _ sentence: SentenceReading, _ reading: ArticleReading, to pairs: inout PairRows
  ) {
    let groups = sentence.candidates()
    guard !groups.isEmpty else { return }
    let refusal = Refusal(sentence)
    guard !refusal.isWhole else { return }
    var scorer = PairScorer(sentence, reading, models.deals)
    var standing = LinearStanding()
    var best: [ScoredWay] = []
    var ends: [Int] = []
    for group in groups {
      let start = best.count
      for way in group.ways where !refusal.refuses(way) {
        Self.rank(ScoredWay(way: way, score: scorer.score(way)), among: &best, from: start)
      }
      if start < best.count {
        standing.add(payer: group.payer, payee: group.payee, top: best[start].score.all)
      }
      ends.append(best.count)
    }
    let signs = PairSigns(sentence, reading)
    for (index, group) in groups.enumerated() {
      let firstRow = pairs.rows.count
      for scored in best[(index > 0 ? ends[index - 1] : 0)..<ends[index]] {
        guard scored.score.all > Self.hopeless else { break }
        let start = pairs.rows.values.count
        signs.add(scored.way, to: &pairs.rows.values)
        standing.write(
          scored.score, payer: group.payer, payee: group.payee, to: &pairs.rows.values, at: start)
        pairs.ways.append(scored.way)
      }
      guard firstRow < pairs.rows.count else { continue }
      pairs.pairs.append(
        PairRows.Pair(
          sentence: sentence.number, payer: group.payer, payee: group.payee,
          rows: firstRow..<pairs.rows.count))
    }
  }

  private struct ScoredWay {
    let way: Candidate
    let score: LinearScore
  }

  /// Puts a way among those from `start` on, the best first and at most four.
  private static func rank(_ way: ScoredWay, among best: inout [ScoredWay], from start: Int) {
    var place = best.count
    while place > start, best[place - 1].score.all < way.score.all { place -= 1 }
    guard place < start + 4 else { return }
    if best.count == start + 4 { best.removeLast() }
    best.append(way)
    var last = best.count - 1
    while last > place {
      best.swapAt(last, last - 1)
      last -= 1
    }
  }

  /// The best way to read each pair of parties, where the trees give it `floor` at least.
  private func judged(_ pairs: PairRows, above floor: Int32) -> [ClaimSelection.Reading] {
    guard pairs.rows.count > 0 else { return [] }
    let scores = models.trees.scores(pairs.rows)
    return pairs.pairs.compactMap { pair in
      var top: (row: Int, score: Int32)?
      for row in pair.rows where scores[row] > top?.score ?? floor - 1 { top = (row, scores[row]) }
      return top.map {
        ClaimSelection.Reading(
          sentence: pair.sentence, payer: pair.payer, payee: pair.payee, way: pairs.ways[$0.row],
          score: $0.score, row: $0.row)
      }
    }
  }

  /// A linear score below which a way is not looked at.
  package static let hopeless: Int32 = -1000

  /// The claims that readings make, with their kinds and statuses.
  private func classified(
    _ readings: [ClaimSelection.Reading], _ signs: SignRows, _ reading: ArticleReading
  ) -> [Claim] {
    var buffer = FeatureBuffer()
    func best(
      _ linear: LinearModel, _ trees: TreeModel, _ kind: (Int) -> Int,
      _ add: (Int, ContextFeatures, inout FeatureBuffer) -> Void
    ) -> [String] {
      var rows = SignRows(width: 1 + linear.classes.count + PairSigns.count)
      for (index, chosen) in readings.enumerated() {
        buffer.removeAll()
        add(index, ContextFeatures(reading.sentences[chosen.sentence], reading), &buffer)
        var scores = [Int32](repeating: 0, count: linear.classes.count)
        linear.add(buffer, to: &scores)
        ClassSigns.add(scores, kind: kind(index), signs[chosen.row], to: &rows)
      }
      return trees.best(rows).map { trees.classes.indices.contains($0) ? trees.classes[$0] : "" }
    }
    let kinds = best(models.kinds, models.kindTrees, { _ in -1 }) { index, features, buffer in
      features.addKind(readings[index].way, to: &buffer)
    }
    let numbers = kinds.map { ClaimModels.kindNames.firstIndex(of: $0) ?? -1 }
    let statuses = best(models.statuses, models.statusTrees, { numbers[$0] }) {
      index, features, buffer in
      features.addStatus(
        readings[index].way, kind: foldedHash(kinds[index].utf8), to: &buffer)
    }
    return readings.indices.map { index in
      let chosen = readings[index]
      return Claim(
        sentence: chosen.sentence, way: chosen.way, payer: chosen.payer, payee: chosen.payee,
        kind: DealKind(rawValue: kinds[index]), status: DealStatus(rawValue: statuses[index]),
        score: chosen.score, sumSentence: chosen.sentence,
        rule: rule(chosen.way, reading.sentences[chosen.sentence]))
    }
  }

  private func rule(_ way: Candidate, _ sentence: SentenceReading) -> String {
    guard way.trigger >= 0 else { return "sum" }
    let hit = sentence.triggers[way.trigger]
    return frames[hit.frameIndex].lowercased() + "."
      + TriggerHit.Voice.words[Int(hit.voice.rawValue)]
  }

  /// Gives the claims the quantities that belong to them, and the kinds that their shares ask for.
  private func attachAll(to claims: inout [Claim], _ reading: ArticleReading) {
    var choices: [SumChoice] = []
    var rows = SignRows(width: SumSigns.count)
    for index in claims.indices {
      choices.append(attach(&claims[index], &rows, reading))
    }
    let scores = models.sumTrees.isEmpty ? [] : models.sumTrees.scores(rows)
    for (index, choice) in choices.enumerated() {
      if let (sum, score) = chosen(choice, scores) {
        claims[index].sumSentence = choice.sums[sum].home.number
        claims[index].sum = choice.sums[sum].quantity
        claims[index].sumScore = score
      }
    }
    SumOwners.settleShares(of: &claims, reading)
    for index in claims.indices {
      if let fitting = claims[index].kindByStake { claims[index].kind = fitting }
    }
  }

  /// The sums near a claim, of which one may be its own.
  private struct SumChoice {
    let sums: [(quantity: Quantity, home: SentenceReading)]
    let linear: [Int32]
    /// The one that the order of names gives to the claim.
    var own: Int?
    /// The row of signs of the first of them.
    var firstRow = 0
  }

  /// Gives a claim the quantities other than sums that belong to it: those of its sentence, then of the
  /// next and the one before; and adds rows for the sums.
  private func attach(
    _ claim: inout Claim, _ rows: inout SignRows, _ reading: ArticleReading
  ) -> SumChoice {
    let sentence = reading.sentences[claim.sentence]
    let features = QuantityFeatures(sentence)
    let kind = claim.kind.rawValue
    let kindAtom = foldedHash(kind.utf8)
    let (way, empty) = (claim.way, LinearSum(models.quantities))
    func score(_ quantity: Quantity, _ home: SentenceReading) -> Int32 {
      var sum = empty
      features.addAll(quantity, in: home, for: way, kind: kindAtom, to: &sum)
      return sum.sum
    }
    var tops = [(score: Int32, quantity: Quantity)?](repeating: nil, count: 5)
    for home in Self.homes(of: sentence.number, in: reading) {
      for quantity in home.quantities where !quantity.isSum {
        let score = score(quantity, home)
        let slot = quantity.typeIndex
        if score > tops[slot]?.score ?? 0 { tops[slot] = (score, quantity) }
      }
    }
    claim.capacity = tops[1]?.quantity
    claim.stake = tops[2]?.quantity
    claim.term = tops[3]?.quantity
    claim.date = tops[4]?.quantity
    let sums = SumSigns.sums(of: sentence.number, in: reading)
    let linear = sums.map { score($0.quantity, $0.home) }
    var choice = SumChoice(sums: sums, linear: linear)
    guard !models.sumTrees.isEmpty, !sums.isEmpty else { return choice }
    let number = ClaimModels.kindNames.firstIndex(of: kind) ?? -1
    var own = SumSigns(sentence, reading, claim.way, kind: number).rows(sums)
    choice.own = SumSigns.inOrder(own)
    guard choice.own == nil else { return choice }
    SumSigns.write(linear, to: &own)
    choice.firstRow = rows.count
    for row in own { rows.values.append(contentsOf: row) }
    return choice
  }

  /// Which of the sums near a claim is its own, the first of equals; nil where none scores enough.
  private func chosen(_ choice: SumChoice, _ rows: [Int32]) -> (index: Int, score: Int32)? {
    if let own = choice.own { return (own, Self.surely) }
    let floor = models.sumTrees.isEmpty ? 0 : Self.leastSumScore
    var best: (index: Int, score: Int32)?
    for index in choice.sums.indices {
      let score = rows.isEmpty ? choice.linear[index] : rows[choice.firstRow + index]
      if score > best?.score ?? floor { best = (index, score) }
    }
    return best
  }

  /// The score of a sum that the order of names gives to a deal.
  private static let surely: Int32 = 1024
  /// The score that the trees must give a sum, in units of 1/256 of a logit.
  private static let leastSumScore: Int32 = -200

  /// The sentences whose quantities may belong to a claim of sentence `number`.
  package static func homes(of number: Int, in reading: ArticleReading) -> [SentenceReading] {
    [number, number + 1, number - 1].filter(reading.sentences.indices.contains).map {
      reading.sentences[$0]
    }
  }
}
