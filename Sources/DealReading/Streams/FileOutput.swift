#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files whole or not at all, and standard output.
public enum FileOutput {
  /// Writes `bytes` to `path`, or to standard output for `-`.
  ///
  /// A file appears under its name only when every byte is on the disk.
  ///
  /// - Throws: ``ReadingError`` with the code `missing` when the target cannot be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(ReadingError) {
    do {
      try write(to: path) { sink in try sink(bytes) }
    } catch let error as ReadingError {
      throw error
    } catch {
      throw failure(path)
    }
  }

  /// Writes the pieces that `fill` hands over to `path`, or to standard output for `-`.
  ///
  /// A file appears under its name only when every byte is on the disk.
  ///
  /// - Throws: ``ReadingError`` with the code `missing` when the target cannot be written, and what
  ///   `fill` throws.
  public static func write(
    to path: String, _ fill: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    if path == "-" { return try fill { try write($0, 1, "standard output") } }
    if FileBytes.isSpecial(path) {
      // A device or a pipe stays what it is.
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path) }
      defer { close(descriptor) }
      return try fill { try write($0, descriptor, path) }
    }
    let path = FileBytes.target(of: path)
    let temporary = path + ".part-\(getpid())"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    do {
      try fill { try write($0, descriptor, path) }
    } catch {
      close(descriptor)
      unsafe unlink(temporary)
      throw error
    }
    guard fsync(descriptor) == 0 || errno == EINVAL, close(descriptor) == 0,
      unsafe rename(temporary, path) == 0
    else {
      let error = failure(path)
      unsafe unlink(temporary)
      throw error
    }
  }

  /// Writes a line to standard error.
  public static func message(_ line: String) {
    try? write(Array((line + "\n").utf8), 2, "standard error")
  }

  /// Writes to standard error without ending the line.
  public static func part(_ text: String) {
    try? write(Array(text.utf8), 2, "standard error")
  }

  private static func write(
    _ bytes: [UInt8], _ descriptor: Int32, _ path: String
  ) throws(ReadingError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Self.write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      start += count
    }
  }

  private static func write(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func failure(_ path: String) -> ReadingError {
    let reason = unsafe String(cString: strerror(errno)).lowercased()
    return ReadingError(.missing, path: path, "cannot be written: \(reason)")
  }
}
