/// Where health is watched, words must say something: a bare status is no update, and a hypothesis is whole.
///
/// Source: PLAYBOOKS `health`, every update.
extension Decision {
  func requireSubstance(_ text: String, _ record: Escalation) throws {
    if try watchesHealth(record), text.isBareStatus { throw Refusal.bareStatus(text) }
  }

  func requireWhole(_ statement: HypothesisStatement, _ record: Escalation) throws {
    guard try watchesHealth(record) else { return }
    let missing = [
      statement.intervention?.nonEmpty == nil ? "the intervention" : nil,
      statement.owner?.nonEmpty == nil ? "its owner" : nil, statement.deadline == nil ? "its deadline" : nil,
      statement.success?.nonEmpty == nil ? "what success is" : nil,
    ].compactMap(\.self)
    if !missing.isEmpty { throw Refusal.hypothesisIncomplete(missing: missing) }
  }

  private func watchesHealth(_ record: Escalation) throws -> Bool {
    try policy(of: record).health != nil || record.stage != nil
  }
}

extension String {
  /// One or two words, or more of them that tell of nothing but a status: `ok`, `in progress`, `nothing new so far`.
  var isBareStatus: Bool {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    // Scripts that put no space between words: two letters stand for one.
    let unspaced = unicodeScalars.count(where: \.isOfUnspacedScript)
    let spaced = words.count { word in !word.unicodeScalars.contains(where: \.isOfUnspacedScript) }
    if spaced + unspaced / 2 <= 2 { return true }
    return words.allSatisfy { Self.statusWords.contains(String($0)) }
  }

  private static let statusWords: Set<String> = [
    "ok", "okay", "fine", "good", "well", "done", "open", "green", "yellow", "red", "status", "state", "stable",
    "ongoing", "pending", "waiting", "working", "monitoring", "watching", "wip", "progress", "progressing", "track",
    "control", "no", "not", "none", "nothing", "new", "news", "change", "changes", "changed", "update", "updates",
    "same", "before", "still", "yet", "so", "far", "all", "as", "in", "on", "it", "is", "are", "we", "the", "now",
    "at", "to", "under", "there", "this", "here", "today", "report", "moment", "has", "have", "for", "and", "work",
  ]
}

extension Unicode.Scalar {
  /// Thai to Myanmar, Khmer, kana, ideographs.
  fileprivate var isOfUnspacedScript: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
