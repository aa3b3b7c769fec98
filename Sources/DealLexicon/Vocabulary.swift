public import DealTables
import DealText

/// Common words of English and common pairs of Han characters: what is not in it may be a name.
public struct Vocabulary: Sendable {
  private var words: Set<UInt64> = []

  /// Reads a table whose first column is a word in lower case or a pair of Han characters.
  public init(_ table: Table) {
    words.reserveCapacity(table.approximateRowCount)
    table.forEachRow { _, cells in
      let tokens = phraseTokens(Array(cells[0]))
      if tokens.count == 2 {
        words.insert(Self.pair(tokens[0].word, tokens[1].word))
      } else if let word = tokens.first {
        words.insert(word.word)
      }
    }
  }

  /// Makes a vocabulary of hashes.
  public init(_ words: Set<UInt64>) { self.words = words }

  /// Whether a word or pair is common.
  public func contains(_ hash: UInt64) -> Bool { words.contains(hash) }

  /// The hash of a pair of Han characters.
  public static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { mixed(first, second) }
}
