import DealMentions

/// How well each mention of a sentence stands to each trigger as payer and as payee.
package struct RoleFits {
  private let fits: [UInt8]
  private let rivals: [UInt8]
  private let triggerCount: Int

  package init(_ sentence: SentenceReading) {
    fits = sentence.fits
    rivals = sentence.rivals
    triggerCount = sentence.triggers.count
  }

  private func slot(_ mention: Int, _ trigger: Int, _ isPayer: Bool) -> Int {
    (mention * triggerCount + trigger) * 2 + (isPayer ? 0 : 1)
  }

  /// How well a mention fits a role.
  package func fit(_ mention: Int, _ trigger: Int, isPayer: Bool) -> FrameRoles.Fit {
    FrameRoles.Fit(rawValue: fits[slot(mention, trigger, isPayer)]) ?? .unknown
  }

  /// How well the best other party fits a role that this mention is to have.
  func rival(_ mention: Int, _ trigger: Int, isPayer: Bool) -> FrameRoles.Fit {
    FrameRoles.Fit(rawValue: rivals[slot(mention, trigger, isPayer)]) ?? .unknown
  }
}

extension SentenceReading {
  /// For each mention, trigger and role, how well the best other party fits it.
  func bestRivals() -> [UInt8] {
    let width = triggers.count * 2
    var rivals = [UInt8](repeating: 0, count: fits.count)
    for other in mentions.indices where mentions[other].kind != .context {
      for mention in mentions.indices
      where groups[other].first != groups[mention].first
        && mentions[other].entities[0] != mentions[mention].entities[0]
      {
        for slot in 0..<width {
          rivals[mention * width + slot] = max(
            rivals[mention * width + slot], fits[other * width + slot])
        }
      }
    }
    return rivals
  }
}
