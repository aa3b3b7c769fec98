import Foundation
import Testing

/// Runs the built program, which lies beside the tests, on files of a folder of its own.
struct ProgramRun {
  let code: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  /// The output as a JSON object.
  var object: [String: Any] {
    get throws { try #require(JSONSerialization.jsonObject(with: output) as? [String: Any]) }
  }

  init(
    _ arguments: [String], in folder: URL? = nil, input: Data,
    environment: [String: String]? = nil
  ) throws {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let place = (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = place.appendingPathComponent("dealgraph")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    if let environment { process.environment = environment }
    let (out, feed) = (Pipe(), Pipe())
    let messages = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString)
    try Data().write(to: messages)
    defer { try? FileManager.default.removeItem(at: messages) }
    process.standardOutput = out
    process.standardError = try FileHandle(forWritingTo: messages)
    process.standardInput = feed
    try process.run()
    try feed.fileHandleForWriting.write(contentsOf: input)
    try feed.fileHandleForWriting.close()
    output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    errors = String(decoding: try Data(contentsOf: messages), as: UTF8.self)
    code = process.terminationStatus
  }

  init(
    _ arguments: [String], in folder: URL? = nil, input: String = "",
    environment: [String: String]? = nil
  ) throws {
    try self.init(arguments, in: folder, input: Data(input.utf8), environment: environment)
  }

  /// Makes a folder with files, gives it to `body` and removes it.
  static func withFiles(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(folder)
  }
}
