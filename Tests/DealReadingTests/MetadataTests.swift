import DealModel
import DealReading
import DealText
import Foundation
import Testing

private let prose =
  "Nvidia said on Monday it will invest up to $100 billion in OpenAI, the two said."

private func article(head: String, body: String = "<p>\(prose)</p>", html: String = "")
  -> SourceText
{
  HTMLText.article(Array("<html\(html)><head>\(head)</head><body>\(body)</body></html>".utf8))
}

private func linked(_ json: String) -> String {
  "<script type=\"application/ld+json\">\(json)</script>"
}

@Test(
  arguments: [
    ("", " lang=\"en-GB\"", "en-GB"),
    ("<meta property=\"og:locale\" content=\"zh_CN\">", "", "zh-CN"),
    ("<meta http-equiv=\"Content-Language\" content=\"de, en\">", "", "de"),
    (linked("{\"inLanguage\": \"fr\"}"), "", "fr"),
    (linked("{\"inLanguage\": \"fr\"}"), " lang=\"it\"", "it"),
    ("", " lang=\"<none>\"", nil), ("", "", nil),
  ] as [(String, String, String?)])
func languageComesFromThePage(head: String, html: String, language: String?) {
  #expect(article(head: head, html: html).language == language)
}

@Test(
  arguments: [
    ("<meta property=\"og:site_name\" content=\" The  Ledger \">", "The Ledger"),
    ("<meta name=\"application-name\" content=\"示例财经\">", "示例财经"),
    (
      linked(
        "[{\"@graph\": [{\"publisher\": {\"@type\": \"Organization\", \"name\": \"Ledger\"}}]}]"),
      "Ledger"
    ),
    (linked("{\"publisher\": \"x\", \"author\": {\"name\": \"y\"}}"), nil), ("", nil),
  ] as [(String, String?)])
func siteComesFromThePage(head: String, site: String?) {
  #expect(article(head: head).site == site)
}

@Test func lineBreakInAStringOfJSONIsForgiven() {
  let head = linked(
    "{\"headline\": \"Nvidia\npays OpenAI\", \"datePublished\": \"2025-09-22T08:00\"}")
  #expect(article(head: head).title == "Nvidia pays OpenAI")
  #expect(article(head: head).date == PartialDate(year: 2025, month: 9, day: 22))
}

private let escaped =
  #"Oracle \"leases\" chips &amp; servers.\n\n英伟达向甲骨文供货\u3002 Pays \ud83d\udcb0 again, "#

@Test func textOfJSONStandsInForAStub() throws {
  let body = escaped + String(repeating: "and the contract runs for years ", count: 9) + "on."
  let page =
    "<html><body><h1>A deal</h1>\(linked("{\"@type\": \"NewsArticle\", \"articleBody\": \"\(body)\"}"))"
    + "<p>Subscribe to read this story in full, it is worth it.</p></body></html>"
  let bytes = Array(page.utf8)
  let article = HTMLText.article(bytes)
  let text = String(decoding: article.text, as: UTF8.self)
  #expect(
    text.hasPrefix(
      "A deal\n\nOracle \"leases\" chips & servers.\n\n英伟达向甲骨文供货。 Pays 💰 again, and the contract"))
  #expect(text.hasSuffix("for years on."))
  let sentence = try #require(text.range(of: "\"leases\" chips & servers."))
  let start = text.utf8.distance(from: text.startIndex, to: sentence.lowerBound)
  let range = article.articleRange(of: start..<start + text[sentence].utf8.count)
  #expect(String(decoding: bytes[range], as: UTF8.self) == #"\"leases\" chips &amp; servers."#)
  let last = article.articleRange(of: article.text.count - 3..<article.text.count)
  #expect(String(decoding: bytes[last], as: UTF8.self) == "on.")
}

@Test func textOfJSONIsLeftWhereThePageHasIt() {
  let head = linked("{\"articleBody\": \"\(prose) It is repeated here with a few words more.\"}")
  #expect(String(decoding: article(head: head).text, as: UTF8.self) == prose)
}

@Test func titleAndDateOfAPDFAreRead() throws {
  try #require(FileManager.default.isExecutableFile(atPath: "/usr/bin/pdfinfo"))
  func read(_ title: String, _ line: String) throws -> SourceText {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(smallPDF(pages: [[line]], title: title)).write(to: url)
    guard case .article(let article) = try Input.read(url.path) else { throw POSIXError(.EINVAL) }
    return article
  }
  let article = try read("Nvidia pays OpenAI", "Nvidia pays OpenAI a lot.")
  #expect(article.title == "Nvidia pays OpenAI")
  #expect(article.date == PartialDate(year: 2025, month: 9, day: 22))
  #expect(try read("Microsoft Word - draft.docx", "x").title == nil)
  #expect(try read("A title", "Monday, 3 March 2024").date == nil)
}
