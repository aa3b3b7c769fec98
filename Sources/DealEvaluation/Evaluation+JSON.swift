import DealModel

extension Evaluation {
  /// The figures as JSON: `{"format":"dealgraph-evaluation","version":1,"all":{…},
  /// "languages":{…},"kinds":{…},"statuses":{…}}`, shares as numbers 0…1.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("format")
    writer.string("dealgraph-evaluation")
    writer.name("version")
    writer.integer(1)
    writer.newLine()
    writer.name("all")
    all.write(to: &writer)
    writer.newLine()
    writer.name("languages")
    writer.beginObject()
    for (language, figures) in languages.sorted(by: { $0.key < $1.key }) {
      writer.newLine()
      writer.name(language)
      figures.write(to: &writer)
    }
    writer.endObject()
    for (title, scores) in [("kinds", kinds), ("statuses", statuses)] {
      writer.newLine()
      writer.name(title)
      writer.beginObject()
      for (word, score) in scores.sorted(by: { $0.key < $1.key }) {
        writer.newLine()
        writer.name(word)
        score.write(to: &writer)
      }
      writer.endObject()
    }
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}

extension Score {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, count) in [
      ("gold", annotated), ("hits", hits), ("predicted", found), ("right", right),
    ] {
      writer.name(name)
      writer.integer(count)
    }
    for (name, share) in [("precision", precision), ("recall", recall), ("f1", f1)] {
      writer.name(name)
      writer.number(share)
    }
    writer.endObject()
  }
}

extension GroupFigures {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, count) in [
      ("articles", articles), ("failed", failed), ("gold", deals.annotated),
      ("predicted", deals.found),
    ] {
      writer.name(name)
      writer.integer(count)
    }
    for (name, share) in shares {
      writer.name(name)
      writer.number(share)
    }
    writer.endObject()
  }

  private var shares: [(String, Double?)] {
    let fields = DealField.allCases
    return [
      ("precision", deals.precision), ("recall", deals.recall), ("f1", deals.f1),
      ("pair_precision", pairs.precision), ("pair_recall", pairs.recall), ("pair_f1", pairs.f1),
      ("grounded", groundedShare), ("quiet", quietShare),
    ] + fields.map { ($0.word, agreement(on: $0)) }
      + fields.filter { $0 != .scope && $0 != .status }
      .map { ($0.word + "_when_stated", agreementWhenStated(on: $0)) }
  }
}
