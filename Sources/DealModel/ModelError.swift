/// Why a graph's JSON could not be read, and where.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// The text is no JSON (RFC 8259).
    case malformed
    /// The text ends before the JSON does.
    case truncated
    /// The JSON is no graph of the data contract.
    case contract
  }

  /// What is wrong.
  public let code: Code
  /// What was found, in lower case and without a period.
  public let message: String
  /// The byte offset.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The column in bytes, from 1.
  public let column: Int

  /// The place and what was found there: `3:17: expected a string`.
  public var description: String { "\(line):\(column): \(message)" }
}
