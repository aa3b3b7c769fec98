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
      Doctor.self, Schema.self, RenderWorker.self, TextCommand.self,
    ])
}
