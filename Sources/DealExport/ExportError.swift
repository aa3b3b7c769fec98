/// Why a graph could not be exported.
public struct ExportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// The graph holds what the format cannot, such as a key that stands twice.
    case badData
    /// A program that the format needs is not installed.
    case unavailable
    /// The library or program that writes the format failed.
    case failed
  }

  /// What is wrong.
  public let code: Code
  /// What was found, in lower case and without a period.
  public let message: String

  /// What was found.
  public var description: String { message }

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
