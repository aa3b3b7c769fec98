import DealModel
import DealReading
import DealText
import Foundation
import Testing

/// What a reader makes of bytes, and how much memory is held more than before.
private func read(_ bytes: [UInt8], _ name: String) -> [Reading] {
  Array(InputReader(bytes, named: name))
}

private func text(_ reading: Reading?) -> String? {
  guard case .success(.article(let article))? = reading?.result else { return nil }
  return String(decoding: article.text, as: UTF8.self)
}

private func failure(_ reading: Reading?) -> ReadingError? {
  if case .failure(let error)? = reading?.result { return error }
  return nil
}

/// Runs a command of the shell and gives what it prints.
private func printed(_ command: String) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", command]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
  process.waitUntilExit()
  return bytes
}

@Test(arguments: [
  "<div>", "<b><i>", "<table><tr><td>", "<ul><li><p><a>", "<b><p>", "<a href=x>y", "<!--", "<?",
  "</p>",
  "<select><option>", "<svg><g>", "&", "&#x", "<script>", "<title>", "<p class='ad'>x</p>",
])
func repeatedMarkupEndsInAResult(part: String) {
  let start = "<p>Nvidia said on Monday that it pays Intel a lot of money for its chips.</p>"
  let page = Array((start + String(repeating: part, count: 100_000)).utf8)
  let found = text(read(page, "page.html").first)
  #expect(found?.hasPrefix("Nvidia said on Monday") == true)
}

@Test func tagOfManyAttributesIsCutAndItsNeighboursStay() throws {
  let many = (0..<50_000).map { "a\($0)=\"x > <y\"" }.joined(separator: " ")
  let page = "<p>Nvidia pays Intel.</p><p \(many)>Intel pays Oracle.</p><p>Oracle pays Nvidia.</p>"
  let bytes = Array(page.utf8)
  let article = HTMLText.article(bytes)
  let text = "Nvidia pays Intel.\n\nIntel pays Oracle.\n\nOracle pays Nvidia."
  #expect(String(decoding: article.text, as: UTF8.self) == text)
  let last = article.articleRange(of: text.utf8.count - 19..<text.utf8.count)
  #expect(String(decoding: bytes[last], as: UTF8.self) == "Oracle pays Nvidia.")
}

@Test func everyLineOfABombIsCountedAgainstItsBudget() throws {
  // A line of JSON and then 300 MB of blank ones, packed about a thousand times.
  let bomb = try printed(
    "{ echo '{\"text\":\"Nvidia pays\"}'; yes \"$(printf '%2000s' '')\" | head -c 300000000; } | gzip -9"
  )
  let readings = read(bomb, "bomb.jsonl.gz")
  #expect(readings.count == 2)
  #expect(text(readings.first) == "Nvidia pays")
  #expect(failure(readings.last)?.message.contains("refused as a bomb") == true)
}

@Test func recordsOfAnArchiveOfTheWebThatAreBrokenAreCountedOnce() {
  func record(_ number: Int, length: String? = nil) -> String {
    let body =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Nvidia pays Intel \(number) million.</p>"
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\(number)\r\n"
      + (length ?? "Content-Length: \(body.utf8.count)") + "\r\n\r\n\(body)\r\n\r\n"
  }
  let archive =
    record(1) + record(2, length: "Content-Length: -5") + record(3) + record(4, length: "X: y")
    + record(5) + "\0garbage\r\nmore of it\r\n" + record(6)
    + "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 999\r\n\r\nNvidia pays, it is cut"
  let readings = read(Array(archive.utf8), "broken.warc")
  let texts = readings.compactMap { text($0) }
  #expect(texts.prefix(4).elementsEqual([1, 3, 5, 6].map { "Nvidia pays Intel \($0) million." }))
  #expect(texts.dropFirst(4) == ["Nvidia pays, it is cut"])
  #expect(
    failure(readings.last)?.message.hasPrefix("4 broken records left out, the first at") == true)
}

@Test func textsOfAWETFileAreReadWithTheirDates() throws {
  let wet =
    "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\nabc\r\n\r\nWARC/1.0\r\n"
    + "WARC-Type: conversion\r\nWARC-Target-URI: http://a.example/1\r\nWARC-Date: 2025-09-22T08:00:00Z\r\n"
    + "Content-Length: 19\r\n\r\n英伟达投资。\n\r\n\r\n"
  let first = read(Array(wet.utf8), "cc.wet").first
  guard case .success(.article(let article))? = first?.result else {
    Issue.record("no article")
    return
  }
  #expect(article.date?.description == "2025-09-22")
  #expect(article.source == "http://a.example/1")
}

@Test func manyPagesOfAPDFAreOneText() throws {
  try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"))
  let pages = (1...300).map {
    ["Ledger of deals", "Nvidia pays Intel \($0) million for its chips.", "\($0)"]
  }
  let found = try #require(text(read(smallPDF(pages: pages, title: "x"), "many.pdf").first))
  #expect(found.contains("Nvidia pays Intel 1 million") && found.contains("pays Intel 300 million"))
  #expect(!found.contains("Ledger of deals"))
}

@Test func archivesAreFreedWithTheirReaders() throws {
  // Each holds some 100 KB; a reader that kept them would hold 200 MB.
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: inputPath("p.tgz"))))
  for _ in 0..<50 { _ = read(bytes, "p.tgz") }
  let before = try heldMiB()
  for _ in 0..<2000 { _ = read(bytes, "p.tgz") }
  #expect(try heldMiB() - before < 100)
}

/// What the process holds at this moment (Linux).
private func heldMiB() throws -> Int {
  let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
  return (Int(text.split(separator: " ")[1]) ?? 0) * 4096 / (1 << 20)
}
