#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads whole files and standard input by POSIX calls.
public enum FileBytes {
  /// The largest input that is read, in bytes: 1 GiB.
  public static let limit = 1 << 30

  /// The bytes of the file at `path`, or of standard input for `-`.
  ///
  /// - Throws: ``ReadingError`` when there is no such file, it is a folder, it cannot be read, or it
  ///   is larger than ``limit``.
  public static func read(_ path: String) throws(ReadingError) -> [UInt8] {
    if path == "-" { return try bytes(of: 0, path) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ReadingError(.missing, path: path, errno == ENOENT ? "no such file" : reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw ReadingError(.missing, path: path, reason(errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw ReadingError(.missing, path: path, "is a folder, not a file")
    }
    return try bytes(of: descriptor, path, expected: Int(status.st_size))
  }

  /// Whether standard output is a terminal.
  public static var outputIsTerminal: Bool { isatty(1) == 1 }

  /// Whether messages go to a terminal.
  public static var messagesAreOnTerminal: Bool { isatty(2) == 1 }

  private static func bytes(
    of descriptor: Int32, _ path: String, expected: Int = 0
  ) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, limit) + 1)
    let size = 1 << 16
    var chunk = [UInt8](repeating: 0, count: size)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe Self.read(descriptor, $0) }
      if count == 0 { return bytes }
      guard count > 0 else { throw ReadingError(.missing, path: path, reason(errno)) }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > limit {
        throw ReadingError(.tooLarge, path: path, "larger than \(limit >> 20) MiB")
      }
    }
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func reason(_ code: Int32) -> String {
    unsafe String(cString: strerror(code)).lowercased()
  }
}

/// Writes files whole or not at all, and standard output.
public enum FileOutput {
  /// Writes `bytes` to `path`, or to standard output for `-`.
  ///
  /// A file appears under its name only when every byte is on the disk.
  ///
  /// - Throws: ``ReadingError`` with the code `missing` when the target cannot be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(ReadingError) {
    if path == "-" { return try write(bytes, 1, "standard output") }
    let temporary = path + ".part-\(getpid())"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    do {
      try write(bytes, descriptor, path)
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
