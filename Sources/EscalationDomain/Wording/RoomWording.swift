extension AgendaReason {
  /// `Next update due 17:00`, `Triage breached Mon 09:00`, `to decide in After-care: Post-mortem, Customer call`.
  public func sentence(zone: Zone, now: Instant) -> String {
    func when(_ instant: Instant) -> String { instant.brief(in: zone, now: now) }
    let whose = owner.map { ", \($0)" } ?? (kind.isAction ? ", nobody" : "")
    switch kind {
    case .pinned: return "pinned"
    case .added: return "added" + (owner.map { " by \($0)" } ?? "") + (label.isEmpty ? "" : ": \(label)")
    case .decision: return "to decide in \(label): \(details.joined(separator: ", "))"
    case .path:
      let whom = details.isEmpty ? "" : ": bring in \(details.joined(separator: ", "))"
      return "\(label)\(whom)" + (breached.map { " since \(when($0))" } ?? "")
    case .returns: return "back from its pause " + (due.map(when) ?? "") + (label.isEmpty ? "" : " (\(label))")
    case .watch: return "\(label) \(due.map { $0 <= now } ?? false ? "ended" : "ends") " + (due.map(when) ?? "")
    case .milestone, .task, .blocker:
      let name = "\(kind.rawValue) “\(label)”"
      if let breached { return "\(name) late since \(when(breached))\(whose)" }
      let time = due.map { "\(kind == .blocker ? "needed by" : "due") \(when($0))" }
      // What comes of a clock is due soon; else it is here because something is missing.
      if rule == nil { return "\(name): \(owner ?? "nobody"), \(time ?? "no time")" }
      return "\(name) \(time ?? "")\(whose)"
    case .review where !details.isEmpty:
      return "\(label) was due \((due.map(when)) ?? ""), nobody looked since: now \(details.joined(separator: ", "))"
    case .update, .check, .promise, .review, .deadline:
      guard let breached else { return "\(label) due " + (due.map(when) ?? "") }
      guard let due, due > now else { return "\(label) breached \(when(breached))" }
      return "\(label) missed \(when(breached)), due again \(when(due))"
    }
  }
}

extension RecordChange {
  /// `severity S1 → S0`, `Next update met twice`, `milestone “Fix” done`.
  public func sentence(zone: Zone, now: Instant) -> String {
    func when(_ instant: Instant?) -> String { instant?.brief(in: zone, now: now) ?? "no fixed time" }
    func turn(_ what: String, _ from: String?, _ to: String?) -> String {
      "\(what) \(from ?? "none") → \(to ?? "none")"
    }
    func times(_ count: Int) -> String { count == 1 ? "" : count == 2 ? " twice" : " \(count) times" }
    return switch self {
    case .opened(let at): "opened \(when(at))"
    case .severity(let from, let to): turn("severity", from, to)
    case .level(let from, let to): turn("level", from, to)
    case .stage(let from, let to): turn("stage", from, to)
    case .playbook(let from, let to): turn("playbook", from, to)
    case .status(let from, let to, let at):
      turn("status", from.rawValue, to.rawValue) + (at.map { " \(when($0))" } ?? "")
    case .owner(let from, let to): "owner \(from ?? "nobody") → \(to ?? "nobody")"
    case .met(let label, let count): "\(label) met\(times(count))"
    case .missed(let label, let count): "\(label) missed\(times(count))"
    case .breached(let label, let at): "\(label) breached \(when(at))"
    case .milestoneAdded(_, let title, let due): "milestone “\(title)” added, due \(when(due))"
    case .milestoneDone(_, let title): "milestone “\(title)” done"
    case .milestoneDropped(_, let title): "milestone “\(title)” dropped"
    case .milestoneReopened(_, let title): "milestone “\(title)” taken up again"
    case .milestoneMoved(_, let title, let from, let to): "milestone “\(title)” \(when(from)) → \(when(to))"
    case .milestoneStarted(_, let title): "milestone “\(title)” under way"
    case .milestoneChanged(let from, let to): "milestone “\(from.title)”: \(to.differences(from: from))"
    case .milestoneLate(_, let title, let due): "milestone “\(title)” late since \(when(due))"
    case .health(let from, let to): "health \(from.map(String.init) ?? "unknown") → \(to)"
    case .updates(let count, let last):
      count == 1 ? "update sent \(when(last))" : "\(count) updates sent, the last \(when(last))"
    case .decided(let text): "decided: \(text)"
    case .taskAdded(let item): "\(item.noun) “\(item.title)” raised, \(item.owner ?? "nobody"), \(when(item.due))"
    case .taskDone(let item): "\(item.noun) “\(item.title)” \(item.isBlocker ? "removed" : "done")"
    case .taskDropped(let item): "\(item.noun) “\(item.title)” dropped"
    case .taskMoved(let item, let from): "\(item.noun) “\(item.title)” \(when(from)) → \(when(item.due))"
    case .taskAssigned(let item, let from):
      "\(item.noun) “\(item.title)”: owner \(from ?? "nobody") → \(item.owner ?? "nobody")"
    case .taskReopened(let item): "\(item.noun) “\(item.title)” open again"
    }
  }
}

extension Milestone {
  /// `owner Ann → Bo, corrective → preventive`: all but its times.
  fileprivate func differences(from old: Milestone) -> String {
    [
      title == old.title ? nil : "now “\(title)”",
      owner == old.owner ? nil : "owner \(old.owner ?? "nobody") → \(owner ?? "nobody")",
      kind == old.kind ? nil : "\(old.kind.rawValue) → \(kind.rawValue)",
      after == old.after
        ? nil : after.isEmpty ? "after no other" : "after \(after.map { "“\($0)”" }.joined(separator: ", "))",
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension MoneyTotals {
  /// `EUR 1,020,000, USD 5,000`; `nothing` where there is none.
  public var words: String {
    let amounts = amounts.map(\.description)
    return amounts.isEmpty ? "nothing" : amounts.joined(separator: ", ")
  }
}

extension ActionItem {
  /// `task` or `blocker`.
  public var noun: String { isBlocker ? "blocker" : "task" }
}
