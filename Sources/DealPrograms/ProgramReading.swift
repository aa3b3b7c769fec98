#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads what a child prints until it ends or exceeds its limits.
struct ProgramReading {
  /// What it printed on standard output.
  private(set) var said: [UInt8] = []
  /// The beginning of what it printed on standard error.
  private(set) var complained: [UInt8] = []
  private let output: Int32
  private let errors: Int32
  private let limit: Int
  private let end: Double

  init(output: Int32, errors: Int32, limits: ProgramLimits) {
    self.output = output
    self.errors = errors
    limit = limits.output
    end = Self.now() + limits.seconds
  }

  /// Reads until both files are at their end; tells the limit that was passed before that.
  mutating func exceeded() -> ProgramRun.Ending? {
    var open = [output, errors]
    while !open.isEmpty {
      let left = end - Self.now()
      guard left > 0 else { return .exceededTime }
      var polls = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      _ = unsafe poll(&polls, nfds_t(polls.count), Int32(max(1, min(left * 1000, 1000))))
      for ready in polls where ready.revents != 0 {
        let bytes = Self.piece(ready.fd)
        if bytes.isEmpty { open.removeAll { $0 == ready.fd } }
        keep(bytes, of: ready.fd)
      }
      if said.count > limit { return .exceededOutput }
    }
    return nil
  }

  /// Waits for a child whose files are closed; one that goes on beyond its time is killed.
  func ending(of child: pid_t) -> ProgramRun.Ending {
    var status: Int32 = 0
    while true {
      let found = unsafe waitpid(child, &status, WNOHANG)
      if found == child { break }
      if found < 0, errno != EINTR { return .exited(-1) }
      if Self.now() >= end {
        kill(-child, SIGKILL)
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        return .exceededTime
      }
      usleep(500)
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  private mutating func keep(_ bytes: [UInt8], of file: Int32) {
    if file == output {
      said += bytes
    } else if complained.count < 1 << 16 {
      complained += bytes
    }
  }

  private static func piece(_ descriptor: Int32) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      unsafe count = max(0, read(descriptor, buffer.baseAddress, 1 << 16))
    }
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
