import DealMentions

/// How well each mention of a sentence stands to each trigger as payer and as payee.
package struct RoleFits {
  private let sentence: SentenceReading
  private let fits: [UInt8]
  private let triggerCount: Int

  package init(_ sentence: SentenceReading) {
    self.sentence = sentence
    fits = sentence.fits
    triggerCount = sentence.triggers.count
  }

  private func raw(_ mention: Int, _ trigger: Int, _ isPayer: Bool) -> UInt8 {
    fits[(mention * triggerCount + trigger) * 2 + (isPayer ? 0 : 1)]
  }

  /// How well a mention fits a role.
  package func fit(_ mention: Int, _ trigger: Int, isPayer: Bool) -> FrameRoles.Fit {
    FrameRoles.Fit(rawValue: raw(mention, trigger, isPayer)) ?? .unknown
  }

  /// How well the best other party fits a role that this mention is to have.
  func rival(_ mention: Int, _ trigger: Int, isPayer: Bool) -> FrameRoles.Fit {
    let entity = sentence.mentions[mention].entities[0]
    var best: UInt8 = 0
    for other in sentence.mentions.indices
    where sentence.mentions[other].kind != .context
      && sentence.groups[other].first != sentence.groups[mention].first
      && sentence.mentions[other].entities[0] != entity
    {
      best = max(best, raw(other, trigger, isPayer))
    }
    return FrameRoles.Fit(rawValue: best) ?? .unknown
  }

  /// Whether no other party has a clearly better claim to either end of a reading.
  func mayMean(_ way: Candidate) -> Bool {
    guard way.trigger >= 0 else { return true }
    return [(way.payer, way.payee, true), (way.payee, way.payer, false)].allSatisfy { end in
      let own = fit(end.0, way.trigger, isPayer: end.2).rawValue
      guard own < FrameRoles.Fit.near.rawValue else { return true }
      var best: UInt8 = 0
      let entity = sentence.entity(end.0, 0)
      for other in sentence.mentions.indices
      where other != end.1 && sentence.mentions[other].kind == .name
        && sentence.groups[other].first != sentence.groups[end.0].first
        && sentence.groups[other].first != sentence.groups[end.1].first
        && sentence.mentions[other].entities[0] != entity
        && sentence.mentions[other].entities[0] != sentence.entity(end.1, 0)
      {
        best = max(best, raw(other, way.trigger, end.2))
      }
      return best < FrameRoles.Fit.near.rawValue
    }
  }
}
