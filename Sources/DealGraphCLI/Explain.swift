import ArgumentParser
import DealExtraction
import DealReading
import DealText

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell, sentence by sentence, why a deal was read or refused.",
    discussion: """
      For each sentence: the parties that are named or stood for, the words that speak of deals with
      their frame, the quantities, and the readings that were weighed. Relations are written as the
      side (b before, a after the word), the preposition, and how much stands between.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Only sentences with something to weigh.")
  var brief = false

  func run() throws {
    let extractor = EngineOptions.extractor(try engine.nameTables())
    var text = ""
    var lastGraph: ExitCode?
    let hasFailures = try source.read { reading, input in
      guard case .article(let article) = input else {
        lastGraph = fail(Exit.badData, "\(reading.name): a graph has no sentences to explain")
        return
      }
      if source.inputs != [reading.name] { text += "# \(article.source ?? reading.name)\n\n" }
      text += words(on: extractor.explanation(of: article))
    }
    if let lastGraph, text.isEmpty { throw lastGraph }
    try output.write(text)
    if hasFailures || lastGraph != nil { throw Exit.someInputsFailed }
  }

  private func words(on explanation: Explanation) -> String {
    var text = ""
    for sentence in explanation.sentences where !(brief && sentence.readings.isEmpty) {
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
    return text
  }
}
