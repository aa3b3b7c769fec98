import CLibArchive

/// The entries of a compressed file or archive, read by libarchive: gz, bz2, xz, zst, zip and tar.
final class ArchiveEntries: ItemReader {
  private let archive: OpenArchive
  private let hints: Hints
  private let budget: ExpansionBudget
  private var current: ByteStream?
  private var isOver = false

  init(_ stream: ByteStream, hints: Hints, budget: ExpansionBudget) throws(ReadingError) {
    archive = try OpenArchive(stream, name: hints.name)
    self.hints = hints
    self.budget = budget
  }

  func next() throws(ReadingError) -> Found? {
    guard !isOver else { return nil }
    if let current {
      // A compressed file holds one entry; the entries of a tar are passed over within the budget.
      if archive.format == ARCHIVE_FORMAT_RAW { return nil }
      if archive.format == ARCHIVE_FORMAT_TAR { try current.skipAll() }
    }
    do throws(ReadingError) {
      guard let entry = try archive.nextEntry() else {
        isOver = true
        return nil
      }
      return found(entry)
    } catch {
      isOver = true
      throw error
    }
  }

  private func found(_ entry: OpenArchive.Entry) -> Found {
    let isRaw = archive.format == ARCHIVE_FORMAT_RAW
    if !isRaw, !entry.isFile { return .nothing }
    if entry.isEncrypted {
      return .failed(
        ReadingError(
          .badData, path: hints.name + "/" + entry.path, "encrypted, and so not read"))
    }
    var inner = hints.inside(
      isRaw ? hints.nameWithoutCompression : hints.name + "/" + entry.path)
    if isRaw, !hints.isListed { inner.isListed = false }
    // The stream holds the archive and not this reader, which holds the stream.
    let stream = ByteStream(name: inner.name) {
      [archive, budget, name = inner.name] () throws(ReadingError) in
      let piece = try archive.piece()
      try budget.expand(piece.count, name: name)
      return piece
    }
    current = stream
    return .stream(stream, inner)
  }
}
