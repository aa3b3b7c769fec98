/// Why an input could not be read, and where.
public struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// There is no such file, or it may not be read.
    case missing
    /// The bytes are no article and no graph.
    case badData
    /// The bytes are no text: a picture, a program.
    case notText
    /// A program that reads it is not installed.
    case unavailable
    /// The input is larger than the limit.
    case tooLarge
  }

  /// What is wrong.
  public let code: Code
  /// The path as the user gave it; `-` is standard input.
  public let path: String
  /// What was found, in lower case and without a period.
  public let message: String

  /// Makes an error.
  public init(_ code: Code, path: String, _ message: String) {
    self.code = code
    self.path = path
    self.message = message
  }

  /// The path and what was found there.
  public var description: String { "\(path): \(message)" }
}
