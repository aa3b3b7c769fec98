public import DealModel
public import DealText

/// Takes articles one after the other and reads them on several threads into one graph.
///
///     var collector = GraphCollector(Extractor(), threads: 4)
///     for article in articles { collector.add(article) }
///     let graph = collector.finished()
///
/// The graph is that of ``Extractor/graph(of:)``, whatever the number of threads. Memory holds the
/// graph and one batch of articles.
public struct GraphCollector {
  /// How many articles a batch holds for each thread.
  static let batchCount = 32
  /// How many bytes of articles are waiting at most, beside the last one.
  static let batchBytes = 4 << 20

  private let extractor: Extractor
  private let threads: Int
  private var builder = GraphBuilder()
  private var batch: [SourceText] = []
  private var bytes = 0

  /// Makes a collector that reads on at most `threads` threads; more than there are cores are not
  /// used.
  public init(_ extractor: Extractor, threads: Int) {
    self.extractor = extractor
    self.threads = max(1, threads)
  }

  /// Takes an article; reads those that wait when they are enough.
  public mutating func add(_ article: SourceText) {
    batch.append(article)
    bytes += article.article.count + article.text.count
    if batch.count >= Self.batchCount * threads || bytes >= Self.batchBytes { readBatch() }
  }

  /// The graph of all articles so far, in their order.
  public mutating func finished() -> DealGraph {
    readBatch()
    return builder.finished()
  }

  private mutating func readBatch() {
    let found = extractor.deals(ofEach: batch, threads: threads)
    batch.removeAll(keepingCapacity: true)
    bytes = 0
    for deals in found { builder.add(deals) }
  }
}
