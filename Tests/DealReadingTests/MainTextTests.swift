import DealReading
import DealText
import Testing

private let story = [
  "Nvidia said on Monday that it will invest up to $100 billion in OpenAI over several years.",
  "Why now?",
  "“We buy what we need,” said a member of the board, who asked for his name to be left out.",
  "The two companies signed a letter of intent last week, people close to the talks said.",
]

private func text(_ body: String) -> String {
  let page = "<html><head><title>t</title></head><body>\(body)</body></html>"
  return String(decoding: HTMLText.article(Array(page.utf8)).text, as: UTF8.self)
}

private func paragraphs(_ tag: String = "p", with box: String = "") -> String {
  var parts = story.map { "<\(tag)>\($0)</\(tag)>" }
  parts.insert(box, at: 2)
  return parts.joined()
}

private func card(_ title: String) -> String {
  "<div class=\"x\"><a href=\"/1\"><h3>\(title)</h3></a><p>A small town waits for the data centre"
    + " that was promised to it three summers ago.</p></div>"
}

@Test(
  arguments: [
    "<div class=\"q1\"><p>Get the stories that move markets, every morning and free of charge.</p>"
      + "<form><input type=\"email\"></form></div>",
    "<div class=\"q2\"><h2>Keep reading</h2><p>Unlimited access for four weeks, cancel at any time"
      + " you like.</p><a href=\"/l\">Already a subscriber? Log in</a></div>",
    "<div class=\"q3\"><strong>Related:</strong> <a href=\"/r\">Oracle signs a lease with a bank that"
      + " it owns a part of, filings say</a></div>",
    "<div>\(card("Rail workers walk out for a second week"))\(card("A town waits"))</div>",
    "<div class=\"q4\"><a href=\"/u\">reader7</a><p>I have never seen a bill like this one, and I have"
      + " seen many of them.</p><a href=\"#\">Reply</a></div>",
    "<blockquote class=\"pullquote\"><p>We buy what we need</p></blockquote>",
    "<figure><img src=\"a\"><figcaption>The head office in a picture taken in spring.</figcaption></figure>",
    "<p>（责任编辑：某某 HN123）</p>", "<p>【免责声明】本文仅代表作者本人观点，与本网站无关，请读者仅作参考。</p>",
  ])
func whatStandsInTheMiddleOfAStoryIsLeftOut(box: String) {
  let page = "<div><h1>A deal of two giants</h1>\(paragraphs(with: box))</div>"
  #expect(text(page) == (["A deal of two giants"] + story).joined(separator: "\n\n"))
}

@Test(arguments: ["p", "div", "section"])
func shortSentencesOfAStoryStay(tag: String) {
  #expect(text("<div><h1>A deal</h1>\(paragraphs(tag))</div>").contains("\n\nWhy now?\n\n"))
}

@Test func cardsUnderAStoryDoNotWidenIt() {
  let cards = (1...8).map { card("Story number \($0) of the day") }.joined()
  let about =
    "<div><p>A reporter who covers chips for us.</p></div>"
  let page = "<div><div>\(paragraphs())</div>\(about)</div><div>\(cards)</div>"
  #expect(text(page) == story.joined(separator: "\n\n"))
}

@Test func headlineOfAnyLengthStaysInItsPlace() {
  let headline =
    "Nvidia to invest as much as a hundred billion dollars in OpenAI, in steps and for chips"
  #expect(
    text("<div><h1>\(headline)</h1>\(paragraphs())</div>").hasPrefix(headline + "\n\nNvidia said"))
}

@Test func linkedHeadingsOfLongUpdatesStay() {
  let update =
    "<div><h3><a href=\"#1\">An update</a></h3>"
    + story.map { "<p>\($0) It was said at length and more than once by all.</p>" }.joined()
    + "</div>"
  #expect(text("<main>\(update)\(update)\(update)</main>").components("Why now?") == 3)
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
