import CDealPage

/// The page's own HTML, style and script, as they are embedded.
enum PageAssets {
  static var template: String { unsafe text(dealPageTemplate()) }
  static var style: String { unsafe text(dealPageStyle()) }
  static var script: String { unsafe text(dealPageScript()) }

  private static func text(_ part: DealPageBytes) -> String {
    unsafe String(
      decoding: UnsafeBufferPointer(start: part.bytes, count: part.count), as: UTF8.self)
  }
}
