#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files of a folder in the order of their names' bytes; hidden ones are left out.
final class Folder: ItemReader {
  private var paths: [String]

  init(_ path: String) throws(ReadingError) {
    guard let folder = unsafe opendir(path) else {
      throw ReadingError(.missing, path: path, "a folder that cannot be read")
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    let base = path.hasSuffix("/") ? path : path + "/"
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    paths = names.reversed().map { base + $0 }
      .filter { !(FileBytes.isLink($0) && FileBytes.isFolder($0)) }
  }

  var isEmpty: Bool { paths.isEmpty }

  func next() throws(ReadingError) -> Found? { paths.popLast().map { .path($0) } }
}
