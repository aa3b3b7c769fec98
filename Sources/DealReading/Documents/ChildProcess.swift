#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs an installed program with limits on its time, its memory and its output.
enum ChildProcess {
  /// What became of a run.
  struct Outcome {
    var output: [UInt8] = []
    var code: Int32 = -1
    var exceededTime = false
    var exceededSize = false
  }

  /// Runs `words` and feeds it `input`; nil where it cannot be started.
  static func run(
    _ words: [String], input: [UInt8] = [], seconds: Int, outputLimit: Int, memoryLimit: Int
  ) -> Outcome? {
    let script = "ulimit -v \(memoryLimit >> 10); ulimit -t \(seconds); exec \"$@\" 2>/dev/null"
    let arguments = ["/bin/sh", "-c", script, "sh"] + words
    guard let feed = pipe(), let back = pipe() else { return nil }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, feed.reads, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, back.writes, 1)
    var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let started = unsafe posix_spawn(&child, "/bin/sh", &actions, nil, &list, environ)
    close(feed.reads)
    close(back.writes)
    defer { close(back.reads) }
    guard started == 0 else {
      close(feed.writes)
      return nil
    }
    var outcome = exchange(input, feed.writes, back.reads, seconds, outputLimit)
    if outcome.exceededTime || outcome.exceededSize { kill(child, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    outcome.code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    return outcome
  }

  private static func pipe() -> (reads: Int32, writes: Int32)? {
    var ends: [Int32] = [0, 0]
    #if canImport(Glibc)
      guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
    #else
      guard unsafe Darwin.pipe(&ends) == 0 else { return nil }
    #endif
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Feeds the input and takes the output, whichever is ready.
  private static func exchange(
    _ input: [UInt8], _ writes: Int32, _ reads: Int32, _ seconds: Int, _ limit: Int
  ) -> Outcome {
    signal(SIGPIPE, SIG_IGN)
    _ = fcntl(writes, F_SETFL, O_NONBLOCK)
    var outcome = Outcome()
    var sent = 0
    var isOpen = !input.isEmpty
    if !isOpen { close(writes) }
    let deadline = time(nil) + seconds
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var polled = [pollfd(fd: reads, events: Int16(POLLIN), revents: 0)]
      if isOpen { polled.append(pollfd(fd: writes, events: Int16(POLLOUT), revents: 0)) }
      let ready = unsafe poll(&polled, nfds_t(polled.count), 1000)
      if time(nil) > deadline {
        outcome.exceededTime = true
        break
      }
      guard ready > 0 else { continue }
      if isOpen, polled[1].revents != 0 {
        let count = unsafe input.withUnsafeBytes {
          unsafe write(writes, $0.baseAddress?.advanced(by: sent), input.count - sent)
        }
        sent += max(0, count)
        if count < 0 && errno != EAGAIN || sent == input.count {
          close(writes)
          isOpen = false
        }
      }
      guard polled[0].revents != 0 else { continue }
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(reads, $0.baseAddress, $0.count)
      }
      if count <= 0 { break }
      outcome.output += chunk[..<count]
      if outcome.output.count > limit {
        outcome.exceededSize = true
        break
      }
    }
    if isOpen { close(writes) }
    return outcome
  }
}
