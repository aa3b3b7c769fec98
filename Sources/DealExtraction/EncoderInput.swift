import DealLexicon
import DealMentions
import DealText

/// What the encoder is told of an article: for each token the hashes of its word, of its first five and
/// last three bytes, and small numbers for what was found there; for each candidate where it stands.
package struct EncoderInput {
  /// The small numbers of a token, in the order in which ``marks`` holds them.
  package static let markNames = [
    "shape", "mention", "frame", "voice", "cue", "quantity", "edge",
  ]
  /// How many values each small number has.
  package static let markCounts = [40, 16, 96, 6, 26, 8, 3]

  /// Three hashes a token; zero where there is none.
  package private(set) var hashes: [UInt64]
  /// ``markNames`` numbers a token.
  package private(set) var marks: [UInt8]
  /// The number of tokens.
  package let count: Int

  private let reading: ArticleReading
  private let starts: [Int]

  package init(_ reading: ArticleReading) {
    self.reading = reading
    let article = reading.article
    count = article.tokens.count
    starts = reading.mentions.parties.map(\.tokens.lowerBound)
    hashes = []
    hashes.reserveCapacity(count * 3)
    let width = Self.markNames.count
    marks = [UInt8](repeating: 0, count: count * width)
    let (tokens, bytes) = (article.tokens, article.normal.bytes)
    for index in tokens.indices {
      let token = tokens[index]
      marks[index * width] = token.kind.rawValue * 8 + token.shape.rawValue
      guard token.kind != .number else {
        for _ in 0..<3 { hashes.append(0) }
        continue
      }
      let (start, end) = (Int(token.start), Int(token.end))
      hashes.append(token.word)
      hashes.append(Self.hash(bytes, start..<min(end, start + 5)))
      hashes.append(
        token.kind == .han && index > 0
          ? mixed(tokens[index - 1].word, token.word)
          : Self.hash(bytes, max(start, end - 3)..<end))
    }
    mark()
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = emptyHash
    for index in range { hash = foldedHash(hash, bytes[index]) }
    return hash
  }

  private mutating func mark() {
    for mention in reading.mentions.parties {
      for index in mention.tokens {
        set(1, index, Int(mention.kind.rawValue) * 2 + (index == mention.tokens.lowerBound ? 1 : 2))
      }
    }
    for sentence in reading.sentences {
      for hit in sentence.triggers {
        for index in hit.tokens {
          set(2, index, hit.frameIndex + 1)
          set(3, index, Int(hit.voice.rawValue) + 1)
        }
      }
      for cue in sentence.cues where reading.cueNumber(cue.atom) < 25 {
        set(4, cue.token, reading.cueNumber(cue.atom) + 1)
      }
      for quantity in sentence.quantities {
        for index in quantity.tokens { set(5, index, quantity.typeIndex + 1) }
      }
      if let first = sentence.tokens.first, let last = sentence.tokens.last {
        set(6, first, 1)
        set(6, last, 2)
      }
    }
  }

  private mutating func set(_ mark: Int, _ token: Int, _ value: Int) {
    guard token < count else { return }
    marks[token * Self.markNames.count + mark] = UInt8(min(value, Self.markCounts[mark] - 1))
  }

  /// The numbers that say where a candidate stands, in the order of ``Place``.
  package struct Place {
    /// The first and last tokens of payer and payee, and those between them: the last sixty at most.
    package let payer: (Int, Int)
    package let payee: (Int, Int)
    package let between: Range<Int>
    /// One value for each of ``placeNames``.
    package let signs: [Int]
  }

  /// What is told of a candidate beside its tokens; nothing of frames and their roles, which the trees
  /// know: what is judged by other signs errs elsewhere.
  package static let placeNames = [
    "distance", "sentences", "payerKind", "payeeKind", "payerType", "payeeType", "payerTopic",
    "payeeTopic", "parties",
  ]
  /// How many values each of them has.
  package static let placeCounts = [32, 25, 32, 32, 16, 16, 4, 4, 8]

  /// Where a candidate of a sentence stands.
  package func place(_ way: Candidate, in sentence: SentenceReading) -> Place {
    let (payer, payee) = (sentence.mentions[way.payer], sentence.mentions[way.payee])
    let one = sentence.place(way.payer, way.trigger)
    let other = sentence.place(way.payee, way.trigger)
    let isForward = one.lowerBound < other.lowerBound
    let low = isForward ? one.upperBound : other.upperBound
    let high = max(low, isForward ? other.lowerBound : one.lowerBound)
    func topic(_ entity: Int) -> Int {
      reading.mentions.topic.prefix(3).firstIndex(of: entity).map { $0 + 1 } ?? 0
    }
    func back(_ mention: Mention) -> Int { min(4, max(0, sentence.number - mention.sentence)) }
    let (from, to) = (
      sentence.entity(way.payer, way.payerRank), sentence.entity(way.payee, way.payeeRank)
    )
    return Place(
      payer: (payer.tokens.lowerBound, payer.tokens.upperBound - 1),
      payee: (payee.tokens.lowerBound, payee.tokens.upperBound - 1),
      between: max(low, high - 60)..<high,
      signs: [
        Self.bucket(high - low) + (isForward ? 16 : 0), back(payer) * 5 + back(payee),
        Int(payer.kind.rawValue) * 3 + min(2, way.payerRank),
        Int(payee.kind.rawValue) * 3 + min(2, way.payeeRank),
        Sectors.number(of: reading.types[from]) + 1, Sectors.number(of: reading.types[to]) + 1,
        topic(from), topic(to), min(7, Self.place(of: high, starts) - Self.place(of: low, starts)),
      ])
  }

  /// A distance in sixteen steps: exact below eight, then two steps for each doubling.
  private static func bucket(_ distance: Int) -> Int {
    distance < 8
      ? distance
      : distance < 11
        ? 8
        : distance < 16
          ? 9
          : distance < 23
            ? 10
            : distance < 32 ? 11 : distance < 45 ? 12 : distance < 64 ? 13 : distance < 91 ? 14 : 15
  }

  /// The number of `starts` below `token`.
  private static func place(of token: Int, _ starts: [Int]) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
