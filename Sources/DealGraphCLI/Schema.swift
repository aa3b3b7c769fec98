import ArgumentParser
import DealTables

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the native graph.")

  @OptionGroup var output: OutputOptions

  func run() throws { try output.write(GraphSchema.json) }
}
