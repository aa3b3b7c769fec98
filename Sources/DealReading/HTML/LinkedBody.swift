import DealModel
import DealText

/// The text of an article that a page carries in its JSON-LD, with the way back to the page's bytes.
struct LinkedBody {
  /// The text without the escapes of JSON, and without markup where it had some.
  private(set) var text: [UInt8] = []
  private(set) var runs: [SourceText.Run] = []
  /// For each byte of the string the bytes of the page that it was read from.
  private var places: [Range<Int>] = []

  /// Reads the string whose content stands at `range` of the page.
  init(_ page: [UInt8], _ range: Range<Int>) {
    let string = unescaped(page, range)
    let head = String(decoding: string.prefix(4000), as: UTF8.self)
    if ["<p", "<br", "<div", "<li"].contains(where: { head.contains($0) }) {
      writeMarkup(string, 0..<string.count)
    } else if string.contains(where: { $0 == 0x26 || $0 == 0x3C }) {
      for line in string.split(separator: 0x0A) {
        if !text.isEmpty { text += [0x0A, 0x0A] }
        writeMarkup(string, line.startIndex..<line.endIndex)
      }
    } else {
      write(string, string.indices)
    }
  }

  /// Writes what a stretch of the string with elements and character references reads as.
  private mutating func writeMarkup(_ string: [UInt8], _ range: Range<Int>) {
    let read = HTMLText.article(Array(string[range]), extent: .whole)
    var end = 0
    for run in read.runs ?? [] {
      text += read.text[end..<run.text]
      let start = range.lowerBound + run.article
      if run.count == run.articleCount {
        write(string, start..<start + run.count)
      } else {
        let last = places[start + run.articleCount - 1]
        note(places[start].lowerBound..<last.upperBound, run.count)
        text += read.text[run.text..<run.text + run.count]
      }
      end = run.text + run.count
    }
  }

  /// Writes a stretch of the string; each line of it is a paragraph.
  private mutating func write(_ string: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = string[index]
      if byte == 0x0A || byte == 0x0D {
        if let last = text.last, last != 0x0A { text += [0x0A, 0x0A] }
        index += 1
        continue
      }
      let place = places[index]
      var count = 1
      while index + count < range.upperBound, places[index + count] == place { count += 1 }
      note(place, count)
      text += string[index..<index + count]
      index += count
    }
  }

  /// Notes that the next `count` bytes of the text were read from `place`.
  private mutating func note(_ place: Range<Int>, _ count: Int) {
    if count == place.count, let last = runs.last, last.count == last.articleCount,
      last.article + last.count == place.lowerBound, last.text + last.count == text.count
    {
      runs[runs.count - 1].count += count
      runs[runs.count - 1].articleCount += count
    } else {
      runs.append(
        SourceText.Run(
          text: text.count, article: place.lowerBound, count: count, articleCount: place.count))
    }
  }

  /// The string without its escapes.
  private mutating func unescaped(_ page: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var string: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let length = Self.lengthOfEscape(page, index, range.upperBound)
      let place = index..<index + length
      let bytes = length == 1 ? [page[index]] : Self.meaning(of: page[place])
      string += bytes
      places += repeatElement(place, count: bytes.count)
      index += length
    }
    return string
  }

  /// How many bytes belong together: one, those of an escape, or those of two surrogates.
  private static func lengthOfEscape(_ page: [UInt8], _ index: Int, _ end: Int) -> Int {
    guard page[index] == 0x5C, index + 1 < end else { return 1 }
    guard page[index + 1] == 0x75 else { return 2 }
    let isPair =
      index + 12 <= end && [0x64, 0x44].contains(page[index + 2])
      && [0x38, 0x39, 0x61, 0x62, 0x41, 0x42].contains(page[index + 3])
      && page[index + 6] == 0x5C && page[index + 7] == 0x75
    return min(end - index, isPair ? 12 : 6)
  }

  private static func meaning(of escape: ArraySlice<UInt8>) -> [UInt8] {
    var reader = JSONReader([0x22] + Array(escape) + [0x22])
    return (try? reader.string()).map { Array($0.utf8) } ?? [0x20]
  }
}
