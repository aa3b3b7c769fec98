/// Why a table of deals could not be read, and where.
public struct ImportError: Error, Sendable, Hashable {
  /// The line, from 1; nil where the format is not one of lines.
  public let line: Int?
  /// What was found, in lower case and without a period.
  public let message: String
}
