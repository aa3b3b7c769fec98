import DealPrograms

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A child process that renders, so that no graph can take its caller down.
///
/// The child gets DOT on its standard input and answers on its standard output; it is killed when its
/// time is over, and limits its own memory and processor time.
public struct Worker: Sendable, Hashable {
  /// The format by which a layout itself is asked for.
  public static let layoutFormat = "layout"

  /// The program; it must answer to `arguments` by ``serve(layout:format:seconds:megabytes:)``.
  public var program: String
  /// The arguments before layout and format.
  public var arguments: [String]
  /// Seconds after which the child is killed.
  public var seconds: Double
  /// Megabytes of address space the child may use.
  public var megabytes: Int

  /// Makes a worker.
  public init(
    program: String, arguments: [String] = ["__render"], seconds: Double = 60,
    megabytes: Int = 4096
  ) {
    self.program = program
    self.arguments = arguments
    self.seconds = seconds
    self.megabytes = megabytes
  }

  /// Renders in a child.
  ///
  /// - Throws: ``RenderingError`` with `timedOut`, `workerDied`, or what the child says.
  public func render(
    dot: String, layout: String, format: String
  ) throws(RenderingError) -> [UInt8] {
    try render(dot: dot, layout: layout, format: format) { _ in }
  }

  /// Renders in a child whose process id `started` is told.
  func render(
    dot: String, layout: String, format: String, started: (pid_t) -> Void
  ) throws(RenderingError) -> [UInt8] {
    guard let installed = Self.installed(program) else {
      throw Self.death("\(program) is not there")
    }
    let words =
      arguments + [
        layout, format, "--seconds", "\(Int(seconds.rounded(.up)) + 1)", "--megabytes",
        "\(megabytes)",
      ]
    let limits = ProgramLimits(seconds: seconds, output: 1 << 30)
    guard
      let end = installed.run(words, input: Array(dot.utf8), limits: limits, started: started)
    else { throw Self.death("\(program) does not start") }
    switch end.ending {
    case .exited(0) where !end.output.isEmpty: return end.output
    case .exceededTime, .signalled(SIGXCPU):
      throw RenderingError(
        code: .timedOut,
        message: "the layout took longer than \(Figures.plain(seconds)) s;"
          + " try --max-nodes 40, --layout sfdp or a larger --timeout")
    case .exceededOutput: throw Self.death("it says more than 1 GiB")
    case .exited(Self.refusedCode):
      throw RenderingError(code: .refused, message: end.message)
    case .exited(Self.pluginMissingCode):
      throw RenderingError(code: .pluginMissing, message: end.message)
    case .exited(let code):
      throw RenderingError(
        code: .workerDied, message: "the worker that renders ended with code \(code)")
    case .signalled(let signal):
      throw RenderingError(
        code: .workerDied, message: "the worker that renders was ended by signal \(signal)")
    }
  }

  /// The program at a path, or by its name in the path.
  private static func installed(_ program: String) -> InstalledProgram? {
    program.contains("/") ? InstalledProgram(path: program) : InstalledProgram(named: program)
  }

  private static func death(_ message: String) -> RenderingError {
    RenderingError(code: .workerDied, message: "the worker that renders: \(message)")
  }

  private static let refusedCode: Int32 = 70
  private static let pluginMissingCode: Int32 = 69

  /// What the child does: limits itself, lays `dot` out, and gives the answer and the exit code.
  public static func serve(
    dot: String, layout: String, format: String, seconds: Int, megabytes: Int
  ) -> (answer: [UInt8], message: String, code: Int32) {
    limit(seconds: seconds, megabytes: megabytes)
    do throws(RenderingError) {
      if format == layoutFormat {
        let found = try Graphviz.layout(dot: dot, layout: layout)
        return (Array(found.text.utf8), "", 0)
      }
      return (try Graphviz.render(dot: dot, layout: layout, format: format), "", 0)
    } catch {
      let code = error.code == .pluginMissing ? pluginMissingCode : refusedCode
      return ([], error.description, code)
    }
  }

  private static func limit(seconds: Int, megabytes: Int) {
    #if canImport(Glibc)
      let (space, time, core) = (
        __rlimit_resource_t(RLIMIT_AS.rawValue), __rlimit_resource_t(RLIMIT_CPU.rawValue),
        __rlimit_resource_t(RLIMIT_CORE.rawValue)
      )
    #else
      let (space, time, core) = (RLIMIT_AS, RLIMIT_CPU, RLIMIT_CORE)
    #endif
    let bytes = rlim_t(megabytes) << 20
    for (kind, value) in [(space, bytes), (time, rlim_t(seconds)), (core, 0)] {
      var limit = rlimit(rlim_cur: value, rlim_max: value)
      _ = unsafe setrlimit(kind, &limit)
    }
  }
}
