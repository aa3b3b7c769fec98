/// Why a table of names could not be read, and where.
public struct NameTableError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What was found, in lower case and without a period.
  public let message: String

  /// The line and what was found there: `3: a row without a name`.
  public var description: String { "\(line): \(message)" }
}
