import DealText

/// A kind of feature; its raw value is part of the feature's hash, its case name stands in tables.
public protocol FeatureTemplate: RawRepresentable, CaseIterable, Sendable
where RawValue == UInt64 {}

/// Mixes an atom into a feature's hash (after Vigna, splitmix64).
@inlinable public func mixed(_ hash: UInt64, _ atom: UInt64) -> UInt64 {
  var value = hash &+ atom &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03
  value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
  return value ^ (value >> 29)
}

/// The hash of a word that names an atom of a feature.
public func atom(_ word: StaticString) -> UInt64 { foldedHash(word.description.utf8) }

/// Takes the features of one decision.
///
/// A feature is a template with its atoms; an atom is the hash of a word.
public protocol FeatureSink {
  /// Takes a feature by its hash; the atoms are asked for where its name is to be kept.
  mutating func take(
    _ hash: UInt64, _ template: some FeatureTemplate, _ atoms: @autoclosure () -> [UInt64])
}

extension FeatureSink {
  /// Adds a feature without atoms.
  @inlinable public mutating func add(_ template: some FeatureTemplate) {
    take(mixed(template.rawValue, 0), template, [])
  }

  /// Adds a feature of one atom.
  @inlinable public mutating func add(_ template: some FeatureTemplate, _ first: UInt64) {
    take(mixed(template.rawValue, first), template, [first])
  }

  /// Adds a feature of two atoms.
  @inlinable public mutating func add(
    _ template: some FeatureTemplate, _ first: UInt64, _ second: UInt64
  ) {
    take(mixed(mixed(template.rawValue, first), second), template, [first, second])
  }

  /// Adds a feature of three atoms.
  @inlinable public mutating func add(
    _ template: some FeatureTemplate, _ first: UInt64, _ second: UInt64, _ third: UInt64
  ) {
    take(
      mixed(mixed(mixed(template.rawValue, first), second), third), template,
      [first, second, third])
  }

  /// Adds a feature of an atom and a path of any number.
  @inlinable public mutating func add(
    _ template: some FeatureTemplate, _ first: UInt64, path: ArraySlice<UInt64>
  ) {
    var hash = mixed(template.rawValue, first)
    for atom in path { hash = mixed(hash, atom) }
    take(hash, template, [first] + path)
  }

  /// Adds a feature of two atoms and a path of any number.
  @inlinable public mutating func add(
    _ template: some FeatureTemplate, _ first: UInt64, _ second: UInt64, path: ArraySlice<UInt64>
  ) {
    var hash = mixed(mixed(template.rawValue, first), second)
    for atom in path { hash = mixed(hash, atom) }
    take(hash, template, [first, second] + path)
  }
}

/// The features of one decision, as hashes.
///
/// When a recorder is there, it keeps which template and atoms made each hash, so that a trained table
/// can name them.
public struct FeatureBuffer: FeatureSink, Sendable {
  @usableFromInline var own: [UInt64] = []
  /// The hashes.
  @inlinable public var hashes: [UInt64] { own }
  /// Keeps the names in training.
  public var recorder: FeatureRecorder?

  /// Makes an empty buffer.
  public init(recorder: FeatureRecorder? = nil) { self.recorder = recorder }

  /// Makes a buffer of hashes.
  public init(_ hashes: [UInt64]) { own = hashes }

  /// Empties the buffer.
  @inlinable public mutating func removeAll() { clear() }

  @usableFromInline mutating func clear() { own.removeAll(keepingCapacity: true) }

  /// Takes a feature.
  @inlinable public mutating func take(
    _ hash: UInt64, _ template: some FeatureTemplate, _ atoms: @autoclosure () -> [UInt64]
  ) {
    own.append(hash)
    if let recorder { recorder.record(hash, "\(template)", atoms()) }
  }
}
