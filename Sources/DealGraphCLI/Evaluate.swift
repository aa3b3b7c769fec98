import ArgumentParser
import DealEvaluation
import DealExtraction
import DealModel
import DealReading
import DealText

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
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

  @Option(
    help: ArgumentHelp(
      "Judge the graphs NAME.json of this folder instead of reading the articles.",
      valueName: "folder"), completion: .directory)
  var graphs: String?

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "List the deals that were missed and those that are too many.")
  var show = false

  func run() throws {
    let names = try engine.nameTables()
    var evaluation = Evaluation()
    var hasFailures = false
    let extractor = graphs == nil ? EngineOptions.extractor(names) : nil
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
    _ path: String, to evaluation: inout Evaluation, _ extractor: Extractor?
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
      let paths = folder.texts[start..<min(start + size, folder.texts.count)]
      let items = paths.compactMap { item($0, in: folder, &progress) }
      isWhole = isWhole && items.count { (try? $0.article.get()) != nil } == paths.count
      if let extractor {
        judge(items, &evaluation, extractor)
      } else if let graphs {
        isWhole = compare(items, graphs, &evaluation) && isWhole
      }
    }
    progress.clear()
    return isWhole
  }

  /// An annotated article; what cannot be read of it is named.
  private func item(
    _ path: String, in folder: AnnotatedFolder, _ progress: inout Progress
  ) -> AnnotatedFolder.Item? {
    progress.step()
    do throws(ReadingError) {
      let item = try folder.item(path)
      if case .failure(let error) = item.article {
        progress.clear()
        _ = fail(code(of: error), error.description)
      }
      return item
    } catch {
      progress.clear()
      _ = fail(code(of: error), error.description)
      return nil
    }
  }

  private func judge(
    _ items: [AnnotatedFolder.Item], _ evaluation: inout Evaluation, _ extractor: Extractor
  ) {
    let articles = items.compactMap { try? $0.article.get() }
    var found = extractor.graphs(ofEach: articles, threads: engine.threadCount)[...]
    for item in items {
      let article = try? item.article.get()
      evaluation.add(
        item.annotation, article == nil ? nil : found.popFirst(), name: item.name,
        text: article?.article ?? [])
    }
  }

  /// Adds graphs that lie beside the articles of a folder.
  private func compare(
    _ items: [AnnotatedFolder.Item], _ graphs: String, _ evaluation: inout Evaluation
  ) -> Bool {
    var isWhole = true
    for item in items {
      let path = "\(graphs)/\(item.name).json"
      var graph: DealGraph?
      do throws(ReadingError) {
        guard case .graph(let found) = try Input.read(path) else {
          throw ReadingError(.badData, path: path, "no graph")
        }
        graph = found
      } catch {
        _ = fail(code(of: error), error.description)
        isWhole = false
      }
      evaluation.add(
        item.annotation, graph, name: item.name, text: (try? item.article.get())?.article ?? [])
    }
    return isWhole
  }
}
