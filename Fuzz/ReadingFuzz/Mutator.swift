/// Makes inputs of samples by a seed: the number of an input alone decides what it is.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) {
    // SplitMix64 (Steele, Lea, Flood 2014) spreads neighbouring seeds.
    var mixed = seed &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    state = (mixed ^ (mixed >> 31)) | 1
  }

  /// A number from 0 up to `limit`, which is left out (xorshift64, Marsaglia 2003).
  mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
  }

  /// A sample with one to eight changes.
  mutating func mutated(_ sample: [UInt8], others: [[UInt8]], words: [[UInt8]]) -> [UInt8] {
    var bytes = sample
    for _ in 0...number(below: 8) {
      guard !bytes.isEmpty else { return words[number(below: words.count)] }
      change(&bytes, others, words)
      if bytes.count > 1 << 16 { bytes.removeLast(bytes.count - 1 << 16) }
    }
    return bytes
  }

  private mutating func change(
    _ bytes: inout [UInt8], _ others: [[UInt8]], _ words: [[UInt8]]
  ) {
    let place = number(below: bytes.count)
    switch number(below: 10) {
    case 0: bytes[place] = UInt8(number(below: 256))
    case 1: bytes[place] ^= 1 << UInt8(number(below: 8))
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + number(below: 60)))
    case 3:
      let end = min(bytes.count, place + 1 + number(below: 60))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: number(below: bytes.count))
    case 4: bytes.removeLast(number(below: bytes.count))
    case 5:
      let other = others[number(below: others.count)]
      guard !other.isEmpty else { return }
      let start = number(below: other.count)
      let end = min(other.count, start + 1 + number(below: 400))
      bytes.insert(contentsOf: other[start..<end], at: place)
    case 6:
      let word = words[number(below: words.count)]
      let count = number(below: 20) == 0 ? 1 + number(below: 3000) : 1 + number(below: 4)
      bytes.insert(contentsOf: repeatElement(word, count: count).joined(), at: place)
    case 7: replaceNumber(&bytes, from: place)
    default:
      let word = words[number(below: words.count)]
      bytes.replaceSubrange(place..<min(bytes.count, place + word.count), with: word)
    }
  }

  /// Writes another number in the place of the next one.
  private mutating func replaceNumber(_ bytes: inout [UInt8], from place: Int) {
    guard let start = bytes[place...].firstIndex(where: { (48...57).contains($0) }) else { return }
    let end = bytes[start...].firstIndex { !(48...57).contains($0) } ?? bytes.count
    let numbers = [
      "0", "-1", "1", "7", "4294967296", "9223372036854775807", "9223372036854775808", "1e999",
      "99999999999999999999", "0x10", "00000000", "2147483647", "65536", "-9223372036854775808",
    ]
    bytes.replaceSubrange(start..<end, with: Array(numbers[number(below: numbers.count)].utf8))
  }
}
