import DealLexicon
import DealMentions
import DealModel
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
  package func claims(of reading: ArticleReading) -> [Claim] {
    let claims = SumOwners.settled(
      reading.sentences.flatMap { self.claims(of: $0, in: reading) })
    return claims.filter { claim in
      // The same deal told once each way: the clearer telling holds.
      !claims.contains {
        $0.payer == claim.payee && $0.payee == claim.payer && $0.kind == claim.kind
          && $0.score >= claim.score + 256
      }
    }
  }

  private func claims(of sentence: SentenceReading, in reading: ArticleReading) -> [Claim] {
    let groups = sentence.candidates()
    guard !groups.isEmpty else { return [] }
    let best = judged(groups, sentence, reading)
    return ClaimSelection.chosen(best, in: sentence).map {
      claim($0.way, $0.payer, $0.payee, $0.score, sentence, reading)
    }
  }

  /// The best way to read each pair of parties, where it scores enough.
  private func judged(
    _ groups: [(payer: Int, payee: Int, ways: [Candidate])], _ sentence: SentenceReading,
    _ reading: ArticleReading
  ) -> [ClaimSelection.Reading] {
    var scorer = PairScorer(sentence, reading, models.deals)
    let refusal = Refusal(sentence)
    var standing = LinearStanding()
    var scored: [[(way: Candidate, score: LinearScore)]] = []
    for group in groups {
      var ways: [(way: Candidate, score: LinearScore)] = []
      for way in group.ways where !refusal.refuses(way) { ways.append((way, scorer.score(way))) }
      scored.append(Self.best(ways))
      if let top = scored.last?.first {
        standing.add(payer: group.payer, payee: group.payee, top: top.score.all)
      }
    }
    let signs = PairSigns(sentence, reading)
    var rows: [[Int16]] = []
    for (group, ways) in zip(groups, scored) {
      for (way, linear) in ways where linear.all > Self.hopeless {
        var row = signs.signs(way)
        standing.write(linear, payer: group.payer, payee: group.payee, to: &row)
        rows.append(row)
      }
    }
    var scores = models.trees.scores(rows, above: threshold - 1)[...]
    var result: [ClaimSelection.Reading] = []
    for (group, ways) in zip(groups, scored) {
      var top: (Candidate, Int32)?
      for (way, linear) in ways where linear.all > Self.hopeless {
        let score = scores.removeFirst()
        if score > top?.1 ?? threshold - 1 { top = (way, score) }
      }
      if let (way, score) = top {
        result.append(
          ClaimSelection.Reading(payer: group.payer, payee: group.payee, way: way, score: score))
      }
    }
    return result
  }

  /// A linear score below which a way is not looked at.
  package static let hopeless: Int32 = -1000

  /// The ways that score best, at most four.
  package static func best(
    _ ways: [(way: Candidate, score: LinearScore)]
  ) -> [(way: Candidate, score: LinearScore)] {
    Array(
      ways.enumerated()
        .sorted { (-$0.element.score.all, $0.offset) < (-$1.element.score.all, $1.offset) }
        .prefix(4).map(\.element))
  }

  private func claim(
    _ way: Candidate, _ payer: Int, _ payee: Int, _ score: Int32, _ sentence: SentenceReading,
    _ reading: ArticleReading
  ) -> Claim {
    let context = ContextFeatures(sentence, reading)
    var buffer = FeatureBuffer()
    context.addKind(way, to: &buffer)
    let signs = PairSigns(sentence, reading).signs(way)
    let kind = best(models.kinds, models.kindTrees, buffer, kind: -1, signs)
    buffer.removeAll()
    let kindAtom = foldedHash(kind.utf8)
    context.addStatus(way, kind: kindAtom, to: &buffer)
    let status = best(
      models.statuses, models.statusTrees, buffer,
      kind: ClaimModels.kindNames.firstIndex(of: kind) ?? -1, signs)
    var claim = Claim(
      sentence: sentence.number, way: way, payer: payer, payee: payee,
      kind: DealKind(rawValue: kind), status: DealStatus(rawValue: status), score: score,
      sumSentence: sentence.number, rule: rule(way, sentence))
    attach(&claim, kind, sentence, reading)
    if let fitting = claim.kindByStake { claim.kind = fitting }
    return claim
  }

  private func rule(_ way: Candidate, _ sentence: SentenceReading) -> String {
    guard way.trigger >= 0 else { return "sum" }
    let hit = sentence.triggers[way.trigger]
    return "\(frames[hit.frameIndex].lowercased()).\(hit.voice)"
  }

  private func best(
    _ linear: LinearModel, _ trees: TreeModel, _ buffer: FeatureBuffer, kind: Int,
    _ signs: [Int16]
  ) -> String {
    var scores = [Int32](repeating: 0, count: linear.classes.count)
    linear.add(buffer, to: &scores)
    return trees.best(ClassSigns.row(scores, kind: kind, signs)) ?? ""
  }

  /// Gives the claim the quantities that belong to it: those of its sentence, then of the next and
  /// the one before.
  private func attach(
    _ claim: inout Claim, _ kind: String, _ sentence: SentenceReading, _ reading: ArticleReading
  ) {
    let features = QuantityFeatures(sentence)
    let kindAtom = foldedHash(kind.utf8)
    var buffer = FeatureBuffer()
    func score(_ quantity: Quantity, _ home: SentenceReading) -> Int32 {
      buffer.removeAll()
      features.add(quantity, in: home, for: claim.way, kind: kindAtom, to: &buffer)
      var score: [Int32] = [0]
      models.quantities.add(buffer, to: &score)
      return score[0]
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
    let scores = sums.map { score($0.quantity, $0.home) }
    if let chosen = chosen(sums, scores, claim.way, kind, sentence, reading) {
      claim.sumSentence = sums[chosen.index].home.number
      claim.sum = sums[chosen.index].quantity
      claim.sumScore = chosen.score
    }
  }

  /// Which of the sums near a claim is its own, the first of equals; nil where none scores enough.
  private func chosen(
    _ sums: [(quantity: Quantity, home: SentenceReading)], _ linear: [Int32], _ way: Candidate,
    _ kind: String, _ sentence: SentenceReading, _ reading: ArticleReading
  ) -> (index: Int, score: Int32)? {
    var scores = linear
    if !models.sumTrees.isEmpty {
      let number = ClaimModels.kindNames.firstIndex(of: kind) ?? -1
      var rows = SumSigns(sentence, reading, way, kind: number).rows(sums)
      if let own = SumSigns.inOrder(rows) { return (own, Self.surely) }
      SumSigns.write(linear, to: &rows)
      scores = rows.map { models.sumTrees.score($0) }
    }
    let floor = models.sumTrees.isEmpty ? 0 : Self.leastSumScore
    return scores.indices.filter { scores[$0] > floor }
      .min { (-scores[$0], $0) < (-scores[$1], $1) }
      .map { ($0, scores[$0]) }
  }

  /// The score of a sum that the order of names gives to a deal.
  private static let surely: Int32 = 1024
  /// The score that the trees must give a sum, in units of 1/256 of a logit.
  private static let leastSumScore: Int32 = -128

  /// The sentences whose quantities may belong to a claim of sentence `number`.
  package static func homes(of number: Int, in reading: ArticleReading) -> [SentenceReading] {
    [number, number + 1, number - 1].filter(reading.sentences.indices.contains).map {
      reading.sentences[$0]
    }
  }
}
