import CLibArchive

/// An archive that libarchive reads from a file or from the bytes of a stream.
@safe final class OpenArchive {
  /// What the head of an entry tells.
  struct Entry {
    let path: String
    let isFile: Bool
    let isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let feed: ArchiveFeed
  private let name: String

  init(_ stream: ByteStream, name: String) throws(ReadingError) {
    guard let archive = unsafe archive_read_new() else {
      throw ReadingError(.badData, path: stream.name, "no memory for an archive")
    }
    unsafe (self.archive = archive)
    self.name = name
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

  /// The family of formats, such as `ARCHIVE_FORMAT_TAR`; known once an entry was read.
  var format: Int32 { unsafe archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK }

  /// The next entry; nil at the end.
  func nextEntry() throws(ReadingError) -> Entry? {
    var entry: OpaquePointer?
    let code = unsafe archive_read_next_header(archive, &entry)
    if code == ARCHIVE_EOF { return nil }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry = unsafe entry else {
      throw failure()
    }
    let path = unsafe archive_entry_pathname_utf8(entry).map { unsafe String(cString: $0) } ?? "?"
    return unsafe Entry(
      path: path, isFile: archive_entry_filetype(entry) & 0o170000 == 0o100000,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// The next bytes of the entry; empty at its end.
  func piece() throws(ReadingError) -> [UInt8] {
    var hasFailed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
      let read = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
      hasFailed = read < 0
      count = max(0, read)
    }
    if let error = feed.error { throw error }
    if hasFailed { throw failure() }
    return bytes
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
      .badData, path: name, "a broken archive: \(text?.lowercased() ?? "unknown fault")")
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
