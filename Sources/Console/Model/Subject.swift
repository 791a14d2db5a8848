import EscalationDomain

/// The escalation that a key acts on: what a form and a refusal need to know of it.
public struct Subject: Hashable, Sendable {
  public var id: EscalationID
  public var title: String
  public var account: String
  public var playbook: String
  public var severity: String?
  public var level: String?
  public var stage: String?
  public var status: Status
  public var owner: String?

  /// What does not exist yet: no id is empty.
  static let new = Subject()

  private init() {
    (id, title, account, playbook, status) = (EscalationID(""), "", "", "", .new)
  }

  public init(_ row: BoardRow) {
    id = row.id
    title = row.title
    account = row.account
    playbook = row.playbook
    severity = row.severity
    level = row.level
    stage = row.stage
    status = row.status
    owner = row.owner
  }

  public init(_ record: Escalation) {
    id = record.id
    title = record.title
    account = record.account.name
    playbook = record.playbook
    severity = record.severity
    level = record.level
    stage = record.stage
    status = record.status
    owner = record.owner
  }
}

extension Subject {
  func grade(on scale: Scale) -> String? {
    switch scale {
    case .severity: severity
    case .level: level
    case .stage: stage
    }
  }
}

extension Model {
  /// The selected escalation, or the one whose place this is.
  public var subject: Subject? {
    switch place {
    case .board: return board.selected.map(Subject.init)
    case .escalation(let place):
      if let record = records[place.id] { return Subject(record.escalation) }
      return (board.row(place.id) ?? register.row(place.id)).map(Subject.init)
    case .plans: return plans.selected.flatMap { subject($0) }
    case .room:
      guard let id = room.subject else { return nil }
      return subject(id) ?? room.file?[id].map { Subject($0.row) }
    case .register: return register.risk == nil ? register.selected.flatMap { subject($0) } : nil
    }
  }

  /// What is known of an escalation that is selected in a list: its record where that is at hand, else its row.
  private func subject(_ id: EscalationID) -> Subject? {
    records[id].map { Subject($0.escalation) } ?? (board.row(id) ?? register.row(id)).map(Subject.init)
  }

  /// Everybody who owns something here or has a task or a role in the record, and the viewer: whom a new owner is likely
  /// to be. Who is busy with the record or owns another of the account comes first, then who owns most. O(rows).
  var people: [String] {
    let record = records.record?.escalation
    let busy = (record?.work.tasks.compactMap(\.task.owner) ?? []) + (record?.work.roles.values.map { $0 } ?? [])
    let (account, id) = (subject?.account, subject?.id)
    var use: [String: Int] = [viewer.actor: 0]
    board.board.rows.withUnsafeBufferPointer { rows in
      for row in rows {
        guard let owner = row.owner else { continue }
        use[owner, default: 0] += row.account == account && row.id != id ? 10_000 : 1
      }
    }
    for person in busy { use[person, default: 0] += 10_000 }
    return use.sorted { ($1.value, $0.key.lowercased()) < ($0.value, $1.key.lowercased()) }.map(\.key)
  }
}
