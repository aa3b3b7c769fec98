import ArgumentParser
import DealModel
import DealReading
import DealText

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Show the text of articles as it is read.",
    discussion: """
      Shows what is left of a page, a PDF or a dump when menus and other noise are gone. With --json \
      each article is a line with its source, title, date, language, site and text.
      """)

  @OptionGroup var source: SourceOptions

  @Flag(help: "Write JSON Lines.")
  var json = false

  func run() throws {
    var number = 0
    let hasFailures = try source.read { _, found in
      guard case .article(let article) = found else { return }
      number += 1
      let bytes = json ? Self.line(article) : Self.text(article, number)
      do throws(ReadingError) {
        try FileOutput.write(bytes, to: "-")
      } catch {
        throw fail(Exit.cannotWrite, error.description)
      }
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  private static func text(_ article: SourceText, _ number: Int) -> [UInt8] {
    (number > 1 ? [0x0A, 0x0A] : []) + article.text + (article.text.last == 0x0A ? [] : [0x0A])
  }

  private static func line(_ article: SourceText) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("source")
    writer.string(article.source)
    writer.name("title")
    writer.string(article.title)
    writer.name("date")
    writer.date(article.date)
    writer.name("language")
    writer.string(article.language)
    writer.name("site")
    writer.string(article.site)
    writer.name("filer")
    writer.string(article.filer)
    writer.name("text")
    writer.string(String(decoding: article.text, as: UTF8.self))
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}
