extension DailyChecklist.Item {
  /// The same below its list's name: `Blockers, carried over 3 days (Bo is away)`.
  public var shortSentence: String {
    var text = item.label + condition
    if carried > 0 { text += ", carried over \(carried) day\(carried == 1 ? "" : "s")" }
    if let left { text += left.why.map { ", left by \(left.by): \($0)" } ?? ", left by \(left.by)" }
    return text
  }

  /// `Daily look: Blockers, carried over 3 days, since Fri, by ann (Bo is away)`.
  public func sentence(zone: Zone, now: Instant) -> String {
    var text = "\(checklistLabel): \(item.label)"
    text += condition
    if carried > 0 { text += ", carried over \(carried) day\(carried == 1 ? "" : "s"), since \(since)" }
    if let left {
      text += ", left \(left.at.brief(in: zone, now: now)) by \(left.by)" + (left.why.map { " (\($0))" } ?? "")
    }
    return text
  }

  /// A label may say by itself on what it depends.
  private var condition: String { need == .ifNeeded && !item.label.contains(", if ") ? ", if needed" : "" }
}

extension Brief.Wait {
  /// `we wait for the customer until Tue 17:00: logs`, `blocker “VPN” waits for bo, needed by 17:00`.
  public func sentence(zone: Zone, now: Instant) -> String {
    func when(_ instant: Instant) -> String { instant.brief(in: zone, now: now) }
    let who = owner ?? "nobody"
    func by(_ word: String) -> String {
      guard let due else { return ", no fixed time" }
      return due < now ? ", late since \(when(due))" : ", \(word) \(when(due))"
    }
    switch what {
    case .customer(let reason, let since, let until):
      let end = until.map { $0 < now ? ", expected back \(when($0))" : " until \(when($0))" } ?? ""
      return "we wait for the customer since \(when(since))\(end): \(reason)"
    case .promise(let label, let due):
      return "the customer waits for \(label)" + (due < now ? ", late since" : ", due") + " \(when(due)), \(who)"
    case .path(let label, let to, let since):
      let whom = to.isEmpty ? "" : ": bring in \(to.joined(separator: ", "))"
      return "\(label)\(whom), since \(when(since)), \(who)"
    case .blocker(let item): return "blocker “\(item.title)” waits for \(who)" + by("needed by")
    case .task(let item): return "task “\(item.title)” waits for \(who)" + by("due")
    case .milestone(let milestone): return "milestone “\(milestone.title)” waits for \(who)" + by("due")
    }
  }
}
