import DealModel
import DealReading
import DealText
import Foundation
import Testing

/// A file of Tests/Inputs, made by the tools of its format.
func inputPath(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Inputs/\(name)").path
}

/// The articles and failures of an input.
private func read(
  _ name: String, _ options: ReadingOptions = ReadingOptions()
) -> (articles: [SourceText], failures: [ReadingError]) {
  var articles: [SourceText] = []
  var failures: [ReadingError] = []
  for reading in InputReader([inputPath(name)], options: options) {
    switch reading.result {
    case .success(.article(let article)): articles.append(article)
    case .success(.graph): Issue.record("\(reading.name) is no graph")
    case .failure(let error): failures.append(error)
    }
  }
  return (articles, failures)
}

private func string(_ article: SourceText) -> String {
  String(decoding: article.text, as: UTF8.self)
}

@Test(
  arguments: [
    ("newsapi.json", 1, "N", "2025-09-22", "Z & Q."),
    ("a.jsonl", 2, "One", "2025-09-22", "invest up to $100 billion"),
    ("rss.xml", 1, "Item & one", "2025-09-22", "invest up to $100 billion"),
    ("atom.xml", 1, "E1", "2025-09-22", "P2 & x."),
    ("m.eml", 1, "英伟达 deal", "2025-09-22", "英伟达投资OpenAI一千亿美元。"),
    ("d.docx", 1, "Doc title", "2013-12-23", "cellB"),
    ("edgar.txt", 1, "CoreWeave, Inc.: 8-K", "2025-09-22", "the Company & OpenAI entered"),
    ("c.warc.gz", 3, "Nvidia pays OpenAI", "2025-09-22", "statement said on day 0."),
    ("p.html", 1, "Nvidia pays OpenAI", "2025-09-22", "Oracle & OpenAI signed a $300 billion"),
    ("p.zip", 2, "Nvidia pays OpenAI", "2025-09-22", "compute over five years"),
    ("p.tgz", 2, "Nvidia pays OpenAI", "2025-09-22", "compute over five years"),
    ("p.html.zst", 1, "Nvidia pays OpenAI", "2025-09-22", "compute over five years"),
  ] as [(String, Int, String, String, String)])
func formatGivesTitleDateAndText(
  name: String, count: Int, title: String, date: String, part: String
) throws {
  let articles = read(name).articles
  #expect(articles.count == count)
  let first = try #require(articles.first)
  #expect(first.title == title)
  #expect(first.date?.description == date)
  #expect(string(first).contains(part))
}

@Test func menusAdsAndRelatedLinksAreNoText() throws {
  let text = string(try #require(read("p.html").articles.first))
  for noise in ["Home", "cookies", "Share", "Advertisement", "Related", "rights reserved"] {
    #expect(!text.contains(noise))
  }
  #expect(text.hasPrefix("Nvidia to invest $100 billion in OpenAI\n\nNvidia said"))
}

@Test(arguments: ["p.html", "gb.html", "edgar.txt"])
func everyByteOfTheTextLeadsToItsPlaceInThePage(name: String) throws {
  let article = try #require(read(name).articles.first)
  let runs = try #require(article.runs)
  #expect(!runs.isEmpty)
  for run in runs where run.count == run.articleCount {
    #expect(
      article.text[run.text..<run.text + run.count].elementsEqual(
        article.article[run.article..<run.article + run.count]))
  }
  for run in runs where run.count != run.articleCount {
    #expect(article.article[run.article] == 0x26)
    #expect(article.article[run.article + run.articleCount - 1] == 0x3B)
  }
  for (run, next) in zip(runs, runs.dropFirst()) {
    #expect(run.text + run.count <= next.text)
    #expect(run.article + run.articleCount <= next.article)
  }
  let covered = runs.reduce(0) { $0 + $1.count }
  #expect(article.text.count { $0 > 0x20 } <= covered)
}

@Test func aReferenceIsWhollyWithinTheRangeThatEndsWithIt() throws {
  let page = Array("<p>Johnson &amp; Johnson pays &quot;Quillon&quot;</p>".utf8)
  let article = HTMLText.article(page, extent: .whole)
  let whole = article.articleRange(of: 0..<article.text.count)
  #expect(
    String(decoding: page[whole], as: UTF8.self)
      == "Johnson &amp; Johnson pays &quot;Quillon&quot;")
}

@Test(
  arguments: [
    ("gb.html", "镕喆€这是"), ("gbnometa.html", "镕喆€这是"), ("big5.html", "輝達宣布"),
    ("sjis.html", "エヌビディア"), ("latin.html", "Société Générale a prêté"),
  ])
func charsetsAreDeclaredOrGuessed(name: String, part: String) throws {
  #expect(string(try #require(read(name).articles.first)).contains(part))
}

@Test func filerOfASubmissionIsKnownAndPicturesAreLeftOut() throws {
  let article = try #require(read("edgar.txt").articles.first)
  #expect(article.filer == "CoreWeave, Inc.")
  #expect(!string(article).contains("begin 644"))
}

@Test func fieldsCanBeNamed() throws {
  #expect(read("a.csv").articles.first?.title == "Head")
  var options = ReadingOptions()
  options.fields = ["text": "Title", "title": "id"]
  let article = try #require(read("a.csv", options).articles.first)
  #expect(string(article) == "1\n\nHead")
}

@Test func brokenLineIsNamedAndTheRestIsRead() {
  let (articles, failures) = read("a.jsonl")
  #expect(articles.count == 2)
  #expect(failures.map(\.path) == [inputPath("a.jsonl") + ":3"])
}

@Test func sameTextInOtherWrappingIsOneArticle() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Data("Nvidia pays\nIntel.".utf8).write(to: folder.appendingPathComponent("b.txt"))
  try Data("Nvidia\npays Intel.\n".utf8).write(to: folder.appendingPathComponent("a.txt"))
  try Data([0x89, 0x50, 0x4E, 0x47, 1]).write(to: folder.appendingPathComponent("c.png"))
  var reader = InputReader([folder.path])
  let first = reader.next()
  #expect(first?.name == folder.path + "/a.txt")
  #expect(reader.next() == nil)
  #expect(reader.duplicates == 1)
}

@Test func pdfIsReadInParagraphsAndAScanSaysSo() throws {
  try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"))
  let text = string(try #require(read("d.pdf").articles.first))
  #expect(text.hasPrefix("Title of it\n\nNvidia said it will invest"))
  #expect(read("scan.pdf").failures.first?.message.hasPrefix("a PDF without text") == true)
}
