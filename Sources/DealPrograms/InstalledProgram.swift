#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that is installed beside this one.
package struct InstalledProgram: Sendable, Hashable {
  /// The absolute path, or one relative to the working folder.
  package let path: String

  /// A program at a path.
  package init(path: String) { self.path = path }

  /// The first program in the path that has this name; nil where there is none.
  package init?(named name: String) {
    guard let first = Self.all(named: name).first else { return nil }
    self = first
  }

  /// The programs in the path that have this name, in its order.
  package static func all(named name: String) -> [InstalledProgram] {
    guard let list = unsafe getenv("PATH") else { return [] }
    var paths: [String] = []
    for folder in unsafe String(cString: list).split(separator: ":") {
      let path = "\(folder)/\(name)"
      if !paths.contains(path), isProgram(path) { paths.append(path) }
    }
    return paths.map(InstalledProgram.init(path:))
  }

  /// The first program in the path that tells its version as `name` should.
  ///
  /// A shim or another program by the same name, which prints something else or fails, is passed
  /// over.
  ///
  /// - Parameter isVersion: Whether the first word of what `--version` prints is right.
  /// - Returns: The program and that word; nil where there is none.
  package static func tellingVersion(
    named name: String, _ isVersion: (String) -> Bool
  ) -> (program: InstalledProgram, version: String)? {
    for program in all(named: name) {
      let limits = ProgramLimits(seconds: 10, output: 1 << 12)
      guard let run = program.run(["--version"], limits: limits), run.ending == .exited(0),
        let word = run.outputText.split(whereSeparator: \.isWhitespace).first.map(String.init),
        isVersion(word)
      else { continue }
      return (program, word)
    }
    return nil
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
