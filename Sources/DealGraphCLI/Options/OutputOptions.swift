import ArgumentParser
import DealReading

/// Where the output goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  /// Writes text or data; binary data is not written to a terminal.
  func write(_ bytes: [UInt8], isBinary: Bool = false) throws {
    try write(isBinary: isBinary) { sink in try sink(bytes) }
  }

  /// Writes the pieces that `fill` hands over; binary data is not written to a terminal.
  func write(
    isBinary: Bool, _ fill: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    if isBinary, output == "-", FileBytes.outputIsTerminal {
      throw ValidationError("binary output is not written to a terminal; use -o FILE")
    }
    do {
      try FileOutput.write(to: output, fill)
    } catch let error as ReadingError {
      throw fail(Exit.cannotWrite, error.description)
    }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }
}
