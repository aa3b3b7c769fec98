import ArgumentParser
import DealExtraction
import DealReading

/// How articles are read into deals.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Know the parties of this file too: tab-separated with a column 'name' and any of id, simplified, \
      traditional, aliases (a|b), ticker, kind, sector, country; or the SEC's company_tickers.json.
      """, valueName: "file"), completion: .file())
  var names: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read articles on this many threads; as many as there are cores.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is 1 to 1024")
    }
  }

  /// How many threads read articles.
  var threadCount: Int { threads ?? Environment.coreCount }

  /// The tables of `--names`.
  ///
  /// - Throws: The exit code when one cannot be read.
  func nameTables() throws -> [NameTable] {
    try names.map { path in
      do {
        return try NameTable(TextDecoder.utf8(FileBytes.read(path), path: path))
      } catch let error as ReadingError {
        throw fail(code(of: error), error.description)
      } catch let error as NameTableError {
        throw fail(Exit.badData, "\(path):\(error)")
      }
    }
  }

  /// The extractor that knows the parties of `tables`.
  static func extractor(_ tables: [NameTable]) -> Extractor {
    tables.isEmpty ? Extractor() : Extractor(names: tables)
  }
}
