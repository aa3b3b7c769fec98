import DealReading
import DealText
import Foundation
import Testing

/// What a reader makes of bytes in a file.
private func outcome(_ bytes: [UInt8], suffix: String = "") throws -> [Reading] {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent(UUID().uuidString + suffix)
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return Array(InputReader([url.path]))
}

private func failure(_ reading: Reading?) -> ReadingError? {
  if case .failure(let error)? = reading?.result { return error }
  return nil
}

@Test func deepPageEndsInAResult() throws {
  let page = Array(("<p>" + String(repeating: "Nvidia pays Intel. ", count: 9) + "</p>").utf8)
  let deep = page + Array(String(repeating: "<div>", count: 100_000).utf8) + Array("x".utf8)
  let reading = try #require(try outcome(deep, suffix: ".html").first)
  guard case .success(.article(let article)) = reading.result else {
    Issue.record("no article")
    return
  }
  #expect(String(decoding: article.text, as: UTF8.self).hasPrefix("Nvidia pays Intel."))
}

@Test func bombEndsInOneLine() throws {
  // 300 MB of zeros in gzip, then the same in a tar: both expand about 1,000 times.
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  process.arguments = ["-c", "head -c 300000000 /dev/zero | tr '\\0' a | gzip > \"$0\"", url.path]
  try process.run()
  process.waitUntilExit()
  defer { try? FileManager.default.removeItem(at: url) }
  let readings = Array(InputReader([url.path]))
  #expect(readings.count == 1)
  #expect(failure(readings.first)?.code == .tooLarge)
}

@Test func longLineEndsInOneLine() throws {
  let bytes = Array("{\"text\":\"".utf8) + [UInt8](repeating: 0x61, count: 70 << 20)
  let readings = try outcome(bytes, suffix: ".jsonl")
  #expect(readings.count == 1)
  #expect(failure(readings.first)?.code == .tooLarge)
}

private let inputs = [
  "a.jsonl", "newsapi.json", "a.csv", "rss.xml", "atom.xml", "m.eml", "d.docx", "edgar.txt",
  "c.warc.gz", "gb.html", "p.html", "p.zip", "p.tgz", "p.html.zst",
]

@Test(arguments: inputs)
func truncatedInputNeverTraps(name: String) throws {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: inputPath(name))))
  for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
    let readings = try outcome(Array(bytes[..<count]))
    #expect(count == 0 ? readings.count == 1 : readings.count < 10)
  }
}

/// Changed, moved and doubled bytes, from a seed (xorshift64). `DEALGRAPH_FUZZ` sets how many inputs
/// each format gets.
@Test(arguments: inputs)
func mutatedInputNeverTraps(name: String) throws {
  let original = [UInt8](try Data(contentsOf: URL(fileURLWithPath: inputPath(name))))
  let rounds = ProcessInfo.processInfo.environment["DEALGRAPH_FUZZ"].flatMap(Int.init) ?? 400
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  func random(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
  }
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: url) }
  for _ in 0..<rounds {
    var bytes = original
    for _ in 0...random(8) where !bytes.isEmpty {
      let place = random(bytes.count)
      switch random(4) {
      case 0: bytes[place] = UInt8(random(256))
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(40)))
      case 2:
        bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random(40))], at: place)
      default:
        bytes.insert(contentsOf: Array("<&\"{[,\n\0=?".utf8).shuffledTail(random(9)), at: place)
      }
    }
    try Data(bytes).write(to: url)
    for reading in InputReader([url.path]) {
      guard case .success(.article(let article)) = reading.result else { continue }
      let range = article.articleRange(of: 0..<article.text.count)
      #expect(range.upperBound <= article.article.count)
    }
  }
}

extension [UInt8] {
  fileprivate func shuffledTail(_ start: Int) -> [UInt8] { Array(self[Swift.min(start, count)...]) }
}
