extension LifeRecord {
  struct Clock: Decodable {
    var rule, state: String
    var cycle, remainingSeconds: Int?
    var deadline, opens, ended, breachedAt: String?
    var byReclassification: Bool

    /// `response#1 met due 03-06 20:00 ended 03-06 17:00`.
    var words: String {
      var words = "\(rule)#\(cycle ?? 0) \(state)"
      if let deadline { words += " due \(deadline.lifeTime)" }
      if state == "paused", let remainingSeconds { words += " left \(remainingSeconds)" }
      if let ended { words += " ended \(ended.lifeTime)" }
      if let breachedAt, breachedAt != deadline { words += " breach \(breachedAt.lifeTime)" }
      if byReclassification { words += " by reclassification" }
      return words
    }
  }

  struct Gate: Decodable {
    var id, state: String
    var missing: Missing?
    var `as`, by, reason: String?

    struct Missing: Decodable { var text: String }

    /// `root-cause open: write down the root cause`.
    var words: String {
      switch state {
      case "open": "\(id) open: \(missing?.text ?? "-")"
      case "overridden": "\(id) overridden as \(self.as ?? "-") by \(by ?? "-"): \(reason ?? "-")"
      case "not-needed": "\(id) not needed: \(reason ?? "-")"
      default: "\(id) \(state)"
      }
    }
  }

  struct Health: Decodable {
    var score, streak, needed, redStreak: Int?
    var band, trend: String?
    var improved: Bool
    var missingDays: [String]
  }
}
