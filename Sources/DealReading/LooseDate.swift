package import DealModel

/// Reads the dates that pages, feeds and mails carry.
package enum LooseDate {
  /// The day of an ISO 8601 or RFC 5322 date, of `YYYYMMDD…`, `YYYY/MM/DD` and of `YYYY年M月D日`.
  package static func date(_ text: String) -> PartialDate? {
    let numbers = numbers(of: text)
    guard let first = numbers.first else { return nil }
    if first.digits >= 8, first.digits <= 14 {
      let day = first.digits == 8 ? first.value : Int(String(first.value).prefix(8)) ?? 0
      if day > 1_900_00_00 {
        return PartialDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
      }
    }
    if first.digits == 4, numbers.count >= 3 {
      return PartialDate(year: first.value, month: numbers[1].value, day: numbers[2].value)
    }
    if let month = month(of: text), numbers.count >= 2, numbers[1].digits == 4 {
      return PartialDate(year: numbers[1].value, month: month, day: first.value)
    }
    return PartialDate(text)
  }

  private static func numbers(of text: String) -> [(value: Int, digits: Int)] {
    var numbers: [(value: Int, digits: Int)] = []
    var digits: [UInt8] = []
    for byte in Array(text.utf8.prefix(80)) + [0] {
      if (48...57).contains(byte) {
        digits.append(byte)
      } else if !digits.isEmpty {
        numbers.append((Int(String(decoding: digits, as: UTF8.self)) ?? 0, digits.count))
        digits = []
      }
    }
    return numbers
  }

  private static func month(of text: String) -> Int? {
    let text = text.lowercased()
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex { text.contains($0) }.map { $0 + 1 }
  }
}
