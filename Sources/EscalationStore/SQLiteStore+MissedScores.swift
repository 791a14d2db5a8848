import EscalationDomain
import GRDB

extension Command {
  /// Whether a record may follow scores after it that did not follow them before.
  var mayGoOn: Bool {
    switch self {
    case .reopen, .undo, .redo, .move: true
    default: false
    }
  }
}

extension SQLiteStore {
  /// What its account scored while nobody told a record of it, now that it follows scores (again): else a dip between
  /// closing and reopening would count for nothing. Each with the instant at which it was written down.
  ///
  /// - Returns: what was appended. O(what the register has of the account).
  func tellMissed(
    _ history: History, of found: Found, policies: PolicyBook, now: Instant, _ db: Database
  ) throws -> [Event] {
    let record = try Escalation.replay(history, policies: policies, now: now)
    guard record.mayBeClosed, policies.followsScores(record.playbook) else { return [] }
    let opened = policies.current.zone(of: record.account, playbook: record.playbook).local(record.opened).date
    let known = record.work.scores
    var missed: [LocalDate: Draft] = [:]
    for entry in try RegisterTable(db: db).entries(of: record.account.name, .account, as: AccountFact.self) {
      guard case .scored(let score) = entry.fact, score.date >= opened else { continue }
      let isKnown = known[score.date].map(score.saysTheSame) ?? false
      missed[score.date] =
        isKnown
        ? nil : Draft(occurred: entry.occurred, actor: entry.actor, source: .derived, fact: .scored(score))
    }
    let drafts = missed.sorted { ($0.value.occurred, $0.key) < ($1.value.occurred, $1.key) }.map(\.value)
    return drafts.isEmpty ? [] : try EventTable(db: db).append(drafts, to: found.id, key: found.key, recorded: now)
  }
}

extension Escalation {
  /// Not closed or cancelled: what is resolved still counts its days above the threshold.
  fileprivate var mayBeClosed: Bool {
    switch condition {
    case .open, .paused, .resolved: true
    case .closed, .cancelled: false
    }
  }
}
