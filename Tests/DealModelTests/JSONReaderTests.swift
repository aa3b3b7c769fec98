import DealModel
import Testing

/// Numbers from a seed, the same on every machine (splitmix64).
private struct Seeded {
  private var state: UInt64 = 6

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }
}

private func number(_ text: String) throws -> Double {
  var reader = JSONReader(Array(text.utf8))
  let number = try reader.number()
  try reader.end()
  return number
}

@Test func numbersAreReadAsTheLibraryReadsThem() throws {
  var random = Seeded()
  func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(random.below(10)) }.joined()
  }
  for _ in 0..<20_000 {
    var text = random.below(3) == 0 ? "-" : ""
    text += random.below(4) == 0 ? "0" : String(1 + random.below(9)) + digits(random.below(18))
    if random.below(2) == 0 { text += "." + digits(1 + random.below(18)) }
    if random.below(5) == 0 {
      text += ["e", "E+", "e-"][random.below(3)] + digits(1 + random.below(2))
    }
    #expect(try number(text).bitPattern == Double(text)?.bitPattern, "\(text)")
  }
}

@Test(arguments: [
  "", "-", "01", "-01", "1.", ".5", "1e", "1e+", "+1", "0x1", "1.5.2", "1 2", "NaN",
])
func whatIsNoNumberIsRefused(text: String) {
  #expect(throws: ModelError.self) { try number(text) }
}

@Test(arguments: ["1e999", "-1e999"])
func numbersBeyondAllAreRefusedAtTheirPlace(text: String) {
  let error = #expect(throws: ModelError.self) { try number("  " + text) }
  #expect(error?.code == .contract && error?.offset == 2)
}

@Test func stringsEndAtTheirQuoteWhereverItStands() throws {
  // Each length, so that the end falls on each byte of a word, with and without what ends a plain run.
  for length in 0..<40 {
    for middle in ["", "\\\"", "\\u4e2d", "中", "é", "\\\\", " !#[]", "\u{7F}", "\\ud83d\\ude00"] {
      let written = String(repeating: "a", count: length) + middle + "tail"
      var reader = JSONReader(Array("[\"\(written)\", 7]".utf8))
      var text = ""
      var rest = 0
      try reader.array { (reader) throws(ModelError) in
        if reader.peek() == 0x22 { text = try reader.string() } else { rest = try reader.integer() }
      }
      let meant = [
        "\\\"": "\"", "\\u4e2d": "中", "\\\\": "\\", "\\ud83d\\ude00": "😀",
      ]
      let expected = String(repeating: "a", count: length) + (meant[middle] ?? middle) + "tail"
      #expect(text == expected)
      #expect(rest == 7)
    }
  }
}

@Test(arguments: 0..<20)
func brokenStringsAreRefusedWhereverTheyBreak(length: Int) {
  let start = [0x22] + [UInt8](repeating: 0x61, count: length)
  let broken: [([UInt8], ModelError.Code)] = [
    (start, .truncated), (start + [0x0A, 0x22], .malformed), (start + [0xFF, 0x22], .malformed),
    (start + [0xC3, 0x22], .malformed), (start + [0xED, 0xA0, 0x80, 0x22], .malformed),
    (start + [0x5C], .truncated), (start + [0x5C, 0x78, 0x22], .malformed),
    (start + [0x5C, 0x75, 0x31, 0x32, 0x67, 0x33, 0x22], .malformed),
  ]
  for (bytes, code) in broken {
    let error = #expect(throws: ModelError.self) {
      var reader = JSONReader(bytes)
      _ = try reader.string()
    }
    #expect(error?.code == code)
  }
}

@Test func fieldsAreKnownInAnyOrderAndHoweverTheyAreWritten() throws {
  let fields = [
    #""key": "k""#, #""so\u0075rce": "a""#, #""target": "b""#, #""kind": "loan""#, #""years": 2.5"#,
    #""keys": 1"#, #""confidence": 0.5"#, #""confidences": 0.7"#,
  ]
  for shift in fields.indices {
    let turned = fields[shift...] + fields[..<shift]
    var reader = JSONReader(Array("{\(turned.joined(separator: " , "))}".utf8))
    let deal = try reader.deal()
    #expect(deal.key == "k" && deal.payer == "a" && deal.payee == "b" && deal.kind == .loan)
    #expect(deal.years == 2.5 && deal.confidence == 0.5)
    #expect(Set(deal.unknown.map(\.name)) == ["keys", "confidences"])
  }
}

@Test(
  arguments: [
    ("2025", "2025"), ("2025-09", "2025-09"), ("2025-09-22", "2025-09-22"),
    ("2024-02-29", "2024-02-29"),
    ("2025-02-29", nil), ("2025-13", nil), ("202", nil), ("2025-", nil), ("2025-9", nil),
    ("2025-09-2", nil), ("2025-09-22T", nil), ("2025/09", nil), ("２０２５", nil), ("0000", nil),
    ("", nil), ("2025-09-22-01", nil),
  ] as [(String, String?)])
func datesAreReadWithTheirKnownParts(text: String, expected: String?) {
  #expect(PartialDate(text)?.description == expected)
}
