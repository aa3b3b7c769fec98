public import DealTables
public import DealText

/// Words that speak of deals: verbs and nouns with the frame they evoke, and cues of kind and status.
public final class Triggers: Sendable {
  /// What a word says of a deal; a word can do several of these.
  public struct Sense: Sendable, Hashable {
    /// The role of the word.
    public enum Role: UInt8, Sendable {
      /// A verb that evokes a frame.
      case verb
      /// A noun that evokes a frame.
      case noun
      /// A sign of kind or status.
      case cue
    }
    /// The role of the word.
    public let role: Role
    /// The index of the frame or cue in `frames`.
    public let frame: UInt8
    /// Whether the form can be a past participle.
    public let isParticiple: Bool
    /// Whether the form is an -ing form.
    public let isGerund: Bool
  }

  /// The names of frames and cues.
  public let frames: [String]
  /// The atoms of `frames`.
  public let atoms: [UInt64]
  @usableFromInline let senses: [[Sense]]
  @usableFromInline let matcher: PhraseMatcher<Int>
  @usableFromInline let cueMatcher: PhraseMatcher<Int>

  /// Reads the rows of a table that are of a language (`en` or `zh`).
  ///
  /// Columns: language, role, frame, word, form.
  public init(_ table: Table, language: String) {
    var frames: [String] = []
    var senses: [[Sense]] = []
    var matcher = PhraseMatcher<Int>()
    var cueMatcher = PhraseMatcher<Int>()
    var groups = WordTable<Int>()
    var order: [(word: ArraySlice<UInt8>, isCue: Bool)] = []
    var numbers = WordTable<UInt8>()
    table.forEachRow { _, cells in
      guard cells.count == 5, cells[0].elementsEqual(language.utf8) else { return }
      let isCue = cells[1].elementsEqual("cue".utf8)
      let key = Self.key(cells[3], isCue)
      let group = groups[key, default: senses.count]
      if group == senses.count {
        groups[key] = group
        senses.append([])
        order.append((cells[3], isCue))
      }
      senses[group].append(Self.sense(cells, isCue, &frames, &numbers))
    }
    for (group, entry) in order.enumerated() {
      let phrase = phraseTokens(Array(entry.word))
      if entry.isCue { cueMatcher.insert(phrase, group) } else { matcher.insert(phrase, group) }
    }
    atoms = frames.map { foldedHash($0.utf8) }
    self.frames = frames
    self.senses = senses
    self.matcher = matcher
    self.cueMatcher = cueMatcher
  }

  /// The longest verb or noun that starts at a token.
  @inlinable
  public func trigger(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, senses: [Sense])?
  {
    matcher.match(tokens, at: start, limit: limit).map { ($0.end, senses[$0.value]) }
  }

  /// The longest cue that starts at a token.
  @inlinable
  public func cue(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, senses: [Sense])? {
    cueMatcher.match(tokens, at: start, limit: limit).map { ($0.end, senses[$0.value]) }
  }

  /// A hash of a word as it is written, and of whether it is a cue.
  private static func key(_ word: ArraySlice<UInt8>, _ isCue: Bool) -> UInt64 {
    word.reduce(isCue ? 2 : 1) { mixed($0, UInt64($1)) }
  }

  private static func sense(
    _ cells: [ArraySlice<UInt8>], _ isCue: Bool, _ frames: inout [String],
    _ numbers: inout WordTable<UInt8>
  ) -> Sense {
    let key = key(cells[2], isCue)
    let frame = numbers[key, default: UInt8(frames.count)]
    if frame == frames.count {
      numbers[key] = frame
      frames.append(String(decoding: cells[2], as: UTF8.self) + (isCue ? "?" : ""))
    }
    let forms = cells[4].split(separator: 0x2B)
    return Sense(
      role: isCue ? .cue : cells[1].elementsEqual("verb".utf8) ? .verb : .noun, frame: frame,
      isParticiple: forms.contains { $0.elementsEqual("part".utf8) },
      isGerund: forms.contains { $0.elementsEqual("ing".utf8) })
  }
}
