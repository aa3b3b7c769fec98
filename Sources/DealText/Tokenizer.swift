/// Cuts a normalised text into tokens.
struct Tokenizer {
  private let bytes: [UInt8]
  private var tokens: [Token] = []
  private var index = 0
  private var sawSpace = true

  /// The tokens of `text`, in order; white space belongs to none.
  static func tokens(of text: NormalText) -> [Token] {
    var tokenizer = Tokenizer(bytes: text.bytes)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4)
  }

  private mutating func run() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x0A {
        sawSpace = true
        index += 1
      } else if isDigit(byte) {
        number()
      } else if isASCIILetter(byte) {
        word()
      } else if byte < 0x80 {
        add(.mark, to: index + 1)
      } else {
        let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
        if isHan(scalar) {
          add(.han, to: index + length)
        } else if Self.isLetter(scalar) {
          word()
        } else {
          add(.mark, to: index + length)
        }
      }
    }
  }

  /// Digits with inner separators; a letter that follows at once ends it, so `$5bn` is `$`, `5`, `bn`.
  private mutating func number() {
    var end = index
    while end < bytes.count {
      let byte = bytes[end]
      let joins = (byte == 0x2C || byte == 0x2E) && end + 1 < bytes.count && isDigit(bytes[end + 1])
      guard isDigit(byte) || joins else { break }
      end += 1
    }
    add(.number, to: end)
  }

  private mutating func word() {
    var end = index
    while end < bytes.count {
      let byte = bytes[end]
      if isASCIILetter(byte) || isDigit(byte) {
        end += 1
      } else if byte >= 0x80 {
        let (scalar, length) = UTF8Scalar.decode(bytes, at: end)
        guard Self.isLetter(scalar) else { break }
        end += length
      } else if joins(at: end) {
        end += 1
      } else {
        break
      }
    }
    add(.word, to: end)
  }

  /// Whether the mark at `position` belongs to the word around it: `U.S.`, `AT&T`, `Coca-Cola`, `O'Neil`.
  private func joins(at position: Int) -> Bool {
    let byte = bytes[position]
    guard position + 1 < bytes.count else { return byte == 0x2E && isInitials(upTo: position) }
    let next = bytes[position + 1]
    let nextIsLetter = isASCIILetter(next) || next >= 0xC3 && next <= 0xC9
    switch byte {
    case 0x26: return nextIsLetter && next < 0x80 && position - index <= 3
    case 0x2D: return (nextIsLetter || isDigit(next)) && !endsName(at: position)
    case 0x27: return nextIsLetter && !endsPossessive(at: position)
    case 0x2E: return nextIsLetter && next < 0x80 || isInitials(upTo: position)
    default: return false
    }
  }

  /// Whether a hyphen divides a name from a lower-case word: `Nvidia-backed`, `Paris-based`.
  private func endsName(at position: Int) -> Bool {
    let next = bytes[position + 1]
    guard next >= 0x61, next <= 0x7A, position - index > 1 else { return false }
    return bytes[index] >= 0x41 && bytes[index] <= 0x5A || bytes[index] >= 0xC3
  }

  /// Whether `'` begins the ending `'s`.
  private func endsPossessive(at position: Int) -> Bool {
    guard bytes[position + 1] | 0x20 == 0x73 else { return false }
    guard position + 2 < bytes.count else { return true }
    let after = bytes[position + 2]
    return !isASCIILetter(after) && after < 0x80
  }

  /// Whether the word so far is initials, so that a full stop belongs to it: `U.S` before `.`.
  private func isInitials(upTo position: Int) -> Bool {
    position - index >= 3 && bytes[position - 2] == 0x2E && isASCIILetter(bytes[position - 1])
  }

  private mutating func add(_ kind: Token.Kind, to end: Int) {
    tokens.append(
      Token(
        start: Int32(index), end: Int32(end), kind: kind, spaceBefore: sawSpace,
        shape: kind == .word ? shape(to: end) : .none, word: foldedHash(bytes[index..<end])))
    sawSpace = false
    index = end
  }

  private func shape(to end: Int) -> Token.Shape {
    var upper = 0
    var lower = 0
    var position = index
    while position < end {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: position)
      if Self.isUpper(scalar) {
        upper += 1
      } else if scalar >= 0x61 && scalar <= 0x7A || scalar >= 0xDF {
        lower += 1
      }
      position += length
    }
    let (first, _) = UTF8Scalar.decode(bytes, at: index)
    if upper == 0 { return lower > 0 ? .lower : .none }
    if lower == 0 { return upper == 1 ? .initial : .upper }
    return upper == 1 && Self.isUpper(first) ? .capitalised : .mixed
  }

  private static func isUpper(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
    case 0x100...0x137, 0x14A...0x177: scalar & 1 == 0
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
    case 0x218, 0x21A, 0x391...0x3A9, 0x410...0x42F: true
    default: false
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xB5, 0xBA: true
    case 0xC0...0x24F: scalar != 0xD7 && scalar != 0xF7
    case 0x250...0x2AF, 0x300...0x36F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1EFF: true
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE, 0xAC00...0xD7A3: true
    default: false
    }
  }
}
