import DealText

/// A table with a head row (RFC 4180): an article a row; the cells are apart by `,`, `;` or tab.
final class CSVRows: ItemReader {
  private let stream: ByteStream
  private let builder: RecordBuilder
  private var heads: [String] = []
  /// The number of the column for each name in lower case.
  private var columns: [String: Int] = [:]
  private var separator: UInt8 = 0x2C
  private var row = 1

  init(_ stream: ByteStream, _ builder: RecordBuilder) throws(ReadingError) {
    self.stream = stream
    self.builder = builder
    if try stream.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { _ = try stream.skip(3) }
    let head = try stream.peek(4096).prefix { $0 != 0x0A }
    separator =
      [0x2C, 0x3B, 0x09].max { first, second in
        head.count { $0 == first } < head.count { $0 == second }
      } ?? 0x2C
    heads = try cells() ?? []
    for (index, head) in heads.enumerated().reversed() {
      columns[head.lowercased()] = index
    }
  }

  func next() throws(ReadingError) -> Found? {
    guard let cells = try cells() else { return nil }
    row += 1
    if cells.allSatisfy({ $0.isEmpty }) { return .nothing }
    let field = { [columns] (name: String) -> String? in
      columns[name.lowercased()].flatMap { $0 < cells.count ? cells[$0] : nil }
    }
    guard let article = builder.article(place: ":row \(row)", field) else {
      return .failed(
        ReadingError(
          .badData, path: "\(builder.name):row \(row)",
          "no column with a text among \(heads.prefix(12).joined(separator: ", "))"))
    }
    return .input(.article(article))
  }

  /// The cells of the next row; a quoted cell may hold line feeds.
  private func cells() throws(ReadingError) -> [String]? {
    let limit = builder.options.articleLimit
    guard var line = try stream.line(limit: limit) else { return nil }
    while line.count(where: { $0 == 0x22 }) % 2 == 1 {
      guard let more = try stream.line(limit: limit) else { break }
      line.append(0x0A)
      line += more
      if line.count > limit {
        throw ReadingError(
          .tooLarge, path: "\(builder.name):row \(row + 1)", "a quoted cell that does not end")
      }
    }
    let bytes = try TextDecoder.utf8(line, path: "\(builder.name):row \(row + 1)")
    return Self.split(bytes, separator)
  }

  static func split(_ line: [UInt8], _ separator: UInt8) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == 0x22 {
        if isQuoted, index + 1 < line.count, line[index + 1] == 0x22 {
          cell.append(0x22)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == separator, !isQuoted {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else {
        cell.append(byte)
      }
      index += 1
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}
