import DealModel
import DealRendering
import Testing

@testable import DealReport

private let hostile =
  "</script><img src=x onerror=alert(1)> {{script}} \u{202E}turned\u{202C} \u{0}\u{7}"

private func graph(_ name: String) -> DealGraph {
  DealGraph(
    articles: [Article(id: "x", title: name, source: "javascript:alert(1)")],
    parties: [Party(id: "a", name: name), Party(id: "b", name: "輝達")],
    deals: [
      Deal(
        key: "a>b:loan:1", payer: "a", payee: "b", kind: .loan,
        amount: Amount(value: 3e9, currency: .usd, bound: .upTo, usd: 3e9),
        date: PartialDate(year: 2025, month: 9, day: 22), status: .planned,
        evidence: [
          Evidence(
            article: "x", range: 10..<40, text: "輝達 lends <3 billion dollars.", payer: 10..<16,
            payee: 11..<14, amount: 23..<25)
        ]),
      Deal(key: "b>a:purchase:1", payer: "b", payee: "a", kind: .purchase, status: .talks),
    ])
}

private func page(_ graph: DealGraph) throws -> String {
  String(decoding: try Report(graph).html(), as: UTF8.self)
}

@Test func thePageOwnPartsStayUnderSixtyKilobytes() {
  let parts = [PageAssets.template, PageAssets.style, PageAssets.script]
  #expect(parts.map(\.utf8.count).reduce(0, +) < 60_000)
  #expect(parts.allSatisfy { !$0.isEmpty })
}

@Test func thePolicyNamesTheVeryScriptAndStyle() throws {
  let html = try page(graph("Acme"))
  func inner(_ open: String, _ close: String) throws -> String {
    let start = try #require(html.firstRange(of: open)).upperBound
    let end = try #require(html[start...].firstRange(of: close)).lowerBound
    return String(html[start..<end])
  }
  let script = try inner("<script>", "</script>")
  let style = try inner("<style>", "</style>")
  #expect(html.contains("script-src 'sha256-\(SHA256.base64(Array(script.utf8)))'"))
  #expect(html.contains("style-src 'sha256-\(SHA256.base64(Array(style.utf8)))'"))
  #expect(html.contains("default-src 'none'"))
  #expect(!html.contains(" style=\""))
}

@Test func hostileTextsStayText() throws {
  let html = try page(graph(hostile))
  #expect(!html.contains("<img"))
  #expect(html.split(separator: "</script>", omittingEmptySubsequences: false).count == 5)
  #expect(!html.contains("href=\"javascript"))
  #expect(html.contains("{{script}}"))
  let body = html[try #require(html.firstRange(of: "<body>")).upperBound...]
  let data = try #require(body.firstRange(of: "<script type=\"application/json\"")).lowerBound
  #expect(!body[..<data].unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
}

@Test func thePageHasTheSameBytesEachTime() throws {
  #expect(try page(graph("Acme")) == page(graph("Acme")))
}

@Test func marksFollowByteRangesAndRefuseCutCharacters() {
  let marked = EvidenceMarkup.marked(graph("Acme").deals[0].evidence[0])
  #expect(
    marked == "<mark class=\"payer\">輝達</mark> lends <mark class=\"sum\">&lt;3</mark>"
      + " billion dollars.")
}

@Test(
  arguments: [
    ("https://example.org/a?b=1", true), ("HTTP://example.org", true),
    ("javascript:alert(1)", false),
    ("data:text/html,x", false), ("file:///x", false), ("https://a b", false), ("", false),
    (" https://example.org", false),
  ])
func onlyAddressesOfTheWebBecomeLinks(address: String, isLink: Bool) {
  #expect(HTMLText.link("x", to: address).hasPrefix("<a ") == isLink)
}

@Test(
  arguments: [
    (DealKind.investment, DealStatus.agreed, "A invests up to $3 billion in B"),
    (.loan, .planned, "A plans to lend up to $3 billion to B"),
    (.acquisition, .talks, "A is in talks to buy B for up to $3 billion"),
    (.compute, .ended, "A no longer buys computing capacity from B for up to $3 billion"),
  ])
func dealsAreToldInWords(kind: DealKind, status: DealStatus, sentence: String) {
  let deal = Deal(
    key: "k", payer: "a", payee: "b", kind: kind,
    amount: Amount(value: 3e9, currency: .usd, bound: .upTo, usd: 3e9), status: status)
  #expect(DealTelling(deal, payer: "A", payee: "B").sentence == sentence)
}

@Test func aGraphWithoutDealsIsAPageToo() throws {
  #expect(try page(DealGraph()).contains("No deals to draw."))
}
