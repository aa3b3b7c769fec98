import DealEvaluation

/// The figures of an evaluation as tables for people.
struct EvaluationText {
  let evaluation: Evaluation
  let messages: MessageOptions

  /// The tables; `listing` adds the deals that annotation and graphs do not share.
  func text(listing: Bool) -> String {
    let list = listing ? disagreements + "\n" : ""
    return list
      + [
        deals, fields, scores("kind", evaluation.kinds), scores("status", evaluation.statuses),
      ].joined(separator: "\n")
  }

  private var groups: [(String, GroupFigures)] {
    [("all", evaluation.all)] + evaluation.languages.sorted { $0.key < $1.key }
  }

  private var deals: String {
    var table = TextTable(
      [
        "", "articles", "failed", "gold", "found", "precision", "recall", "F1", "pair F1",
        "grounded", "quiet",
      ], numeric: 1..<11)
    for (title, figures) in groups {
      let counts = [
        figures.articles, figures.failed, figures.deals.annotated, figures.deals.found,
      ]
      let shares = [
        figures.deals.precision, figures.deals.recall, figures.deals.f1, figures.pairs.f1,
        figures.groundedShare,
      ]
      let quiet = figures.quietShare.map(Self.share) ?? "–"
      table.add([title] + counts.map(String.init) + shares.map(Self.share) + [quiet])
    }
    return table.text(messages)
  }

  /// For each field the share of matched deals that agree, and of those that state it.
  private var fields: String {
    let fields = DealField.allCases
    var table = TextTable(["agreeing"] + fields.map(\.word), numeric: 1..<fields.count + 1)
    for (title, figures) in groups {
      table.add([title] + fields.map { Self.share(figures.agreement(on: $0)) })
    }
    for (title, figures) in groups {
      table.add(
        ["\(title), when stated"]
          + fields.map { Self.share(figures.agreementWhenStated(on: $0)) })
    }
    return table.text(messages)
  }

  private func scores(_ title: String, _ scores: [String: Score]) -> String {
    var table = TextTable(
      [title, "gold", "hits", "found", "right", "precision", "recall", "F1"], numeric: 1..<8)
    for (word, score) in scores.sorted(by: { $0.key < $1.key }) {
      let counts = [score.annotated, score.hits, score.found, score.right]
      table.add(
        [word.isEmpty ? "(none)" : word] + counts.map(String.init)
          + [score.precision, score.recall, score.f1].map(Self.share))
    }
    return table.text(messages)
  }

  private var disagreements: String {
    evaluation.disagreements.map { one in
      let evidence = DealWords.oneLine(String(one.evidence.prefix(160)))
      return "\(one.article)  \(one.isMissed ? "missed" : "extra ")  \(one.payer) → \(one.payee)"
        + "  \(one.kind)  | \(evidence)\n"
    }.joined()
  }

  /// A share with three digits.
  private static func share(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    let digits = String(thousandths % 1000)
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return "\(thousandths / 1000).\(zeros)\(digits)"
  }
}
