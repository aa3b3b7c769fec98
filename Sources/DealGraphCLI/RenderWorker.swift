import ArgumentParser
import DealReading
import DealRendering

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The worker: lays out the DOT of standard input; the program starts itself so.
struct RenderWorker: ParsableCommand {
  /// The word after which the program is a worker.
  static let name = "__render"
  static let configuration = CommandConfiguration(commandName: name)

  @Argument var layout: String
  @Argument var format: String
  @Option var seconds = 60
  @Option var megabytes = 4096

  func run() throws {
    let dot = String(decoding: try FileBytes.read("-"), as: UTF8.self)
    let (answer, message, code) = Worker.serve(
      dot: dot, layout: layout, format: format, seconds: seconds, megabytes: megabytes)
    guard code == 0 else {
      FileOutput.message(message)
      throw ExitCode(code)
    }
    try FileOutput.write(answer, to: "-")
  }
}

extension Worker {
  /// This very program as a worker.
  static func itself(seconds: Double) -> Worker {
    #if os(Linux)
      let program = "/proc/self/exe"
    #else
      let program = CommandLine.arguments.first ?? "dealgraph"
    #endif
    return Worker(program: program, arguments: [RenderWorker.name], seconds: seconds)
  }
}
