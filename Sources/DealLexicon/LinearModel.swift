public import DealTables
import DealText

/// Integer weights of features for a fixed set of classes; a score is their sum.
///
/// The model is a file that is used where it lies; ``LinearModelFile`` tells its layout.
@safe public struct LinearModel: @unchecked Sendable {
  /// The names of the classes.
  public let classes: [String]
  fileprivate let capacity: UInt64
  fileprivate let keys: UnsafePointer<UInt32>
  fileprivate let weights: UnsafePointer<Int16>
  fileprivate let stride: Int
  fileprivate let bytes: ModelBytes

  /// Takes a model from the bytes of its file.
  ///
  /// - Precondition: The bytes are a file of this version; that is the program's own affair.
  public init(_ bytes: ModelBytes) {
    let file = LinearModelFile(bytes)
    self.bytes = bytes
    classes = file.classes
    stride = max(1, classes.count)
    capacity = UInt64(file.capacity)
    let start = unsafe bytes.start + file.headCount
    unsafe keys = start.assumingMemoryBound(to: UInt32.self)
    unsafe weights = (start + 4 * file.slots).assumingMemoryBound(to: Int16.self)
  }

  /// Adds the weights of `features` to `scores`, which has a place for each class.
  public func add(_ features: FeatureBuffer, to scores: inout [Int32]) {
    precondition(scores.count >= stride)
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      unsafe features.hashes.withUnsafeBufferPointer { hashes in
        for index in 0..<hashes.count {
          guard let slot = unsafe linearSlot(of: hashes[index], keys, capacity) else { continue }
          let row = unsafe weights + slot * stride
          for place in 0..<stride { unsafe scores[place] &+= Int32(row[place]) }
        }
      }
    }
  }

  /// The sum of the weights of `features` for the only class.
  public func sum(_ features: FeatureBuffer) -> Int32 {
    precondition(stride == 1)
    var sum: Int32 = 0
    unsafe features.hashes.withUnsafeBufferPointer { hashes in
      for index in 0..<hashes.count {
        guard let slot = unsafe linearSlot(of: hashes[index], keys, capacity) else { continue }
        unsafe sum &+= Int32(weights[slot])
      }
    }
    return sum
  }
}

/// The slot of a feature in a table of keys; nil where it is not in it.
@inlinable @inline(__always)
func linearSlot(of hash: UInt64, _ keys: UnsafePointer<UInt32>, _ capacity: UInt64) -> Int? {
  var slot = Int(truncatingIfNeeded: LinearModelFile.home(hash, capacity))
  let key = LinearModelFile.key(hash)
  while true {
    let found = unsafe keys[slot]
    if found == key { return slot }
    if found == 0 { return nil }
    slot &+= 1
  }
}

/// The score that a model of one class gives to features, summed as they come.
@safe public struct LinearSum: FeatureSink {
  /// The sum of the weights of the features so far.
  public var sum: Int32 = 0
  @usableFromInline let capacity: UInt64
  @usableFromInline let keys: UnsafePointer<UInt32>
  @usableFromInline let weights: UnsafePointer<Int16>
  /// Keeps the weights where they are.
  private let bytes: ModelBytes

  /// Makes an empty sum.
  ///
  /// - Precondition: The model has one class.
  public init(_ model: LinearModel) {
    precondition(model.classes.count <= 1)
    bytes = model.bytes
    capacity = model.capacity
    unsafe keys = model.keys
    unsafe weights = model.weights
  }

  /// Takes a feature.
  @inlinable @inline(__always) public mutating func take(
    _ hash: UInt64, _ template: some FeatureTemplate, _ atoms: @autoclosure () -> [UInt64]
  ) {
    guard let slot = unsafe linearSlot(of: hash, keys, capacity) else { return }
    unsafe sum &+= Int32(weights[slot])
  }
}

/// The scores that a model of three classes gives to features, summed as they come.
@safe public struct LinearRow: FeatureSink {
  /// The sums of the weights of the features so far, a class each; the fourth means nothing.
  public var sums = SIMD4<Int32>.zero
  @usableFromInline let capacity: UInt64
  @usableFromInline let keys: UnsafePointer<UInt32>
  @usableFromInline let weights: UnsafePointer<Int16>
  /// Keeps the weights where they are.
  private let bytes: ModelBytes

  /// Makes empty sums.
  ///
  /// - Precondition: The model has three classes.
  public init(_ model: LinearModel) {
    precondition(model.stride == 3)
    bytes = model.bytes
    capacity = model.capacity
    unsafe keys = model.keys
    unsafe weights = model.weights
  }

  /// Takes a feature.
  @inlinable @inline(__always) public mutating func take(
    _ hash: UInt64, _ template: some FeatureTemplate, _ atoms: @autoclosure () -> [UInt64]
  ) {
    guard let slot = unsafe linearSlot(of: hash, keys, capacity) else { return }
    // The fourth weight is of the next slot; the last slot is empty, so there is one.
    let row = unsafe UnsafeRawPointer(weights + slot &* 3).loadUnaligned(as: SIMD4<Int16>.self)
    sums &+= SIMD4<Int32>(truncatingIfNeeded: row)
  }
}
