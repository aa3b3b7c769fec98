public import DealTables
import DealText

/// Common words of English and common pairs of Han characters: what is not in it may be a name.
public struct Vocabulary: Sendable {
  private var words: WordSet = []

  /// Reads a table whose first column is a word in lower case or a pair of Han characters.
  public init(_ table: Table) {
    words.reserveCapacity(table.approximateRowCount)
    table.forEachLine { line in
      // A pair of Han characters is six bytes, none of them ASCII.
      if line.count == 6, line.allSatisfy({ $0 >= 0x80 }) {
        let middle = line.startIndex + 3
        words.insert(Self.pair(foldedHash(line[..<middle]), foldedHash(line[middle...])))
      } else {
        words.insert(foldedHash(line))
      }
    }
  }

  /// Makes a vocabulary of hashes.
  public init(_ words: Set<UInt64>) { self.words = WordSet(words) }

  /// Whether a word or pair is common.
  public func contains(_ hash: UInt64) -> Bool { words.contains(hash) }

  /// The hash of a pair of Han characters.
  public static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { mixed(first, second) }
}
