public import DealModel
public import DealText

/// What a file turned out to hold.
public enum Input: Sendable {
  /// An article.
  case article(SourceText)
  /// A graph in the native JSON.
  case graph(DealGraph)

  /// Reads the file at `path`, or standard input for `-`.
  ///
  /// A file that opens as a JSON object is a graph, anything else an article.
  ///
  /// - Throws: ``ReadingError`` that names the file and the place.
  public static func read(_ path: String) throws(ReadingError) -> Input {
    let raw = try FileBytes.read(path)
    let bytes = try TextDecoder.utf8(raw, path: path)
    guard let first = bytes.first(where: { $0 > 0x20 }) else {
      throw ReadingError(.badData, path: path, "an empty file")
    }
    guard first == 0x7B else {
      return .article(SourceText(plain: bytes, source: path == "-" ? nil : path))
    }
    do {
      return .graph(try DealGraph(json: bytes))
    } catch {
      throw ReadingError(.badData, path: path, "\(error)")
    }
  }
}
