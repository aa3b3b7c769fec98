/// What a reader came upon.
enum Found {
  /// An article or a graph.
  case input(Input)
  /// Something that could not be read; the reader goes on.
  case failed(ReadingError)
  /// Bytes to be looked into; they are to be taken before the reader is asked again.
  case stream(ByteStream, Hints)
  /// A file or folder to be opened.
  case path(String)
  /// Nothing to be read, as a folder's entry in an archive.
  case nothing
}

/// What holds many articles.
protocol ItemReader: AnyObject {
  /// The next thing; nil at the end.
  ///
  /// - Throws: ``ReadingError`` when the reader cannot go on.
  func next() throws(ReadingError) -> Found?
}
