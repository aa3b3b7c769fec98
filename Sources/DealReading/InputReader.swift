import DealText

/// A thing that was read, or why it was not.
public struct Reading: Sendable {
  /// The name of the file, entry or record.
  public let name: String
  /// The article or graph.
  public let result: Result<Input, ReadingError>
}

/// Reads files, folders, archives, dumps and URLs, one article after the other.
///
///     for reading in InputReader(["news.warc.gz", "pages/"]) {
///       if case .success(.article(let article)) = reading.result { … }
///     }
///
/// Folders are read in the order of their names' bytes, hidden files left out. Memory holds one
/// article at a time. A text that was read before, whatever its line breaks, is left out.
public struct InputReader: Sequence, IteratorProtocol {
  private var paths: [String]
  private var stack: [any ItemReader] = []
  private var names: [String] = []
  private var seen: Set<UInt64> = []
  private let opener: Opener
  /// How many articles were left out because their text had been read before.
  public private(set) var duplicates = 0

  /// Makes a reader of `paths`: files, folders, `http` and `https` URLs, `-` for standard input.
  public init(_ paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.paths = paths.reversed()
    opener = Opener(options: options)
  }

  /// Makes a reader of bytes at hand, of whatever format; `name` is what errors and sources say.
  public init(_ bytes: [UInt8], named name: String, options: ReadingOptions = ReadingOptions()) {
    paths = []
    opener = Opener(options: options)
    let hints = Hints(name: name, format: options.format)
    stack = [OneItem(.stream(ByteStream(name: name, bytes: bytes), hints))]
    names = [name]
  }

  /// The next article, graph or failure; nil at the end.
  public mutating func next() -> Reading? {
    while true {
      if let reader = stack.last {
        let name = names.last ?? ""
        do throws(ReadingError) {
          guard let found = try reader.next() else {
            pop()
            continue
          }
          if let reading = take(found, in: name) { return reading }
        } catch {
          pop()
          return Reading(name: error.path, result: .failure(error))
        }
      } else {
        guard let path = paths.popLast() else { return nil }
        if let reading = take(.path(path), in: path) { return reading }
      }
    }
  }

  private mutating func pop() {
    stack.removeLast()
    names.removeLast()
  }

  private mutating func take(_ found: Found, in name: String) -> Reading? {
    do throws(ReadingError) {
      switch found {
      case .nothing: return nil
      case .failed(let error): return Reading(name: error.path, result: .failure(error))
      case .input(let input): return kept(input, name)
      case .path(let path): return take(try opener.open(path, isListed: !stack.isEmpty), in: path)
      case .stream(let stream, let hints):
        do throws(ReadingError) {
          return take(try opener.open(stream, hints), in: hints.name)
        } catch  where hints.isListed && error.code == .notText {
          return nil
        }
      }
    } catch {
      return Reading(name: error.path, result: .failure(error))
    }
  }

  private mutating func take(_ opened: Opened, in name: String) -> Reading? {
    switch opened {
    case .one(let input): return kept(input, name)
    case .many(let reader):
      stack.append(reader)
      names.append(name)
      return nil
    case .none: return nil
    }
  }

  private mutating func kept(_ input: Input, _ name: String) -> Reading? {
    if case .article(let article) = input, !seen.insert(Self.fingerprint(article.text)).inserted {
      duplicates += 1
      return nil
    }
    return Reading(name: name, result: .success(input))
  }

  /// The FNV-1a hash of a text without its white space.
  private static func fingerprint(_ text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text where byte > 0x20 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

/// Holds one thing.
private final class OneItem: ItemReader {
  private var item: Found?

  init(_ item: Found) { self.item = item }

  func next() throws(ReadingError) -> Found? {
    defer { item = nil }
    return item
  }
}
