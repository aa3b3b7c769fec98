#pragma once
#include <sqlite3.h>

/// Binds a copy of a text: Swift has no SQLITE_TRANSIENT, which is a cast.
static inline int deal_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}
