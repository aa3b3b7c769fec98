import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension InstalledProgram {
  /// Runs the program with `input` on its standard input.
  ///
  /// The input is a nameless file, so that a program which ends early sends no signal. The program
  /// leads a group of its own, and what exceeds its limits is ended with the whole group.
  ///
  /// - Parameter tell: Is told the child's process id once it runs.
  /// - Returns: nil where it cannot be started.
  package func run(
    _ arguments: [String], input: [UInt8] = [], limits: ProgramLimits,
    started tell: (Int32) -> Void = { _ in }
  ) -> ProgramRun? {
    guard let source = unsafe tmpfile() else { return nil }
    defer { unsafe fclose(source) }
    let written = unsafe input.withUnsafeBytes {
      unsafe fwrite($0.baseAddress, 1, $0.count, source)
    }
    guard written == input.count, unsafe fflush(source) == 0 else { return nil }
    unsafe rewind(source)
    guard let started = unsafe start(words(arguments, limits), input: fileno(source)) else {
      return nil
    }
    defer { for file in [started.output, started.errors] { close(file) } }
    let child = started.child
    tell(child)
    var reading = ProgramReading(output: started.output, errors: started.errors, limits: limits)
    let exceeded = reading.exceeded()
    if exceeded != nil { kill(-child, SIGKILL) }
    let ending = reading.ending(of: child)
    return ProgramRun(
      ending: exceeded ?? ending, output: reading.said, errors: reading.complained)
  }

  /// The words to be run; the shell sets a limit on memory.
  private func words(_ arguments: [String], _ limits: ProgramLimits) -> [String] {
    guard let memory = limits.memory else { return [path] + arguments }
    let script = "ulimit -v \(memory >> 10); exec \"$@\""
    return ["/bin/sh", "-c", script, "sh", path] + arguments
  }

  /// Starts a child with pipes to read from. One child is started at a time, so that none inherits
  /// the pipes of another and holds them open.
  private func start(
    _ words: [String], input: Int32
  ) -> (child: pid_t, output: Int32, errors: Int32)? {
    Self.starting.withLock { _ in
      guard let output = Pipe() else { return nil }
      defer { close(output.writes) }
      guard let errors = Pipe() else {
        close(output.reads)
        return nil
      }
      defer { close(errors.writes) }
      guard let child = spawn(words, [input, output.writes, errors.writes]) else {
        close(output.reads)
        close(errors.reads)
        return nil
      }
      return (child, output.reads, errors.reads)
    }
  }

  private static let starting = Mutex(())

  /// Starts a child with `files` as its first three.
  private func spawn(_ words: [String], _ files: [Int32]) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      _ = unsafe posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
    }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    _ = unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    _ = unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var list = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe list.indices { unsafe free(list[index]) } }
    var child = pid_t()
    let code = unsafe posix_spawn(&child, words[0], &actions, &attributes, &list, environ)
    return code == 0 ? child : nil
  }
}

/// The two ends of a pipe that a child does not inherit but by its first three files.
private struct Pipe {
  let reads: Int32
  let writes: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reads, writes) = (ends[0], ends[1])
  }
}
