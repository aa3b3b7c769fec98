import ArgumentParser
import DealEvaluation
import DealExtraction
import DealReading
import DealText

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare what is read with what people annotated: precision, recall, F1.",
    discussion: """
      A folder holds NAME.txt and NAME.json with language, parties (name: forms) and deals (payer, \
      payee, kind, also, amount, capacity, stake, years, status, evidence). A deal is right when payer, \
      payee and kind agree; numbers agree within 1 %.
      """)

  @Argument(help: ArgumentHelp("Folders of annotated articles.", valueName: "folder"))
  var folders: [String]

  @OptionGroup var engine: EngineOptions
  @OptionGroup var messages: MessageOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "List the deals that were missed and those that are too many.")
  var show = false

  func run() throws {
    let names = try engine.nameTables()
    var evaluation = Evaluation()
    var hasFailures = false
    let extractor = EngineOptions.extractor(names)
    for path in folders {
      if try !add(path, to: &evaluation, extractor) { hasFailures = true }
    }
    if json {
      try output.write(evaluation.json())
    } else {
      try output.write(
        EvaluationText(evaluation: evaluation, messages: messages).text(listing: show))
    }
    if hasFailures { throw Exit.someInputsFailed }
  }

  /// Adds the articles of a folder; tells whether all of them could be read.
  private func add(
    _ path: String, to evaluation: inout Evaluation, _ extractor: Extractor
  ) throws -> Bool {
    var isWhole = true
    var progress = Progress(isShown: !messages.quiet)
    let folder: AnnotatedFolder
    do throws(ReadingError) {
      folder = try AnnotatedFolder(path)
    } catch {
      throw fail(code(of: error), error.description)
    }
    let size = 32 * engine.threadCount
    for start in stride(from: 0, to: folder.texts.count, by: size) {
      var items: [AnnotatedFolder.Item] = []
      for text in folder.texts[start..<min(start + size, folder.texts.count)] {
        do throws(ReadingError) {
          let item = try folder.item(text)
          items.append(item)
          if case .failure(let error) = item.article { throw error }
        } catch {
          progress.clear()
          _ = fail(code(of: error), error.description)
          isWhole = false
        }
        progress.step()
      }
      judge(items, &evaluation, extractor)
    }
    progress.clear()
    return isWhole
  }

  private func judge(
    _ items: [AnnotatedFolder.Item], _ evaluation: inout Evaluation, _ extractor: Extractor
  ) {
    let articles = items.compactMap { try? $0.article.get() }
    var graphs = extractor.graphs(ofEach: articles, threads: engine.threadCount)[...]
    for item in items {
      let article = try? item.article.get()
      evaluation.add(
        item.annotation, article == nil ? nil : graphs.popFirst(), name: item.name,
        text: article?.article ?? [])
    }
  }
}
