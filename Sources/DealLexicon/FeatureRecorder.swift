import DealText

/// Keeps, in training, the names of features and of the words they are made of.
///
/// Not to be shared between threads.
public final class FeatureRecorder: @unchecked Sendable {
  private var features: [UInt64: (template: String, atoms: [UInt64])] = [:]
  private var words: [UInt64: String] = [:]

  /// Makes an empty recorder.
  public init() {}

  /// Keeps a word, so that features made of it can be named.
  public func keep(_ word: String) {
    words[foldedHash(word.utf8)] = word.lowercased()
  }

  @usableFromInline func record(_ hash: UInt64, _ template: String, _ atoms: [UInt64]) {
    if features[hash] == nil { features[hash] = (template, atoms) }
  }

  /// The name of a feature: `template:atom|atom`; nil when one of its words was not kept.
  public func name(of hash: UInt64) -> String? {
    guard let (template, atoms) = features[hash] else { return nil }
    var names: [String] = []
    for atom in atoms {
      guard let word = words[atom] else { return nil }
      names.append(Self.escaped(word))
    }
    return ([template + ":"] + [names.joined(separator: "|")]).joined()
  }

  /// The template of a feature.
  public func template(of hash: UInt64) -> String? { features[hash]?.template }

  private static func escaped(_ word: String) -> String {
    var text = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "|": text += "%7C"
      case "%": text += "%25"
      case "#": text += "%23"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
