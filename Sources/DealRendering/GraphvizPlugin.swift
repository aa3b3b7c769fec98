import CGraphviz

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A layout plugin of Graphviz, loaded by itself.
///
/// `gvContext` reads the list of all plugins and loads the one that measures texts, and with it Pango,
/// Cairo and fontconfig: 12 ms of a process that needs 2 ms else. A layout that is told all sizes needs
/// none of them.
enum GraphvizPlugin {
  /// The table of the plugin that holds `engine`; nil where it isn't beside the library.
  static func table(of engine: String) -> UnsafeMutableRawPointer? {
    let name = engine == "dot" ? "dot_layout" : "neato_layout"
    guard unsafe getenv("GVBINDIR") == nil, let path = path(of: name),
      let library = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL)
    else { return nil }
    return unsafe dlsym(library, "gvplugin_\(name)_LTX_library")
  }

  /// `…/graphviz/libgvplugin_NAME.so.6` for a library `…/libgvc.so.6`: they are built together.
  private static func path(of name: String) -> String? {
    guard let file = unsafe dealGraphvizFile() else { return nil }
    let library = unsafe String(cString: file)
    guard let slash = library.lastIndex(of: "/") else { return nil }
    let base = library[library.index(after: slash)...]
    guard base.hasPrefix("libgvc.") else { return nil }
    return library[...slash] + "graphviz/libgvplugin_\(name)\(base.dropFirst("libgvc".count))"
  }
}
