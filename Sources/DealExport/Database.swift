import CSQLite3

/// A value of a SQLite row.
enum DatabaseValue {
  case text(String?)
  case number(Double?)
  case integer(Int?)
}

/// A SQLite database in memory, filled once and taken as the bytes of its file.
@safe final class Database {
  private let handle: OpaquePointer

  init() throws(ExportError) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = unsafe sqlite3_open_v2(":memory:", &handle, flags, nil)
    guard let handle = unsafe handle else {
      throw ExportError(.failed, "no memory for a database")
    }
    unsafe (self.handle = handle)
    guard code == SQLITE_OK else { throw failure() }
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that return nothing.
  func run(_ statements: String) throws(ExportError) {
    guard unsafe sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else {
      throw failure()
    }
  }

  /// Fills a table; each row holds the values of all its columns.
  func insert(into table: String, _ rows: some Sequence<[DatabaseValue]>) throws(ExportError) {
    var statement: OpaquePointer?
    defer { unsafe sqlite3_finalize(statement) }
    var width = 0
    for row in rows {
      if row.count != width {
        width = row.count
        let places = repeatElement("?", count: width).joined(separator: ",")
        let text = "INSERT INTO \(table) VALUES (\(places))"
        unsafe sqlite3_finalize(statement)
        guard unsafe sqlite3_prepare_v2(handle, text, -1, &statement, nil) == SQLITE_OK else {
          throw failure()
        }
      }
      for (index, value) in row.enumerated() {
        guard unsafe bind(value, Int32(index + 1), of: statement) == SQLITE_OK else {
          throw failure()
        }
      }
      let code = unsafe sqlite3_step(statement)
      guard code == SQLITE_DONE, unsafe sqlite3_reset(statement) == SQLITE_OK else {
        throw failure()
      }
    }
  }

  /// The database as the bytes of its file.
  func bytes() throws(ExportError) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let data = unsafe sqlite3_serialize(handle, "main", &size, 0) else {
      throw ExportError(.failed, "no memory for the file of the database")
    }
    defer { unsafe sqlite3_free(data) }
    return unsafe [UInt8](UnsafeBufferPointer(start: data, count: Int(size)))
  }

  private func bind(
    _ value: DatabaseValue, _ index: Int32, of statement: OpaquePointer?
  ) -> Int32 {
    switch value {
    case .text(let text?):
      unsafe deal_bind_text(statement, index, text, Int32(clamping: text.utf8.count))
    case .number(let number?): unsafe sqlite3_bind_double(statement, index, number)
    case .integer(let number?): unsafe sqlite3_bind_int64(statement, index, Int64(number))
    default: unsafe sqlite3_bind_null(statement, index)
    }
  }

  private func failure() -> ExportError {
    let text = unsafe String(cString: sqlite3_errmsg(handle)).lowercased()
    let isConstraint = unsafe sqlite3_errcode(handle) & 0xFF == SQLITE_CONSTRAINT
    return ExportError(isConstraint ? .badData : .failed, "the database refuses: \(text)")
  }
}
