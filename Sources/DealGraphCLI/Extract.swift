import ArgumentParser
import DealGraph

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Articles to a graph of deals.")

  func run() throws { print(String(decoding: DealGraph().json(), as: UTF8.self)) }
}
