import ArgumentParser
import DealReading

/// When output is coloured.
enum ColorMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// How much the program says, and in which colours.
struct MessageOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what is being done.")
  var verbose = false

  @Option(help: "Colours: auto, always or never; NO_COLOR is honoured.")
  var color: ColorMode = .auto

  /// Says a line on standard error unless the program is to be quiet.
  func say(_ line: @autoclosure () -> String) {
    if !quiet { FileOutput.message("dealgraph: \(line())") }
  }

  /// Says a line on standard error when the program is to say what it does.
  func detail(_ line: @autoclosure () -> String) {
    if verbose, !quiet { FileOutput.message("dealgraph: \(line())") }
  }

  /// Whether standard output is coloured.
  var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: FileBytes.outputIsTerminal && !Environment.has("NO_COLOR")
    }
  }

  /// A text in bold when standard output is coloured.
  func bold(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// A text in grey when standard output is coloured.
  func dim(_ text: String) -> String { usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
