import DealReading
import DealText
import Foundation
import Testing

/// A folder served by Python's http.server on a port of its own.
private final class Server {
  let url: String
  private let process = Process()

  init(files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let script = """
      import http.server, os, sys
      os.chdir(sys.argv[1])
      class Handler(http.server.SimpleHTTPRequestHandler):
          def log_message(self, *words): pass
          def do_GET(self):
              if self.path.startswith('/round'):
                  self.send_response(302)
                  self.send_header('Location', self.path + 'a')
                  self.end_headers()
              else: super().do_GET()
      server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
      print(server.server_port, flush=True)
      server.serve_forever()
      """
    let out = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, folder.path]
    process.standardOutput = out
    try process.run()
    var line = Data()
    while let byte = try out.fileHandleForReading.read(upToCount: 1), byte != Data([0x0A]) {
      line += byte
    }
    url = "http://127.0.0.1:" + String(decoding: line, as: UTF8.self)
  }

  deinit { process.terminate() }
}

private func message(_ url: String, isPrivate: Bool = true) -> String? {
  var options = ReadingOptions()
  options.allowsPrivateAddresses = isPrivate
  do throws(ReadingError) {
    _ = try Input.read(url, options: options)
    return nil
  } catch {
    return error.message
  }
}

@Test func pagesAreFetchedWithinTheRules() throws {
  let page = "<html><body><p>Quillon pays Harborline $5 billion for compute.</p></body></html>"
  let server = try Server(files: [
    "a.html": page, "secret.html": page, "robots.txt": "User-agent: *\nDisallow: /secret\n",
  ])
  var options = ReadingOptions()
  options.allowsPrivateAddresses = true
  guard case .article(let article) = try Input.read(server.url + "/a.html", options: options) else {
    Issue.record("no article")
    return
  }
  #expect(String(decoding: article.text, as: UTF8.self).hasPrefix("Quillon pays"))
  #expect(article.source == server.url + "/a.html")
  #expect(message(server.url + "/secret.html") == "robots.txt forbids /secret.html")
  #expect(message(server.url + "/none.html") == "the server answers 404")
  #expect(message(server.url + "/round") == "more than 5 redirects")
  #expect(
    message(server.url + "/a.html", isPrivate: false)
      == "127.0.0.1 has a private address; --allow-private reads it")
  #expect(
    message("http://[::ffff:127.0.0.1]/", isPrivate: false)
      == "[::ffff:127.0.0.1] has a private address; --allow-private reads it")
}
