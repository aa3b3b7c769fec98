import ArgumentParser
import DealImport
import DealMentions
import DealModel
import DealReading

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read deals that were written by hand or by another tool, and write the graph.",
    discussion: """
      Reads the native JSON, JSON Lines as export writes them, directed GraphML, and edge lists as \
      CSV or TSV with the columns source and target and any of key, kind, amount, currency, date, \
      status, url, returns, stake, years, confidence, evidence. A sum without a currency is in US \
      dollars. A table with the columns id and label (and kind, ticker, aliases with | between) names \
      the parties of the edge lists beside it.
      """)

  @Argument(
    help: ArgumentHelp("Files; '-' is standard input.", valueName: "input"), completion: .file())
  var inputs: [String]

  @OptionGroup var filters: FilterOptions
  @OptionGroup var messages: MessageOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var graph = DealGraph()
    // Parties that are named come before the ends of deals, which are named by their ids.
    let graphs = try inputs.map(read)
    for other in graphs where other.deals.isEmpty { graph.merge(other) }
    for other in graphs where !other.deals.isEmpty { graph.merge(other) }
    let rates = ExchangeRates()
    graph.deals = graph.deals.map { deal in
      var deal = deal
      guard let amount = deal.amount, amount.usd == nil else { return deal }
      deal.amount?.usd = rates.usd(
        amount.value, currency: amount.currency.rawValue, year: deal.date?.year)
      return deal
    }
    messages.detail("\(graph.parties.count) parties, \(graph.deals.count) deals")
    try output.write(filters.applied(to: graph).json())
  }

  private func read(_ path: String) throws -> DealGraph {
    do {
      let bytes = try TextDecoder.utf8(FileBytes.read(path), path: path)
      return try ImportedGraph.read(bytes)
    } catch let error as ReadingError {
      throw fail(code(of: error), error.description)
    } catch let error as ModelError {
      throw fail(Exit.badData, "\(path): \(error)")
    } catch let error as ImportError {
      throw fail(
        Exit.badData, path + (error.line.map { ":\($0)" } ?? "") + ": \(error.message)")
    }
  }
}
