/// How far an input may expand: a bomb is what grows more than 100 times beyond 64 MiB.
final class ExpansionBudget {
  static let factor = 100
  static let allowance = 64 << 20

  private var fed = 0
  private var expanded = 0

  /// Counts bytes of the input itself.
  func feed(_ count: Int) { fed += count }

  /// Counts bytes that came out of an archive.
  func expand(_ count: Int, name: String) throws(ReadingError) {
    expanded += count
    if expanded > Self.allowance + Self.factor * fed {
      throw ReadingError(
        .tooLarge, path: name, "expands more than \(Self.factor) times: refused as a bomb")
    }
  }
}
