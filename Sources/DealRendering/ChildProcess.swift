#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A child process with bytes on its standard input; its output is read until its time is over.
struct ChildProcess {
  enum Status: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
  }

  let id: pid_t
  private let output: Int32
  private let errors: Int32

  /// Starts `program`, an absolute path or a name to be looked up in the path.
  init(_ program: String, _ arguments: [String], input: [UInt8]) throws(RenderingError) {
    // A file, not a pipe: a child that ends early cannot send the writer a signal.
    guard let file = unsafe tmpfile() else { throw Self.failure("no temporary file") }
    defer { unsafe fclose(file) }
    let written = unsafe input.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    guard written == input.count, unsafe fflush(file) == 0 else {
      throw Self.failure("no room for a temporary file")
    }
    unsafe rewind(file)
    guard let out = Self.pipePair(), let err = Self.pipePair() else {
      throw Self.failure("no pipe")
    }
    defer {
      close(out.write)
      close(err.write)
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let source = unsafe fileno(file)
    for (from, to) in [(source, 0), (out.write, 1), (err.write, 2)] {
      _ = unsafe posix_spawn_file_actions_adddup2(&actions, from, Int32(to))
    }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map {
      unsafe strdup($0)
    }
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    unsafe words.append(nil)
    var id = pid_t()
    guard unsafe posix_spawnp(&id, program, &actions, nil, words, environ) == 0 else {
      close(out.read)
      close(err.read)
      throw Self.failure("\(program) does not start")
    }
    self.id = id
    output = out.read
    errors = err.read
  }

  /// Reads what the child says until it ends; kills it after `seconds`.
  func finish(within seconds: Double) -> (status: Status, output: [UInt8], message: String) {
    let end = Self.now() + seconds
    var said: [Int32: [UInt8]] = [output: [], errors: []]
    var open = [output, errors]
    while !open.isEmpty, Self.now() < end {
      var polls = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let wait = Int32(max(1, min((end - Self.now()) * 1000, 1000)))
      _ = unsafe poll(&polls, nfds_t(polls.count), wait)
      for ready in polls where ready.revents != 0 {
        let bytes = Self.readSome(ready.fd)
        if bytes.isEmpty { open.removeAll { $0 == ready.fd } }
        said[ready.fd]?.append(contentsOf: bytes)
      }
    }
    close(output)
    close(errors)
    let message = String(decoding: said[errors] ?? [], as: UTF8.self)
      .split(separator: "\n").joined(separator: "; ")
    return (ending(by: end), said[output] ?? [], message)
  }

  private func ending(by end: Double) -> Status {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, WNOHANG) == 0 {
      if Self.now() >= end {
        kill(id, SIGKILL)
        _ = unsafe waitpid(id, &status, 0)
        return .timedOut
      }
      usleep(500)
    }
    let signal = status & 0x7F
    if signal == SIGXCPU { return .timedOut }
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  private static func readSome(_ descriptor: Int32) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      unsafe count = max(0, read(descriptor, buffer.baseAddress, 1 << 16))
    }
  }

  private static func pipePair() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func failure(_ message: String) -> RenderingError {
    RenderingError(code: .workerDied, message: "the worker that renders: \(message)")
  }
}
