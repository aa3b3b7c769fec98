import DealModel
import DealPrograms

/// Parquet, a table of parties and one of deals, written by the command `duckdb`.
enum ParquetExport {
  /// The columns `id`, `name`, `kind`, `ticker` and the list `aliases`.
  static func parties(_ graph: DealGraph) throws(ExportError) -> [UInt8] {
    let columns = ["id", "name", "kind", "ticker", "aliases"].map { (name: $0, type: "VARCHAR") }
    let list = "coalesce(string_split(aliases, chr(31)), []) AS aliases"
    return try table(
      columns, select: "* REPLACE (\(list))",
      rows: graph.parties.lazy.map { party in
        [
          party.id, party.name, party.kind, party.ticker,
          party.aliases.isEmpty ? nil : party.aliases.joined(separator: "\u{1F}"),
        ]
      })
  }

  /// The columns `payer` and `payee`, those of other tables, and the days that the date can mean.
  static func deals(_ graph: DealGraph) throws(ExportError) -> [UInt8] {
    let ends = ["payer", "payee"].map { (name: $0, type: "VARCHAR") }
    let known = DealColumn.allCases.map { column in
      (name: column.rawValue, type: column.isNumeric ? "DOUBLE" : "VARCHAR")
    }
    let days = ["first_day", "last_day"].map { (name: $0, type: "DATE") }
    return try table(
      ends + known + days, select: "*",
      rows: graph.deals.lazy.map { deal in
        [deal.payer, deal.payee] + DealColumn.allCases.map { $0.text(deal) }
          + [deal.date?.firstDayText, deal.date?.lastDayText]
      })
  }

  /// Known values stand in quotes and unknown ones are empty, so that `""` is an empty text.
  private static func table(
    _ columns: [(name: String, type: String)], select: String,
    rows: some Sequence<[String?]>
  ) throws(ExportError) -> [UInt8] {
    var lines: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { lines.append(0x2C) }
        guard let cell else { continue }
        lines.append(0x22)
        for byte in cell.utf8 where byte != 0 {
          if byte == 0x22 { lines.append(byte) }
          lines.append(byte)
        }
        lines.append(0x22)
      }
      lines.append(0x0A)
    }
    let types = columns.map { "'\($0.name)': '\($0.type)'" }.joined(separator: ", ")
    let source =
      "read_csv('/dev/stdin', header = false, auto_detect = false, delim = ',', quote = '\"', "
      + "escape = '\"', nullstr = '', allow_quoted_nulls = false, parallel = false, "
      + "columns = {\(types)})"
    let query = "COPY (SELECT \(select) FROM \(source)) TO '/dev/stdout' (FORMAT parquet)"
    let options = ["-batch", "-bail", "-csv", "-init", "/dev/null", "-c", query]
    return try duckdb(options, input: lines)
  }

  /// What DuckDB makes of `input`: its first program in the path that tells a version.
  private static func duckdb(
    _ options: [String], input: [UInt8]
  ) throws(ExportError) -> [UInt8] {
    guard let (program, _) = OptionalPrograms.duckdb() else {
      throw ExportError(
        .unavailable,
        "parquet is written by the command duckdb, which is not installed: get it from duckdb.org, "
          + "by 'pip install duckdb-cli' or by 'brew install duckdb'")
    }
    let limits = ProgramLimits(seconds: 3600, output: 1 << 34)
    guard let run = program.run(options, input: input, limits: limits) else {
      throw ExportError(.failed, "\(program.path) does not start")
    }
    guard run.ending == .exited(0) else {
      let reason = run.message.isEmpty ? "\(run.ending)" : run.message
      throw ExportError(.failed, "\(program.path) failed: \(reason)")
    }
    guard run.output.starts(with: "PAR1".utf8) else {
      throw ExportError(.failed, "\(program.path) wrote no Parquet: \(run.message)")
    }
    return run.output
  }
}
