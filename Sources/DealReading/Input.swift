public import DealModel
public import DealText

/// What an input turned out to hold.
public enum Input: Sendable {
  /// An article.
  case article(SourceText)
  /// A graph in the native JSON.
  case graph(DealGraph)

  /// Reads the first article or graph of the input at `path`; `-` is standard input.
  ///
  /// - Throws: ``ReadingError`` that names the file and the place.
  public static func read(
    _ path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ReadingError) -> Input {
    var reader = InputReader([path], options: options)
    guard let reading = reader.next() else {
      throw ReadingError(.missing, path: path, "no article in it")
    }
    return try reading.result.get()
  }
}
