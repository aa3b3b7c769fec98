import ArgumentParser

@main
struct DealGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dealgraph",
    abstract: "Reads who pays whom in articles, and finds the money that comes back.",
    version: "0.1.0",
    subcommands: [Extract.self])
}
