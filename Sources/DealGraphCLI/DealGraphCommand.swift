import ArgumentParser

@main
struct DealGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dealgraph",
    abstract: "Read who pays whom in articles, and find the money that comes back.",
    discussion: Exit.help,
    version: "0.1.0",
    subcommands: [
      Extract.self, Loops.self, BalanceCommand.self, KeystonesCommand.self, Render.self,
      ReportCommand.self, Export.self, Import.self, Merge.self, Diff.self, Show.self, Explain.self,
      Evaluate.self,
      Doctor.self, Schema.self, TextCommand.self,
    ])

  /// Runs the program. The worker that renders is no subcommand, since finding one takes as long as a
  /// small layout.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == RenderWorker.name {
      RenderWorker.main(Array(arguments.dropFirst()))
    } else {
      main(nil)
    }
  }
}
