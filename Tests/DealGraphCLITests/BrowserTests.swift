import Foundation
import Testing

/// The browser script, and what it needs: Chromium and a Python that has Playwright.
private enum Browser {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let python = root.appendingPathComponent(".build/browser/bin/python")
  static let script = root.appendingPathComponent("Tests/Browser/report_test.py")

  static var isThere: Bool {
    let files = FileManager.default
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return files.isExecutableFile(atPath: python.path)
      && ["chromium", "chromium-browser", "google-chrome"].contains { name in
        paths.contains { files.isExecutableFile(atPath: "\($0)/\(name)") }
      }
  }

  static var program: URL {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    return (bundle ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent().appendingPathComponent("dealgraph")
  }
}

@Test(
  .enabled(
    if: Browser.isThere,
    "skipped: no chromium, or no Python with playwright and axe-playwright-python in .build/browser"
  ))
func thePageWorksInABrowser() throws {
  let process = Process()
  process.executableURL = Browser.python
  process.arguments = [Browser.script.path, Browser.program.path]
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(said)")
  #expect(said.split(separator: "\n").count { $0.hasPrefix("ok ") } > 20, "\(said)")
}
