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

  /// The bytes of the file at `path`, or of standard input for `-`, as they are asked for; `feed` is
  /// told how many the file has, or how many came.
  static func stream(
    _ path: String, feed: @escaping (Int) -> Void
  ) throws(ReadingError) -> ByteStream {
    let file = try InputFile(path)
    let size = try file.regularSize(path)
    if let size { feed(size) }
    return ByteStream(name: path, file: size == nil ? nil : path, size: size) {
      () throws(ReadingError) in
      var chunk = [UInt8](repeating: 0, count: 1 << 17)
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Self.read(file.descriptor, $0)
      }
      guard count >= 0 else { throw ReadingError(.missing, path: path, reason(errno)) }
      if size == nil { feed(count) }
      chunk.removeLast(chunk.count - count)
      return chunk
    }
  }

  /// Whether a folder is at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a symbolic link is at `path`.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether a device, a pipe or a socket is at `path`.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
      && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The file that a symbolic link leads to; the path itself where it is none.
  static func target(of path: String) -> String {
    guard isLink(path), let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// A descriptor that is closed with its last user.
  private final class InputFile {
    let descriptor: Int32

    init(_ path: String) throws(ReadingError) {
      descriptor = path == "-" ? dup(0) : unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw ReadingError(.missing, path: path, errno == ENOENT ? "no such file" : reason(errno))
      }
    }

    deinit { close(descriptor) }

    /// The size of a regular file; nil for pipes and the like.
    func regularSize(_ path: String) throws(ReadingError) -> Int? {
      var status = stat()
      guard path != "-", unsafe fstat(descriptor, &status) == 0 else { return nil }
      return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }
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
