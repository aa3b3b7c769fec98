/// A block of plain values for inner loops: no reference count, no exclusivity check, no copy.
///
/// Each access is checked by an assertion: in debug builds and tests, not in release builds. A block
/// is owned by the function or type that allocates it, which frees it; it never leaves this module.
@safe struct Cells<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Allocates a block.
  init(count: Int, filledWith element: Element) {
    unsafe base = .allocate(capacity: Swift.max(count, 1))
    unsafe base.initialize(repeating: element, count: Swift.max(count, 1))
    self.count = count
  }

  /// Allocates a block whose elements are set before they are read.
  init(room count: Int) {
    unsafe base = .allocate(capacity: Swift.max(count, 1))
    self.count = count
  }

  /// Allocates a copy of `elements`.
  init(_ elements: some Collection<Element>) {
    count = elements.count
    unsafe base = .allocate(capacity: Swift.max(count, 1))
    _ = unsafe UnsafeMutableBufferPointer(start: base, count: count).initialize(from: elements)
  }

  private init(base: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  /// Calls `body` with the elements of an array in place, which must not be set or freed.
  static func viewing<Result>(
    _ array: [Element], _ body: (Cells<Element>) -> Result
  ) -> Result {
    unsafe array.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return body(Cells(room: 0)) }
      return body(
        unsafe Cells(base: UnsafeMutablePointer(mutating: start), count: buffer.count))
    }
  }

  /// Frees the block.
  func free() { unsafe base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "outside of the block")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "outside of the block")
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  subscript(index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  /// The element at an unsigned index.
  @inline(__always)
  subscript(index: UInt8) -> Element { self[Int(index)] }

  /// A larger block that begins with the elements of this one, which is freed.
  func grown(to size: Int) -> Cells<Element> {
    let larger = Cells(room: size)
    unsafe larger.base.update(from: base, count: Swift.min(count, size))
    free()
    return larger
  }

  /// Sets all elements.
  func fill(_ element: Element) { unsafe base.update(repeating: element, count: count) }

  /// Copies the elements of another block of the same length.
  func copy(_ other: Cells<Element>) {
    assert(other.count == count, "blocks of two lengths")
    unsafe base.update(from: other.base, count: count)
  }

  /// The first elements as an array.
  func prefix(_ length: Int) -> [Element] {
    assert(length <= count, "outside of the block")
    return unsafe Array(UnsafeBufferPointer(start: base, count: length))
  }

  /// The elements as an array.
  var array: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }
}
