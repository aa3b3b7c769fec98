import ArgumentParser
import DealRendering

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what is installed, what is missing, and how to mend it.")

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
    if !isWell || !status.drawsChinese { throw Exit.unavailable }
  }
}
