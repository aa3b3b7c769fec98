import DealPrograms

/// Which characters the installed fonts can draw, as fontconfig tells it.
public struct FontCoverage: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []

  /// Asks `fc-list` for the characters of all fonts; nil where the program isn't there.
  public init?() {
    let limits = ProgramLimits(seconds: 10, output: 256 << 20)
    guard
      let end = InstalledProgram(named: "fc-list")?.run(
        ["--format", "%{charset}\n"], limits: limits),
      end.ending == .exited(0)
    else { return nil }
    self.init(charsets: end.outputText)
  }

  /// Takes the sets of characters as fontconfig writes them: `20-7e a0 4e00-9fff`.
  init(charsets: String) {
    for word in charsets.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let ends = word.split(separator: "-").compactMap { UInt32($0, radix: 16) }
      if let first = ends.first, let last = ends.last, first <= last {
        ranges.append(first...last)
      }
    }
    ranges = Set(ranges).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The characters of `texts` that no font has, ascending, each once.
  public func missing(in texts: [String]) -> [Unicode.Scalar] {
    Set(texts.flatMap(\.unicodeScalars)).sorted { $0.value < $1.value }.filter { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format
        && !ranges.contains { $0.contains(scalar.value) }
    }
  }
}
