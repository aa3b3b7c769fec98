/// How inputs are read.
public struct ReadingOptions: Sendable {
  /// The format of the inputs; nil looks at their content and then at their ending.
  public var format: InputFormat?
  /// Which fields of JSON and CSV hold what: `text`, `title`, `date`, `url` → a name or dotted path.
  public var fields: [String: String] = [:]
  /// The largest article, in bytes.
  public var articleLimit = 64 << 20
  /// How long a page may take to come, in seconds.
  public var fetchSeconds = 30
  /// Whether URLs may lead to private addresses.
  public var allowsPrivateAddresses = false

  /// The usual options.
  public init() {}
}
