package import DealLexicon

/// Scores the candidates of one sentence; what depends on one party only is scored once.
package struct PairScorer {
  private let features: PairFeatures
  private let model: LinearModel
  private let cache: Cache
  private let width: Int

  /// Scores met before; confined to one sentence and one thread.
  private final class Cache {
    var roles: [Int32]
    var buffer = FeatureBuffer()

    init(_ count: Int) { roles = [Int32](repeating: .min, count: count) }
  }

  package init(_ sentence: SentenceReading, _ reading: ArticleReading, _ model: LinearModel) {
    features = PairFeatures(sentence, reading)
    self.model = model
    width = sentence.triggers.count + 1
    cache = Cache(sentence.mentions.count * 8 * width)
  }

  package func score(_ way: Candidate) -> LinearScore {
    cache.buffer.removeAll()
    features.addPair(way, to: &cache.buffer)
    let pair = model.sum(cache.buffer)
    let payer = role(way.payer, way.payerRank, way.trigger, isPayer: true)
    let payee = role(way.payee, way.payeeRank, way.trigger, isPayer: false)
    return LinearScore(all: pair &+ payer &+ payee, payer: payer, payee: payee)
  }

  private func role(_ mention: Int, _ rank: Int, _ trigger: Int, isPayer: Bool) -> Int32 {
    let key = (mention << 3 | rank << 1 | (isPayer ? 1 : 0)) * width + trigger + 1
    if cache.roles[key] != .min { return cache.roles[key] }
    cache.buffer.removeAll()
    features.addRole(mention, rank, trigger, isPayer: isPayer, to: &cache.buffer)
    cache.roles[key] = model.sum(cache.buffer)
    return cache.roles[key]
  }
}
