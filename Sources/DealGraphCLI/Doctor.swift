import ArgumentParser
import DealModel
import DealPrograms
import DealRendering

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell what is installed, what is missing, and how to mend it.",
    discussion: "With articles or graphs: which characters of their parties have no font.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let status = GraphvizStatus()
    var text = "dealgraph \(DealGraphCommand.configuration.version)\n"
    text += "Graphviz \(Graphviz.version)\n"
    for (title, items) in [("layouts", status.layouts), ("formats", status.formats)] {
      let good = items.filter { $0.fault == nil }.map(\.name)
      text += "\(title): \(good.isEmpty ? "none" : good.joined(separator: " "))\n"
      for item in items {
        if let fault = item.fault { text += "  \(item.name) is missing: \(fault)\n" }
      }
    }
    text += "Chinese: \(status.drawsChinese ? "a font is there" : "no font is there")\n"
    text += Self.programs()
    let (fonts, hasFonts) = try characters()
    text += fonts
    let isWell = (status.layouts + status.formats).allSatisfy { $0.fault == nil }
    if !isWell {
      text += "to mend it: apt-get install libgraphviz-dev && libgvc6-config-update -c\n"
      text += "            (macOS: brew install graphviz)\n"
    }
    if !status.drawsChinese {
      text +=
        "to mend it: apt-get install fonts-noto-cjk (macOS: brew install font-noto-sans-cjk)\n"
    }
    try output.write(text)
    if !isWell || !status.drawsChinese || !hasFonts { throw Exit.unavailable }
  }

  /// The programs that some formats need: their place, or how to get them.
  private static func programs() -> String {
    let duckdb = OptionalPrograms.duckdb()
    let found: [(name: String, path: String?, use: String, remedy: String)] = [
      (
        "pdftotext", OptionalPrograms.pdftotext?.path, "PDFs are not read",
        "apt-get install poppler-utils"
      ),
      ("curl", OptionalPrograms.curl?.path, "addresses are not fetched", "apt-get install curl"),
      (
        "duckdb", duckdb.map { "\($0.program.path) \($0.version)" }, "Parquet is not written",
        "pip install duckdb-cli"
      ),
    ]
    return found.map { item in
      "\(item.name): " + (item.path ?? "missing, so \(item.use); \(item.remedy)") + "\n"
    }.joined()
  }

  /// What the fonts can draw of the names of the inputs.
  private func characters() throws -> (text: String, isWell: Bool) {
    guard !input.inputs.isEmpty else { return ("", true) }
    let (graph, _) = try input.load()
    guard let coverage = FontCoverage() else {
      return ("characters: fc-list is missing; apt-get install fontconfig\n", true)
    }
    let missing = coverage.missing(in: graph.parties.flatMap { [$0.name] + $0.aliases })
    guard !missing.isEmpty else { return ("characters: all have a font\n", true) }
    let list = missing.prefix(40).map { scalar in
      "\(scalar) U+\(String(scalar.value, radix: 16, uppercase: true))"
    }
    return (
      "characters without a font (\(missing.count)): \(list.joined(separator: ", "))\n"
        + "to mend it: apt-get install fonts-noto fonts-noto-cjk fonts-noto-color-emoji\n", false
    )
  }
}
