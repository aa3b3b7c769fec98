import DealModel
import DealText

extension QuantityReader {
  /// The date that an article gives of itself: in a date line near its top or at its end.
  func dateLine() -> PartialDate? {
    var paragraphs: [Int] = []
    for sentence in article.sentences {
      while paragraphs.count <= sentence.paragraph {
        paragraphs.append(sentence.tokens.lowerBound)
      }
    }
    let count = paragraphs.count
    let top = (0..<min(6, count)).map { $0 }
    for paragraph in top {
      if let date = fullDate(in: paragraph, of: paragraphs, within: 14) { return date }
    }
    if count > 6, let date = fullDate(in: count - 1, of: paragraphs, within: 14) { return date }
    for paragraph in top.prefix(3) {
      if let date = fullDate(in: paragraph, of: paragraphs, within: 40) { return date }
    }
    return monthLine(paragraphs)
  }

  /// A month with its year at the end of a short line near the top.
  private func monthLine(_ starts: [Int]) -> PartialDate? {
    let memory = DateMemory(article: nil)
    for paragraph in 1..<max(1, min(5, starts.count)) {
      let start = firstAtom(ofToken: starts[paragraph])
      let end =
        paragraph + 1 < starts.count ? firstAtom(ofToken: starts[paragraph + 1]) : atoms.count
      guard end - start <= 14 else { continue }
      for index in start..<end where isNumber(index) || has(index, .month) {
        if let found = date(at: index, memory: memory), found.isExplicit, found.end == end,
          found.date.month != nil
        {
          return found.date
        }
      }
    }
    return nil
  }

  /// The year that the headline or the first paragraph of an undated article names.
  func topicYear() -> Int? {
    for (index, atom) in atoms.enumerated().prefix(120) {
      if atom.opensSentence,
        article.sentences.first(where: {
          $0.tokens.lowerBound == Int(atom.token)
        })?.paragraph ?? 0 > 1
      {
        return nil
      }
      if let (year, _) = hanYear(at: index), year < 2030 { return year }
    }
    return nil
  }

  /// The first full date among the first `limit` atoms of a paragraph.
  private func fullDate(in paragraph: Int, of starts: [Int], within limit: Int) -> PartialDate? {
    let memory = DateMemory(article: nil)
    let start = firstAtom(ofToken: starts[paragraph])
    let end =
      paragraph + 1 < starts.count ? firstAtom(ofToken: starts[paragraph + 1]) : atoms.count
    for index in start..<min(end, start + limit)
    where isNumber(index) || has(index, [.month, .hanDigit]) {
      if let found = date(at: index, memory: memory), found.isExplicit, found.date.day != nil {
        return found.date
      }
    }
    return nil
  }

  private func firstAtom(ofToken token: Int) -> Int {
    var low = 0
    var high = atoms.count
    while low < high {
      let middle = (low + high) / 2
      if Int(atoms[middle].token) < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
