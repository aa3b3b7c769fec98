import DealModel
import DealTables

/// Parties of the user's own, to be known beside the embedded ones.
///
/// Two forms are read: tab-separated rows with the columns of the embedded table, of which only
/// `name` is needed, and the `company_tickers.json` of the US Securities and Exchange Commission.
public struct NameTable: Sendable {
  /// A party.
  struct Row: Sendable, Hashable {
    var id: String?
    var name: String
    var forms: [String] = []
    var kind: String?
    var ticker: String?
    var sector: String?
    var country: String?
  }

  static let kinds = ["company", "fund", "bank", "government", "project", "person"]
  static let columns = [
    "id", "name", "simplified", "traditional", "aliases", "ticker", "kind", "sector", "country",
    "source",
  ]

  let rows: [Row]

  /// Reads a table from UTF-8 bytes without a byte order mark.
  ///
  /// - Throws: ``NameTableError`` with the line that is wrong.
  public init(_ bytes: [UInt8]) throws(NameTableError) {
    let first = bytes.first { $0 > 0x20 }
    if first == 0x7B || first == 0x5B {
      rows = try Self.companies(bytes)
    } else {
      rows = try Self.table(bytes)
    }
    if rows.isEmpty { throw NameTableError(line: 1, message: "a table without parties") }
  }

  /// The rows of a tab-separated table.
  private static func table(_ bytes: [UInt8]) throws(NameTableError) -> [Row] {
    let table = Table(bytes.filter { $0 != 0x0D })
    for column in table.columns where !columns.contains(column) {
      let list = columns.joined(separator: ", ")
      throw NameTableError(
        line: 1, message: "'\(column.prefix(40))' is no column; tab-separated columns are \(list)")
    }
    guard table.columns.contains("name") else {
      throw NameTableError(line: 1, message: "no column 'name'")
    }
    var rows: [Row] = []
    var fault: NameTableError?
    table.forEachRow { line, cells in
      guard fault == nil else { return }
      let texts = cells.map { String(decoding: $0, as: UTF8.self) }
      do throws(NameTableError) {
        rows.append(try row(texts, table.columns, line))
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return rows
  }

  private static func row(
    _ cells: [String], _ columns: [String], _ line: Int
  ) throws(NameTableError) -> Row {
    guard cells.count <= columns.count else {
      throw NameTableError(
        line: line, message: "\(cells.count) cells in \(columns.count) columns")
    }
    var values: [String: String] = [:]
    for (column, cell) in zip(columns, cells) where !cell.isEmpty { values[column] = cell }
    guard let name = values["name"] else {
      throw NameTableError(line: line, message: "a row without a name")
    }
    if let kind = values["kind"], !kinds.contains(kind) {
      throw NameTableError(
        line: line,
        message: "'\(kind)' is no kind of party; kinds are \(kinds.joined(separator: ", "))")
    }
    let forms = ["simplified", "traditional", "aliases"].flatMap { column in
      (values[column] ?? "").split(separator: "|").map(String.init)
    }
    return Row(
      id: values["id"], name: name, forms: forms, kind: values["kind"], ticker: values["ticker"],
      sector: values["sector"], country: values["country"])
  }

  /// The companies of `company_tickers.json`: `{"0":{"cik_str":…,"ticker":…,"title":…},…}`.
  private static func companies(_ bytes: [UInt8]) throws(NameTableError) -> [Row] {
    var reader = JSONReader(bytes)
    var rows: [Row] = []
    do throws(ModelError) {
      try reader.object { (_, reader) throws(ModelError) in
        var (ticker, title): (String?, String?)
        try reader.object { (name, reader) throws(ModelError) in
          switch name {
          case "ticker": ticker = try reader.stringOrNull()
          case "title": title = try reader.stringOrNull()
          default: try reader.skip()
          }
        }
        guard let title, title.contains(where: { $0.isLetter || $0.isNumber }) else {
          throw reader.error(.contract, "a company without a title")
        }
        let forms = RegisteredName.forms(of: title)
        rows.append(
          Row(
            id: PartyNaming.slug(forms.first ?? title), name: title, forms: forms, kind: "company",
            ticker: ticker))
      }
      try reader.end()
    } catch {
      throw NameTableError(line: error.line, message: error.message)
    }
    return rows
  }
}
