#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that reads standard input and writes standard output, both nameless files.
enum OtherProgram {
  /// What `program`, a name to be looked up in the path, makes of `input`.
  ///
  /// - Returns: nil where no such program is installed.
  /// - Throws: ``ExportError`` with what the program said when it fails.
  static func output(
    of program: String, _ arguments: [String], input: [UInt8]
  ) throws(ExportError) -> [UInt8]? {
    guard let source = unsafe tmpfile(), let target = unsafe tmpfile(),
      let errors = unsafe tmpfile()
    else { throw ExportError(.failed, "no temporary file") }
    defer {
      unsafe fclose(source)
      unsafe fclose(target)
      unsafe fclose(errors)
    }
    let written = unsafe input.withUnsafeBytes {
      unsafe fwrite($0.baseAddress, 1, $0.count, source)
    }
    guard written == input.count, unsafe fflush(source) == 0 else {
      throw ExportError(.failed, "no room for a temporary file")
    }
    unsafe rewind(source)
    let files = unsafe [source, target, errors].map { unsafe fileno($0) }
    guard let id = start(program, arguments, files) else { return nil }
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      let said = unsafe String(decoding: contents(errors), as: UTF8.self)
      let line = said.split(separator: "\n").joined(separator: "; ")
      throw ExportError(.failed, "\(program) failed: \(line)")
    }
    return unsafe contents(target)
  }

  private static func start(
    _ program: String, _ arguments: [String], _ files: [Int32]
  ) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      _ = unsafe posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
    }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map {
      unsafe strdup($0)
    }
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    unsafe words.append(nil)
    var id = pid_t()
    return unsafe posix_spawnp(&id, program, &actions, nil, words, environ) == 0 ? id : nil
  }

  private static func contents(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    unsafe fseek(file, 0, SEEK_END)
    let size = unsafe max(0, ftell(file))
    unsafe rewind(file)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}
