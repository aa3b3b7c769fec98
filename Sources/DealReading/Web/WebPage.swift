/// Fetches pages through the `curl` program: at most 30 seconds and 5 redirects, robots.txt
/// respected, private addresses refused, proxies not used.
enum WebPage {
  static let agent = "dealgraph"
  static let redirectLimit = 5

  /// What came back.
  struct Page {
    let bytes: [UInt8]
    let contentType: String?
    let charset: String?
  }

  static func fetch(
    _ url: String, limit: Int, allowsPrivate: Bool
  ) throws(ReadingError) -> Page {
    var place = url
    var asked: [String: Robots] = [:]
    for _ in 0...redirectLimit {
      guard let address = WebAddress(place) else {
        throw ReadingError(.badData, path: url, "no address of the web: \(place)")
      }
      let pin = try address.pin(named: url, allowsPrivate: allowsPrivate)
      var rules = asked[address.origin]
      if rules == nil { rules = try robots(address, pin, url) }
      asked[address.origin] = rules
      guard rules?.allows(address.path) ?? true else {
        throw ReadingError(.missing, path: url, "robots.txt forbids \(address.path)")
      }
      let answer = try get(place, pin, limit, url)
      if (300..<400).contains(answer.status), let target = answer["location"] {
        place = address.resolved(target)
        continue
      }
      guard answer.status == 200 else {
        throw ReadingError(.missing, path: url, "the server answers \(answer.status)")
      }
      return Page(bytes: answer.body, contentType: answer.contentType, charset: answer.charset)
    }
    throw ReadingError(.missing, path: url, "more than \(redirectLimit) redirects")
  }

  private static func robots(
    _ address: WebAddress, _ pin: String, _ url: String
  ) throws(ReadingError) -> Robots {
    let answer = try get(address.origin + "/robots.txt", pin, 512 << 10, url)
    return Robots(answer.status == 200 ? answer.body : [])
  }

  private static func get(
    _ place: String, _ pin: String, _ limit: Int, _ url: String
  ) throws(ReadingError) -> HTTPAnswer {
    let words = [
      "curl", "-q", "--silent", "--include", "--http1.1", "--compressed", "--globoff",
      "--noproxy", "*", "--proto", "=http,https", "--max-time", "30", "--max-filesize",
      String(limit), "--user-agent", agent, "--resolve", pin, "--", place,
    ]
    guard
      let run = ChildProcess.run(
        words, seconds: 35, outputLimit: limit + 1 << 16, memoryLimit: 2 << 30), run.code != 127
    else {
      throw ReadingError(.unavailable, path: url, "pages are fetched by curl: apt-get install curl")
    }
    if run.exceededSize || run.code == 63 {
      throw ReadingError(.tooLarge, path: url, "larger than \(limit >> 20) MiB; see --max-size")
    }
    if run.exceededTime || run.code == 28 {
      throw ReadingError(.missing, path: url, "no answer within 30 s")
    }
    guard run.code == 0, let answer = HTTPAnswer(run.output, isDecoded: true) else {
      throw ReadingError(.missing, path: url, "cannot be fetched (curl ends with \(run.code))")
    }
    return answer
  }
}
