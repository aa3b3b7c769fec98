import CLibArchive

/// The entries of a compressed file or archive, read by libarchive: gz, bz2, xz, zst, zip and tar.
@safe final class ArchiveEntries: ItemReader {
  private let feed: ArchiveFeed
  private let archive: OpaquePointer
  private let hints: Hints
  private let budget: ExpansionBudget
  private var current: ByteStream?
  private var isOver = false

  init(_ stream: ByteStream, hints: Hints, budget: ExpansionBudget) throws(ReadingError) {
    guard let archive = unsafe archive_read_new() else {
      throw ReadingError(.badData, path: stream.name, "no memory for an archive")
    }
    unsafe (self.archive = archive)
    self.hints = hints
    self.budget = budget
    feed = ArchiveFeed(stream)
    unsafe archive_read_support_filter_gzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_format_raw(archive)
    guard opened(stream) == ARCHIVE_OK else { throw failure() }
  }

  deinit { unsafe archive_read_free(archive) }

  func next() throws(ReadingError) -> Found? {
    guard !isOver else { return nil }
    if let current {
      // A compressed file holds one entry; the entries of a tar are passed over within the budget.
      let format = unsafe archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK
      if format == ARCHIVE_FORMAT_RAW { return nil }
      if format == ARCHIVE_FORMAT_TAR { try current.skipAll() }
    }
    var entry: OpaquePointer?
    let code = unsafe archive_read_next_header(archive, &entry)
    if code == ARCHIVE_EOF {
      isOver = true
      return nil
    }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = unsafe entry else {
      isOver = true
      throw failure()
    }
    return unsafe found(entry)
  }

  private func found(_ entry: OpaquePointer) -> Found {
    let isRaw = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
    let path = unsafe archive_entry_pathname_utf8(entry).map { unsafe String(cString: $0) } ?? "?"
    if !isRaw, unsafe archive_entry_filetype(entry) & 0o170000 != 0o100000 { return .nothing }
    if unsafe archive_entry_is_encrypted(entry) != 0 {
      return .failed(
        ReadingError(.badData, path: hints.name + "/" + path, "encrypted, and so not read"))
    }
    var inner = hints.inside(isRaw ? hints.nameWithoutCompression : hints.name + "/" + path)
    if isRaw, !hints.isListed { inner.isListed = false }
    let stream = ByteStream(name: inner.name) { [self] () throws(ReadingError) in
      let piece = read()
      if let error = feed.error { throw error }
      guard let piece else { throw failure() }
      try budget.expand(piece.count, name: inner.name)
      return piece
    }
    current = stream
    return .stream(stream, inner)
  }

  private func read() -> [UInt8]? {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
      let read = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
      failed = read < 0
      count = max(0, read)
    }
    return failed ? nil : bytes
  }

  private func opened(_ stream: ByteStream) -> Int32 {
    if let path = stream.file {
      return unsafe archive_read_open_filename(archive, path, 1 << 17)
    }
    let user = unsafe Unmanaged.passUnretained(feed).toOpaque()
    return unsafe archive_read_open(
      archive, user, nil,
      { _, user, buffer in
        guard let user = unsafe user, let buffer = unsafe buffer else { return -1 }
        return unsafe Unmanaged<ArchiveFeed>.fromOpaque(user).takeUnretainedValue().next(buffer)
      }, nil)
  }

  private func failure() -> ReadingError {
    if let error = feed.error { return error }
    let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
    return ReadingError(
      .badData, path: hints.name, "a broken archive: \(text?.lowercased() ?? "unknown fault")")
  }
}

/// Hands the bytes of a stream to libarchive.
@safe private final class ArchiveFeed {
  private(set) var error: ReadingError?
  private let stream: ByteStream
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  init(_ stream: ByteStream) { self.stream = stream }

  deinit { unsafe piece.deallocate() }

  func next(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ReadingError) {
      let bytes = try stream.take(unsafe piece.count)
      unsafe piece.copyBytes(from: bytes)
      unsafe buffer.pointee = UnsafeRawPointer(piece.baseAddress)
      return bytes.count
    } catch {
      self.error = error
      return -1
    }
  }
}
