import ArgumentParser
import DealReading

/// The exit codes of the program, documented in its help.
enum Exit {
  static let someInputsFailed = ExitCode(1)
  static let gate = ExitCode(3)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let unavailable = ExitCode(69)
  static let internalError = ExitCode(70)
  static let cannotWrite = ExitCode(73)
  static let timedOut = ExitCode(75)

  static let help = """
    EXIT CODES:
      0   done, also when no deal or no loop was found
      1   some inputs failed and the rest is done
      3   the gate of --fail-if-any closed
      64  wrong usage
      65  bad data: no text, no graph, an empty file, more than a limit allows
      66  no such input
      69  Graphviz, a plugin, a font, pdftotext, curl or duckdb is missing
      70  internal error
      73  the output cannot be written
      75  the layout timed out
    """
}

/// Says what went wrong on standard error and ends with a code.
func fail(_ code: ExitCode, _ message: String) -> ExitCode {
  FileOutput.message("dealgraph: \(message)")
  return code
}

/// The exit code of a reading error.
func code(of error: ReadingError) -> ExitCode {
  switch error.code {
  case .missing: Exit.noInput
  case .badData, .notText, .tooLarge: Exit.badData
  case .unavailable: Exit.unavailable
  }
}
