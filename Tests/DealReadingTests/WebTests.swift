import DealReading
import DealText
import Foundation
import Testing

private let sentence =
  "Nvidia said on Monday it will invest up to $100 billion in OpenAI, the two said."
private let page = "<html><body><h1>A deal</h1><p>\(sentence)</p></body></html>"

private func options(_ change: (inout ReadingOptions) -> Void = { _ in }) -> ReadingOptions {
  var options = ReadingOptions()
  options.allowsPrivateAddresses = true
  options.fetchSeconds = 20
  change(&options)
  return options
}

/// The one thing that an address gives.
private func fetch(
  _ path: String, _ options: ReadingOptions = options(), _ answers: @escaping LocalServer.Answers
) throws -> Result<Input, ReadingError> {
  let server = try LocalServer(answers)
  defer { server.stop() }
  var reader = InputReader([server.url(path)], options: options)
  let (first, second) = (reader.next(), reader.next())
  #expect(second == nil)
  return try #require(first).result
}

private func message(_ result: Result<Input, ReadingError>) -> String? {
  if case .failure(let error) = result { return error.message }
  return nil
}

private func found(_ result: Result<Input, ReadingError>) -> SourceText? {
  if case .success(.article(let article)) = result { return article }
  return nil
}

@Suite(.timeLimit(.minutes(2))) struct WebTests {
  @Test func pageIsFetchedAndNamedByItsAddress() throws {
    let result = try fetch("/deal?id=1") { path, _ in
      path == "/robots.txt"
        ? LocalServer.answer("404 Not Found")
        : LocalServer.answer(body: path == "/deal?id=1" ? page : "another path")
    }
    let article = try #require(found(result))
    #expect(String(decoding: article.text, as: UTF8.self) == "A deal\n\n\(sentence)")
    #expect(article.source?.hasPrefix("http://127.0.0.1:") == true)
    #expect(article.source?.hasSuffix("/deal?id=1") == true)
  }

  @Test func charsetOfTheAnswerCounts() throws {
    let head = LocalServer.answer("200 OK", ["Content-Type: text/html; charset=ISO-8859-1"])
    let body = Array("<p>Soci".utf8) + [0xE9] + Array("t".utf8) + [0xE9] + Array(" lends.</p>".utf8)
    let result = try fetch("/") { path, _ in
      path == "/" ? head.dropContentLength() + body : LocalServer.answer("404 Not Found")
    }
    #expect(found(result).map { String(decoding: $0.text, as: UTF8.self) } == "Société lends.")
  }

  @Test func redirectsAreFollowedUpToFive() throws {
    let answers: LocalServer.Answers = { path, port in
      guard path != "/robots.txt" else { return LocalServer.answer("404 Not Found") }
      guard let left = Int(path.dropFirst()), left > 0 else {
        return LocalServer.answer(body: page)
      }
      let target = left % 2 == 0 ? "/\(left - 1)" : "http://127.0.0.1:\(port)/\(left - 1)"
      return LocalServer.answer("302 Found", ["Location: \(target)"])
    }
    #expect(found(try fetch("/5") { answers($0, $1) }) != nil)
    #expect(message(try fetch("/6") { answers($0, $1) }) == "more than 5 redirects")
  }

  @Test(arguments: [true, false]) func sizeIsLimited(isAnnounced: Bool) throws {
    let body = String(repeating: "<p>\(sentence)</p>", count: 4000)
    let result = try fetch("/", options { $0.articleLimit = 100_000 }) { path, _ in
      guard path == "/" else { return LocalServer.answer("404 Not Found") }
      let answer = LocalServer.answer(body: body)
      return isAnnounced ? answer : answer.dropContentLength()
    }
    #expect(message(result) == "larger than 100000 bytes; see --max-size")
  }

  @Test func serverThatSaysNothingIsGivenUp() throws {
    let result = try fetch("/", options { $0.fetchSeconds = 1 }) { _, _ in [] }
    #expect(message(result) == "no answer within 1 s")
  }

  @Test func robotsAreObeyedForThisProgramFirst() throws {
    let rules = """
      User-agent: *
      Disallow: /

      User-agent: Dealgraph
      Disallow: /private/
      Allow: /private/open
      """
    let answers: LocalServer.Answers = { path, _ in
      LocalServer.answer(body: path == "/robots.txt" ? rules : page)
    }
    #expect(found(try fetch("/news") { answers($0, $1) }) != nil)
    #expect(found(try fetch("/private/open/1") { answers($0, $1) }) != nil)
    #expect(message(try fetch("/private/1") { answers($0, $1) }) == "robots.txt forbids /private/1")
  }

  @Test func targetOfARedirectIsAskedForItsRobotsToo() throws {
    let result = try fetch("/a") { path, _ in
      switch path {
      case "/robots.txt": LocalServer.answer(body: "User-agent: *\nDisallow: /b")
      case "/a": LocalServer.answer("301 Moved Permanently", ["Location: /b"])
      default: LocalServer.answer(body: page)
      }
    }
    #expect(message(result) == "robots.txt forbids /b")
  }

  @Test(arguments: [
    "http://127.0.0.1:9/", "http://[::1]:9/", "http://10.0.0.1/", "http://192.168.1.1/",
    "http://169.254.169.254/latest", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/", "http://[fd00::1]/", "http://2130706433/", "http://0x7f.1/",
  ])
  func privateAddressIsRefused(url: String) throws {
    var reader = InputReader([url])
    guard case .failure(let error)? = reader.next()?.result else {
      Issue.record("an answer")
      return
    }
    #expect(error.message.contains("has a private address; --allow-private reads it"))
  }

  @Test func errorOfTheServerIsTold() throws {
    let result = try fetch("/") { path, _ in LocalServer.answer("503 Service Unavailable") }
    #expect(message(result) == "the server answers 503")
  }

  @Test(arguments: ["http://", "http://user@host/", "http://host:99999/", "http://a b/"])
  func whatIsNoAddressIsRefused(url: String) throws {
    var reader = InputReader([url], options: options())
    guard case .failure(let error)? = reader.next()?.result else {
      Issue.record("an answer")
      return
    }
    #expect(error.code == .badData)
  }
}

extension [UInt8] {
  /// An answer that ends with its connection.
  fileprivate func dropContentLength() -> [UInt8] {
    let parts = String(decoding: self, as: UTF8.self).components(separatedBy: "\r\n\r\n")
    let head = parts[0].components(separatedBy: "\r\n").filter {
      !$0.hasPrefix("Content-Length")
    }
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8)
      + Array(parts.dropFirst().joined(separator: "\r\n\r\n").utf8)
  }
}
