import CDealTables

/// A table of tab-separated rows: UTF-8, the first line names the columns, `#` begins a comment line.
///
/// Embedded tables and tables of the user are read by the same code.
public struct Table: Sendable {
  /// The names of the columns.
  public let columns: [String]
  @usableFromInline let bytes: [UInt8]
  @usableFromInline let firstRow: Int

  /// Takes a table from its bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let headEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    columns = Self.split(bytes[..<headEnd]).map { String(decoding: $0, as: UTF8.self) }
    firstRow = min(headEnd + 1, bytes.count)
  }

  /// How articles write currencies.
  public static var currencies: Table { unsafe Table(embedded: dealTableCurrencies()) }

  /// Yearly average exchange rates.
  public static var rates: Table { unsafe Table(embedded: dealTableRates()) }

  /// The curated table of parties.
  public static var parties: Table { unsafe Table(embedded: dealTableParties()) }

  /// Simplified forms of Traditional Chinese characters.
  public static var hans: Table { unsafe Table(embedded: dealTableHans()) }

  /// Classes of words.
  public static var words: Table { unsafe Table(embedded: dealTableWords()) }

  /// Verbs, nouns and cues that speak of deals.
  public static var triggers: Table { unsafe Table(embedded: dealTableTriggers()) }

  /// Trained trees that choose kinds in English.
  public static var modelKindTreesEnglish: Table {
    unsafe Table(embedded: dealTableModelKindTreesEnglish())
  }

  /// Trained trees that choose kinds in Chinese.
  public static var modelKindTreesChinese: Table {
    unsafe Table(embedded: dealTableModelKindTreesChinese())
  }

  /// Trained trees that choose sums in English.
  public static var modelSumTreesEnglish: Table {
    unsafe Table(embedded: dealTableModelSumTreesEnglish())
  }

  /// Trained trees that choose sums in Chinese.
  public static var modelSumTreesChinese: Table {
    unsafe Table(embedded: dealTableModelSumTreesChinese())
  }

  /// Trained trees that choose statuses in English.
  public static var modelStatusTreesEnglish: Table {
    unsafe Table(embedded: dealTableModelStatusTreesEnglish())
  }

  /// Trained trees that choose statuses in Chinese.
  public static var modelStatusTreesChinese: Table {
    unsafe Table(embedded: dealTableModelStatusTreesChinese())
  }

  /// Trained trees that judge candidates in English.
  public static var modelTreesEnglish: Table {
    unsafe Table(embedded: dealTableModelTreesEnglish())
  }

  /// Trained trees that judge candidates in Chinese.
  public static var modelTreesChinese: Table {
    unsafe Table(embedded: dealTableModelTreesChinese())
  }

  /// Frames: which relations payer and payee have to the word.
  public static var frames: Table { unsafe Table(embedded: dealTableFrames()) }

  /// Common words and pairs of Han characters, counted in the corpus outside names.
  public static var vocabulary: Table { unsafe Table(embedded: dealTableVocabulary()) }

  /// Words of names that tell a party's trade.
  public static var sectors: Table { unsafe Table(embedded: dealTableSectors()) }

  /// Scores and the share of deals at them that is right.
  public static var calibration: Table { unsafe Table(embedded: dealTableCalibration()) }

  private init(embedded table: DealTableBytes) {
    unsafe self.init(Array(UnsafeBufferPointer(start: table.bytes, count: table.count)))
  }

  /// The number of rows, comments included.
  public var approximateRowCount: Int { bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } }

  /// Calls `body` with the line number (from 1) and the cells of each row.
  public func forEachRow(_ body: (_ line: Int, _ cells: [ArraySlice<UInt8>]) throws -> Void)
    rethrows
  {
    var start = firstRow
    var line = 2
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var row = bytes[start..<end]
      if row.last == 0x0D { row.removeLast() }
      if !row.isEmpty, row.first != 0x23 { try body(line, Self.split(row)) }
      start = end + 1
      line += 1
    }
  }

  /// Calls `body` with the bytes of each row.
  @inlinable public func forEachLine(_ body: (ArraySlice<UInt8>) -> Void) {
    var start = firstRow
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start, bytes[start] != 0x23 { body(bytes[start..<end]) }
      start = end + 1
    }
  }

  private static func split(_ row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    cells.reserveCapacity(10)
    var start = row.startIndex
    for index in row.indices where row[index] == 0x09 {
      cells.append(row[start..<index])
      start = index + 1
    }
    cells.append(row[start...])
    return cells
  }
}

/// The JSON Schema (draft 2020-12) of the native graph.
public enum GraphSchema {
  /// The bytes of the schema.
  public static var json: [UInt8] {
    let table = unsafe dealTableGraphSchema()
    return unsafe Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
