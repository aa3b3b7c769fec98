import ArgumentParser
import DealExtraction
import DealReading

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell, sentence by sentence, why a deal was read or refused.",
    discussion: """
      For each sentence: the parties that are named or stood for, the words that speak of deals with
      their frame, the quantities, and the readings that were weighed. Relations are written as the
      side (b before, a after the word), the preposition, and how much stands between.
      """)

  @Argument(help: "An article; '-' is standard input.", completion: .file())
  var article: String

  @OptionGroup var output: OutputOptions

  @Flag(help: "Only sentences with something to weigh.")
  var brief = false

  func run() throws {
    let input: Input
    do throws(ReadingError) {
      input = try Input.read(article)
    } catch {
      throw fail(code(of: error), error.description)
    }
    guard case .article(let source) = input else {
      throw fail(Exit.badData, "\(article): a graph has no sentences to explain")
    }
    var text = ""
    for sentence in Extractor().explanation(of: source).sentences
    where !(brief && sentence.readings.isEmpty) {
      text += "\(DealWords.oneLine(sentence.text))\n"
      for (title, items) in [
        ("parties", sentence.mentions), ("words", sentence.triggers),
        ("quantities", sentence.quantities),
      ] where !items.isEmpty {
        text += "  \(title): \(items.joined(separator: "; "))\n"
      }
      for reading in sentence.readings { text += "  \(reading)\n" }
      text += "\n"
    }
    try output.write(text)
  }
}
