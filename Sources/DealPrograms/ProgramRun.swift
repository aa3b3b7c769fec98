/// What became of a run of a program.
package struct ProgramRun: Sendable {
  /// How a run ends.
  package enum Ending: Sendable, Hashable {
    /// By itself, with a code.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
    /// It took longer than it may.
    case exceededTime
    /// It printed more than it may.
    case exceededOutput
  }

  /// How it ended.
  package let ending: Ending
  /// What it printed on standard output.
  package let output: [UInt8]
  /// What it printed on standard error, at most 64 KiB of it.
  package let errors: [UInt8]

  /// The output as text.
  package var outputText: String { String(decoding: output, as: UTF8.self) }

  /// What was said on standard error, in one line.
  package var message: String {
    String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      .joined(separator: "; ")
  }
}
