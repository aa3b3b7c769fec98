/// Lists the files of folders.
public enum FolderFiles {
  /// The files below the folder at `path` whose names end with `ending`, in the order of the names'
  /// bytes, folder by folder; hidden ones are left out.
  ///
  /// - Throws: ``ReadingError`` when it is no folder or one below it cannot be read.
  public static func list(_ path: String, ending: String) throws(ReadingError) -> [String] {
    guard FileBytes.isFolder(path) else {
      throw ReadingError(.missing, path: path, "no such folder")
    }
    let folder = try Folder(path)
    var files: [String] = []
    while case .path(let entry)? = try folder.next() {
      if FileBytes.isFolder(entry) {
        files += try list(entry, ending: ending)
      } else if entry.hasSuffix(ending) {
        files.append(entry)
      }
    }
    return files
  }
}
