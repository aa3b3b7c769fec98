package import DealLexicon

/// Scores the candidates of one sentence; what depends on one party only is scored once.
package struct PairScorer {
  private let features: PairFeatures
  private let model: LinearModel
  private let cache = Cache()

  /// Scores met before; confined to one sentence and one thread.
  private final class Cache {
    var roles: [Int: Int32] = [:]
    var buffer = FeatureBuffer()
  }

  package init(_ sentence: SentenceReading, _ reading: ArticleReading, _ model: LinearModel) {
    features = PairFeatures(sentence, reading)
    self.model = model
  }

  package func score(_ way: Candidate) -> LinearScore {
    var sum: [Int32] = [0]
    cache.buffer.removeAll()
    features.addPair(way, to: &cache.buffer)
    model.add(cache.buffer, to: &sum)
    let payer = role(way.payer, way.payerRank, way.trigger, isPayer: true)
    let payee = role(way.payee, way.payeeRank, way.trigger, isPayer: false)
    return LinearScore(all: sum[0] &+ payer &+ payee, payer: payer, payee: payee)
  }

  private func role(_ mention: Int, _ rank: Int, _ trigger: Int, isPayer: Bool) -> Int32 {
    let key = ((mention << 3 | rank << 1 | (isPayer ? 1 : 0)) << 12) | (trigger + 1)
    if let known = cache.roles[key] { return known }
    var sum: [Int32] = [0]
    cache.buffer.removeAll()
    features.addRole(mention, rank, trigger, isPayer: isPayer, to: &cache.buffer)
    model.add(cache.buffer, to: &sum)
    cache.roles[key] = sum[0]
    return sum[0]
  }
}
