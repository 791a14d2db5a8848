/// What of a register's subject would stand otherwise once an entry was taken back, or done again.
public struct RegisterChange: Hashable, Sendable {
  /// What is told of: `status`, `Tom Ames`.
  public var what: String
  public var before: String
  public var after: String

  /// The values that differ, in the order of the first.
  fileprivate static func between(_ before: [(String, String)], _ after: [(String, String)]) -> [RegisterChange] {
    zip(before, after).compactMap { a, b in
      a.1 == b.1 ? nil : RegisterChange(what: a.0, before: a.1, after: b.1)
    }
  }
}

extension Team {
  /// What taking an entry of a playbook's team back would change; a refusal where it may not be. O(entries).
  public func reversing(_ entry: Int64, of playbook: String) throws -> [RegisterChange] {
    let log = logs[playbook] ?? RegisterLog()
    try log.check(takingBack: entry)
    var after = logs
    after[playbook] = log.without(entry)
    let then = Team(logs: after)
    let slots = Set((filled[playbook] ?? []).map(\.slot) + (then.filled[playbook] ?? []).map(\.slot)).sorted()
    func values(_ team: Team) -> [(String, String)] {
      slots.map { slot in
        let contact = team.filled(slot, of: playbook)?.contact
        return (slot, contact.map { Account.words([$0.name, $0.phone, $0.email]) } ?? "nobody")
      }
    }
    return RegisterChange.between(values(self), values(then))
  }
}

extension Account {
  /// The same for an entry on one of its executives.
  public func reversing(_ entry: Int64) throws -> [RegisterChange] {
    try log.check(takingBack: entry)
    let then = Account(name: name, entries: log.without(entry).entries)
    let known = executives.map(\.contact.name)
    let names = known + then.executives.map(\.contact.name).filter { executive($0) == nil }
    func values(_ account: Account) -> [(String, String)] {
      names.map { name in
        guard let executive = account.executive(name) else { return (name, "no executive contact") }
        let reached = executive.reached.map { "reached \($0.on)" + ($0.how.map { ": \($0)" } ?? "") } ?? "not reached"
        let contact = executive.contact
        return (name, Account.words([contact.role.words, contact.phone, contact.email, reached]))
      }
    }
    return RegisterChange.between(values(self), values(then))
  }

  fileprivate static func words(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: ", ") }
}

extension Risk {
  /// The same for an entry on the risk.
  public func reversing(_ entry: Int64) throws -> [RegisterChange] {
    try log.check(takingBack: entry)
    guard let then = Risk(id, log.without(entry).entries) else { throw Refusal.nothingToUndo }
    return RegisterChange.between(values, then.values)
  }

  private var values: [(String, String)] {
    [
      ("status", status.rawValue), ("title", entry.title), ("category", entry.category ?? "none"),
      ("likelihood", "\(entry.likelihood)"), ("impact", "\(entry.impactScore)"),
      ("residual", entry.residual.map { "\($0)" } ?? "none"), ("owner", entry.owner ?? "nobody"),
      ("response", entry.response?.rawValue ?? "none"), ("next review", entry.nextReview.map { "\($0)" } ?? "none"),
      ("last review", lastReview.map { "by \($0.by)" } ?? "none"), ("signal", entry.signal ?? "none"),
      ("ARR exposed", entry.arrExposed.map { "\($0)" } ?? "none"), ("description", entry.description ?? "none"),
      ("cause", entry.cause ?? "none"), ("in words", entry.impact ?? "none"),
      ("contingency", entry.contingency ?? "none"),
    ]
  }
}

extension Room {
  /// The same for an entry on the session; a refusal once it is over.
  public func reversing(_ entry: Int64) throws -> [RegisterChange] {
    if let ended { throw Refusal.roomIsOver(id, at: ended) }
    try log.check(takingBack: entry)
    let then = Room(id, log.without(entry))
    let names = Array(Set(roles.keys).union(then.roles.keys)).sorted()
    let people = (attendance + then.attendance).map(\.name).uniqued
    func values(_ room: Room) -> [(String, String)] {
      func list(_ ids: [EscalationID]) -> String {
        let shown = ids.prefix(8).map(\.text).joined(separator: ", ")
        return ids.isEmpty ? "none" : shown + (ids.count > 8 ? ", …" : "")
      }
      let box = room.timebox.map { "\($0.each) minutes for each, \($0.all) for all" }
      return [
        ("pinned", list(room.pinned)), ("skipped", list(room.skipped.keys.sorted())),
        ("added", list(room.added.keys.sorted())), ("order by hand", list(room.order)),
        ("timebox", box ?? "as the playbooks say"), ("notes", room.notes.isEmpty ? "none" : "\(room.notes.count)"),
      ] + names.map { ($0, room.roles[$0] ?? "nobody") }
        + people.map { name in
          (name, room.attendance.first { $0.name.isSameName(as: name) }?.state.rawValue ?? "not named")
        }
    }
    return RegisterChange.between(values(self), values(then))
  }
}

extension RegisterLog where Fact == RiskFact {
  /// What an entry says in the risk's timeline: what a taking back took, and of what was taken back that it was.
  public func sentence(_ entry: RegisterEntry<RiskFact>) -> String {
    if let target = entry.fact.takesBack {
      let earlier = entries.first { $0.sequence == target }
      let isAgain = earlier?.fact.takesBack != nil
      return "\(isAgain ? "did again" : "took back"): \(told(by: entry).fact.sentence)"
    }
    return entry.fact.sentence + (voided.contains(entry.sequence) ? " — taken back" : "")
  }
}
