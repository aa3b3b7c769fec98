/// What a graph tells of an article it was read from; the text itself stays outside.
public struct Article: Hashable, Sendable {
  /// A name that follows from the article's bytes.
  public var id: String
  /// The headline.
  public var title: String?
  /// The path or URL as the user gave it.
  public var source: String?
  /// The date the article gives of itself.
  public var date: PartialDate?
  /// The BCP 47 tag: `en`, `zh-Hans`, `zh-Hant`.
  public var language: String?
  /// The length in bytes.
  public var bytes: Int?
  /// Fields of a file that this version does not know.
  public var unknown: [JSONField]

  /// Makes an article's description.
  public init(
    id: String, title: String? = nil, source: String? = nil, date: PartialDate? = nil,
    language: String? = nil, bytes: Int? = nil, unknown: [JSONField] = []
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.date = date
    self.language = language
    self.bytes = bytes
    self.unknown = unknown
  }
}
