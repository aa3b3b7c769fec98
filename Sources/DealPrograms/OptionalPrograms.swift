/// The programs that some formats need and that may be missing.
package enum OptionalPrograms {
  /// DuckDB's command, which tells its version as `v1.2.3`.
  package static func duckdb() -> (program: InstalledProgram, version: String)? {
    InstalledProgram.tellingVersion(named: "duckdb") { word in
      word.hasPrefix("v") && word.dropFirst().first?.isNumber ?? false
    }
  }

  /// The program of poppler that reads PDFs.
  package static var pdftotext: InstalledProgram? { InstalledProgram(named: "pdftotext") }

  /// The program of poppler that tells the facts of PDFs.
  package static var pdfinfo: InstalledProgram? { InstalledProgram(named: "pdfinfo") }

  /// The program that fetches pages.
  package static var curl: InstalledProgram? { InstalledProgram(named: "curl") }
}
