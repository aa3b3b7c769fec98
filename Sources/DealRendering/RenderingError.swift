/// Why a picture could not be made.
public struct RenderingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// Graphviz has no such layout or format: a plugin is missing or not registered.
    case pluginMissing
    /// Graphviz did not take the graph.
    case refused
    /// The layout took longer than allowed.
    case timedOut
    /// The worker ended without a picture.
    case workerDied
  }

  /// What is wrong.
  public let code: Code
  /// What Graphviz said, or what to do.
  public let message: String

  /// What is wrong, in words.
  public var description: String { message }
}
