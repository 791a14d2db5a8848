import EscalationDomain

/// Escalations as JSON, under the names that DESIGN.md fixes. Absent values are null, instants ISO 8601 UTC.
public enum EscalationJSON {
  /// `show ID --json`.
  public static func record(_ record: Escalation, history: History, policy: Policy, now: Instant) -> JSONValue {
    .object([
      "id": .text(record.id.text), "account": .text(record.account.name), "title": .text(record.title),
      "playbook": .text(record.playbook), "severity": .maybe(record.severity), "level": .maybe(record.level),
      "stage": .maybe(record.stage), "status": .text(record.status.rawValue), "owner": .maybe(record.owner),
      "band": .int(Int64(record.band)), "opened": .maybe(record.opened), "acknowledged": .maybe(record.acknowledged),
      "needed_by": .maybe(record.neededBy), "ended": .maybe(record.ended), "details": .maybe(record.details),
      "tags": .texts(record.tags), "arr": .maybe(record.account.arr),
      "currency": .maybe(record.account.arr?.currency), "segment": .maybe(record.account.segment),
      "renewal": .maybe(record.account.renewal), "calendar": .maybe(record.account.calendar),
      "detection": .maybe(record.detection?.rawValue), "paused": paused(record),
      "resolution": resolution(record.resolution), "closing": closing(record),
      "signal": .maybe(record.signal), "risk": .maybe(record.risk), "disputed": .maybe(record.disputed),
      "disputed_currency": .maybe(record.disputed?.currency),
      "suggestion": suggestion(record, policy: policy, now: now),
      "contacts": .list(record.contacts.map(contact)),
      "clocks": .list(record.clocks.map { clock($0, of: record, policy: policy, now: now) }),
      "cap": cap(record, now: now),
      "health": health(record, policy: policy, now: now),
      "messages": messages(record),
    ])
    .adding(work(record, policy: policy, now: now))
    .adding(["timeline": .list(record.timeline(history, now: now).map(entry))])
  }

  /// What is known of an account, by one of its escalations: an element of `account set --json`.
  ///
  /// - Parameter id: none where no escalation of it is open.
  public static func account(_ account: AccountFacts, of id: EscalationID?, csm: String?) -> JSONValue {
    .object([
      "id": .maybe(id?.text), "account": .text(account.name), "segment": .maybe(account.segment),
      "arr": .maybe(account.arr), "currency": .maybe(account.arr?.currency), "renewal": .maybe(account.renewal),
      "qbr": .maybe(account.qbr), "calendar": .maybe(account.calendar), "csm": .maybe(csm),
    ])
  }

  /// One clock of `clocks[]`: a cadence also with how far it came this week.
  private static func clock(_ cycle: ClockCycle, of record: Escalation, policy: Policy, now: Instant) -> JSONValue {
    let timeline = policy.calendars[cycle.calendar]?.value
    let tally = timeline.flatMap { cycle.slotTally(among: record.clocks, on: $0, now: now) }
    return clock(cycle, policy: policy, now: now).adding([
      "slots": tally.map {
        .object([
          "served": .int(Int64($0.served)), "missed": .int(Int64($0.missed)), "of": .int(Int64($0.slots)),
          "working_days_left": .int(Int64($0.workingDaysLeft)),
        ])
      } ?? .null
    ])
  }

  /// One clock of `clocks[]` or `next_clock`.
  public static func clock(_ cycle: ClockCycle, policy: Policy?, now: Instant) -> JSONValue {
    let timeline = policy?.calendars[cycle.calendar]?.value
    let state = cycle.state(at: now)
    return .object([
      "rule": .text(cycle.rule), "label": .text(cycle.label), "cycle": .int(Int64(cycle.cycle)),
      "state": .text(state.rawValue), "started": .maybe(cycle.started), "target": .text(cycle.target.description),
      "deadline": .maybe(cycle.deadline), "opens": .maybe(cycle.due.opens), "ended": .maybe(cycle.ended),
      "remaining_seconds": .maybe(cycle.remaining(at: now)),
      "working_remaining_seconds": .maybe(timeline.flatMap { cycle.workingRemaining(at: now, on: $0) }),
      "paused_seconds": .int(cycle.pausedSeconds(at: now)), "breached_at": .maybe(cycle.breached(at: now)),
      "by_reclassification": .bool(cycle.breach?.byReclassification ?? false),
      "corrected": .bool(cycle.breach?.corrected ?? false), "waiting_for": .maybe(cycle.due.waitingFor),
      "calendar": .text(cycle.calendar), "calendar_version": .int(Int64(cycle.calendarVersion)),
      "policy_version": .int(Int64(cycle.policyVersion)),
    ])
  }

  /// One element of `list --json`.
  public static func row(_ row: BoardRow, policy: Policy?, now: Instant) -> JSONValue {
    .object([
      "id": .text(row.id.text), "account": .text(row.account), "title": .text(row.title),
      "playbook": .text(row.playbook), "severity": .maybe(row.severity), "level": .maybe(row.level),
      "stage": .maybe(row.stage), "band": .int(Int64(row.band)), "status": .text(row.status.rawValue),
      "owner": .maybe(row.owner), "arr": .maybe(row.arr), "currency": .maybe(row.arr?.currency),
      "renewal": .maybe(row.renewal), "opened": .maybe(row.opened),
      "next_clock": row.clock.map { clock($0, policy: policy, now: now) } ?? .null,
      "plan": plan(row.plan, now: now),
    ])
  }

  private static func paused(_ record: Escalation) -> JSONValue {
    guard case .paused(let pause, let since) = record.condition else { return .null }
    return .object(["reason": .text(pause.reason), "since": .maybe(since), "until": .maybe(pause.until)])
  }

  private static func resolution(_ resolution: Resolution?) -> JSONValue {
    guard let resolution else { return .null }
    return .object([
      "summary": .maybe(resolution.summary), "root_cause": .maybe(resolution.rootCause),
      "prevention": .texts(resolution.prevention),
    ])
  }

  private static func closing(_ record: Escalation) -> JSONValue {
    guard case .closed(let closing, let at) = record.condition else { return .null }
    return .object([
      "at": .maybe(at), "outcome": .maybe(closing.outcome?.rawValue), "csat": .maybe(closing.csat.map(Int64.init)),
      "passed_over": .texts((closing.passedOver ?? []).map(\.gate)),
    ])
  }

  private static func contact(_ contact: Contact) -> JSONValue {
    .object([
      "name": .text(contact.name), "role": .maybe(contact.role), "email": .maybe(contact.email),
      "phone": .maybe(contact.phone),
    ])
  }

  private static func entry(_ entry: TimelineEntry) -> JSONValue {
    .object([
      "event": .maybe(entry.sequence), "at": .maybe(entry.at), "recorded": .maybe(entry.recorded),
      "actor": .text(entry.actor), "kind": .text(entry.fact.kind), "text": .text(entry.what(zone: .utc)),
      "why": .maybe(entry.why), "mark": .maybe(entry.mark?.rawValue),
    ])
  }
}
