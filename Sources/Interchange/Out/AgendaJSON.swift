import EscalationDomain

/// Agendas and what is new since an earlier moment, as JSON. Absent values are null, instants ISO 8601 UTC.
public enum AgendaJSON {
  /// `agenda --json`: the rows of `list --json` with `reasons[]`.
  ///
  /// - Parameter policy: the edition of a clock.
  public static func agenda(_ agenda: Agenda, zone: Zone, policy: (Int) -> Policy?) -> JSONValue {
    .list(
      agenda.items.map { item($0, skipped: nil, agenda, zone, policy) }
        + agenda.skipped.map { item($0.item, skipped: $0.stamp, agenda, zone, policy) })
  }

  private static func item(
    _ item: Agenda.Item, skipped: Work.Stamp?, _ agenda: Agenda, _ zone: Zone, _ policy: (Int) -> Policy?
  ) -> JSONValue {
    EscalationJSON.row(item.row, policy: item.row.clock.flatMap { policy($0.edition) }, now: agenda.asOf).adding([
      "reasons": .list(item.reasons.map { reason($0, zone: zone, now: agenda.asOf) }),
      "pinned": .bool(item.isPinned),
      "skipped": skipped.map {
        .object(["by": .text($0.by), "at": .maybe($0.at), "why": .maybe($0.why)])
      } ?? .null,
    ])
  }

  public static func reason(_ reason: AgendaReason, zone: Zone, now: Instant) -> JSONValue {
    .object([
      "kind": .text(reason.kind.rawValue), "label": .text(reason.label), "rule": .maybe(reason.rule),
      "due": .maybe(reason.due), "breached_at": .maybe(reason.breached), "new": .bool(reason.isNews),
      "owner": .maybe(reason.owner), "details": .texts(reason.details),
      "text": .text(reason.sentence(zone: zone, now: now)),
    ])
  }

  /// `since TIME --json`.
  public static func news(_ news: RoomNews, zone: Zone) -> JSONValue {
    .object([
      "since": .maybe(news.since), "now": .maybe(news.asOf), "opened": .int(Int64(news.opened)),
      "reopened": .int(Int64(news.reopened)), "resolved": .int(Int64(news.resolved)),
      "breached": .int(Int64(news.breached)), "updates": .int(Int64(news.updates)),
      "arr_at_risk": .object([
        "then": totals(news.atRiskBefore), "now": totals(news.atRiskNow),
      ]),
      "escalations": .list(
        news.records.map { record in
          .object([
            "id": .text(record.id.text), "account": .text(record.row.account), "title": .text(record.row.title),
            "severity": .maybe(record.row.severity), "level": .maybe(record.row.level),
            "stage": .maybe(record.row.stage), "band": .int(Int64(record.row.band)),
            "status": .text(record.row.status.rawValue), "owner": .maybe(record.row.owner),
            "changes": .list(record.changes.map { change($0, zone: zone, now: news.asOf) }),
          ])
        }),
    ])
  }

  static func totals(_ totals: MoneyTotals) -> JSONValue {
    .list(totals.amounts.map { .object(["amount": .amount($0), "currency": .text($0.currency)]) })
  }

  private static func change(_ change: RecordChange, zone: Zone, now: Instant) -> JSONValue {
    .object(["kind": .text(change.kind), "text": .text(change.sentence(zone: zone, now: now))])
  }
}

extension RecordChange {
  fileprivate var kind: String {
    switch self {
    case .opened: "opened"
    case .severity: "severity"
    case .level: "level"
    case .stage: "stage"
    case .status: "status"
    case .owner: "owner"
    case .playbook: "playbook"
    case .met: "met"
    case .missed: "missed"
    case .breached: "breached"
    case .milestoneAdded: "milestone-added"
    case .milestoneDone: "milestone-done"
    case .milestoneDropped: "milestone-dropped"
    case .milestoneReopened: "milestone-reopened"
    case .milestoneMoved: "milestone-moved"
    case .milestoneStarted: "milestone-started"
    case .milestoneChanged: "milestone-changed"
    case .milestoneLate: "milestone-late"
    case .health: "health"
    case .updates: "updates"
    case .decided: "decided"
    case .taskAdded: "task-added"
    case .taskDone: "task-done"
    case .taskDropped: "task-dropped"
    case .taskMoved: "task-moved"
    case .taskAssigned: "task-assigned"
    case .taskReopened: "task-reopened"
    }
  }
}
