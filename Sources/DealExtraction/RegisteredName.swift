/// A company's name as a register writes it: `NVIDIA CORP`, `ALPHABET INC. /DE/`.
enum RegisteredName {
  private static let legalForms: Set<String> = [
    "inc", "corp", "corporation", "incorporated", "company", "co", "ltd", "limited", "llc", "lp",
    "llp", "plc", "ag", "sa", "se", "nv", "bv", "gmbh", "ab", "as", "asa", "oyj", "spa", "trust",
  ]

  /// The name as newspapers write it: without the state of incorporation and the legal form.
  static func forms(of title: String) -> [String] {
    let place = title.firstIndex(of: "/") ?? title.endIndex
    let start = title[..<place].isEmpty ? title.endIndex : place
    var words = title[..<start].split(separator: " ")
    while words.count > 1, let last = words.last,
      legalForms.contains(last.lowercased().filter(\.isLetter)) || !last.contains(where: isPart)
    {
      words.removeLast()
    }
    var form = words.joined(separator: " ")
    while let last = form.last, last == "," || last == "&" || last == " " { form.removeLast() }
    return form.isEmpty || form == title ? [] : [form]
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
