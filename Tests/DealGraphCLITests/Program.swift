import DealModel
import Foundation

/// A run of the built program, which lies beside the tests.
struct Program {
  let code: Int32
  let output: Data
  let errors: String

  init(_ arguments: [String], input: String = "", environment: [String: String]? = nil) throws {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = folder.appendingPathComponent("dealgraph")
    process.arguments = arguments
    if let environment { process.environment = environment }
    let (out, err, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = feed
    try process.run()
    try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try feed.fileHandleForWriting.close()
    output = out.fileHandleForReading.readDataToEndOfFile()
    errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    code = process.terminationStatus
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  var graph: DealGraph {
    get throws { try DealGraph(json: [UInt8](output)) }
  }
}

/// A folder of its own for the files of one test, gone after it.
struct Workplace: ~Copyable {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("dealgraph-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file, filled with `text` where that is given.
  func path(_ name: String, _ text: String? = nil) throws -> String {
    let file = folder.appendingPathComponent(name)
    if let text { try Data(text.utf8).write(to: file) }
    return file.path
  }

  func contents(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }
}
