import DealText
import Testing

/// Hashes that are spread badly: small ones, and such as differ in high bits only.
private let hashes = (1...700).map { UInt64($0) } + (1...700).map { UInt64($0) << 50 }

@Test func aWordSetHasWhatWasPutIntoIt() {
  var set: WordSet = []
  var twin: Set<UInt64> = []
  for hash in hashes where hash % 3 == 1 || hash > 1 << 40 {
    set.insert(hash)
    set.insert(hash)
    twin.insert(hash)
  }
  #expect(set.count == twin.count)
  #expect(hashes.allSatisfy { set.contains($0) == twin.contains($0) })
  #expect(WordSet(words: "the quick fox").contains(foldedHash("Quick".utf8)))
}

@Test func aWordTableGivesBackItsValues() {
  var table = WordTable<Int>()
  var twin: [UInt64: Int] = [:]
  for (number, hash) in (hashes + hashes.suffix(300)).enumerated() {
    table[hash, default: 0] += number
    twin[hash, default: 0] += number
    if number % 5 == 0 {
      table[hash &* 3] = number
      twin[hash &* 3] = number
    }
  }
  #expect(twin.allSatisfy { table[$0.key] == $0.value })
  #expect(table[12345] == nil)
  #expect(WordTable([(4, "a"), (5, "b"), (4, "c")])[4] == "a")
}
