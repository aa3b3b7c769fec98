import DealPrograms

/// Fetches pages through the `curl` program: limits on time and size, at most 5 redirects, robots.txt
/// respected, private addresses refused, proxies not used.
struct WebPage {
  static let agent = "dealgraph"
  static let redirectLimit = 5

  private let url: String
  private let options: ReadingOptions

  /// What came back.
  struct Page {
    let bytes: [UInt8]
    let contentType: String?
    let charset: String?
  }

  /// The page at `url`.
  ///
  /// - Throws: ``ReadingError`` that tells why it was not fetched.
  static func fetch(_ url: String, _ options: ReadingOptions) throws(ReadingError) -> Page {
    try WebPage(url: url, options: options).page()
  }

  private func page() throws(ReadingError) -> Page {
    var place = url
    var asked: [String: Robots] = [:]
    for _ in 0...Self.redirectLimit {
      guard let address = WebAddress(place) else {
        throw ReadingError(.badData, path: url, "no address of the web: \(place)")
      }
      let pin = try address.pin(named: url, allowsPrivate: options.allowsPrivateAddresses)
      var rules = asked[address.origin]
      if rules == nil { rules = try robots(address, pin) }
      asked[address.origin] = rules
      guard rules?.allows(address.path) ?? true else {
        throw ReadingError(.missing, path: url, "robots.txt forbids \(address.path)")
      }
      let answer = try get(place, pin, limit: options.articleLimit)
      if (300..<400).contains(answer.status), let target = answer["location"] {
        place = address.resolved(target)
        continue
      }
      guard answer.status == 200 else {
        throw ReadingError(.missing, path: url, "the server answers \(answer.status)")
      }
      return Page(bytes: answer.body, contentType: answer.contentType, charset: answer.charset)
    }
    throw ReadingError(.missing, path: url, "more than \(Self.redirectLimit) redirects")
  }

  private func robots(_ address: WebAddress, _ pin: String) throws(ReadingError) -> Robots {
    let answer = try get(address.origin + "/robots.txt", pin, limit: 512 << 10)
    return Robots(answer.status == 200 ? answer.body : [])
  }

  private func get(
    _ place: String, _ pin: String, limit: Int
  ) throws(ReadingError) -> HTTPAnswer {
    let words = [
      "-q", "--silent", "--include", "--http1.1", "--compressed", "--globoff",
      "--noproxy", "*", "--proto", "=http,https", "--max-time", "\(options.fetchSeconds)",
      "--max-filesize", String(limit), "--user-agent", Self.agent, "--resolve", pin, "--", place,
    ]
    let limits = ProgramLimits(
      seconds: Double(options.fetchSeconds) + 5, output: limit + 1 << 16, memory: 2 << 30)
    guard let run = OptionalPrograms.curl?.run(words, limits: limits) else {
      throw ReadingError(.unavailable, path: url, "pages are fetched by curl: apt-get install curl")
    }
    switch run.ending {
    case .exceededOutput, .exited(63):
      throw ReadingError(.tooLarge, path: url, "larger than \(size(limit)); see --max-size")
    case .exceededTime, .exited(28):
      throw ReadingError(.missing, path: url, "no answer within \(options.fetchSeconds) s")
    case .exited(0):
      if let answer = HTTPAnswer(run.output, isDecoded: true) { return answer }
      throw ReadingError(.missing, path: url, "no answer of the web's protocol")
    default:
      throw ReadingError(.missing, path: url, "cannot be fetched (curl: \(run.ending))")
    }
  }

  private func size(_ limit: Int) -> String {
    limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }
}
