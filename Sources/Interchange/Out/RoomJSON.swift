import EscalationDomain

/// Sessions of the war room and their minutes, as JSON. Absent values are null, instants ISO 8601 UTC.
public enum RoomJSON {
  /// `war-room show --json`.
  ///
  /// - Parameters:
  ///   - agenda: in its order; of a session that has not started what it would be now.
  ///   - rows: those that it names; one that is missing is told by its id alone.
  ///   - reasons: why each is on it; null where nobody asked.
  public static func room(
    _ room: Room, agenda: [EscalationID], rows: [EscalationID: BoardRow],
    reasons: (EscalationID) -> JSONValue = { _ in .null }, now: Instant
  ) -> JSONValue {
    head(room, now: now).adding([
      "current": .maybe(room.current), "next": .maybe(room.next),
      "agenda": .list(agenda.map { place($0, room, rows[$0], now: now).adding(["reasons": reasons($0)]) }),
      "pinned": .texts(room.pinned.map(\.text)), "added": stamps(room.added), "skipped": stamps(room.skipped),
      "notes": notes(room),
    ])
  }

  /// The board of a session's moment, by its tally and, where they are asked for, its escalations.
  public static func board(_ totals: BoardTotals, escalations: [JSONValue]?) -> JSONValue {
    .object([
      "open": .int(Int64(totals.open)), "breached": .int(Int64(totals.breached)),
      "due_within_hour": .int(Int64(totals.dueWithinHour)), "paused": .int(Int64(totals.paused)),
      "bands": .list(
        totals.bands.map {
          .object(["band": .int(Int64($0.band)), "grades": .texts($0.grades), "count": .int(Int64($0.count))])
        }),
      "arr_at_risk": AgendaJSON.totals(totals.atRisk), "escalations": escalations.map { .list($0) } ?? .null,
    ])
  }

  /// `minutes --json`.
  public static func minutes(_ minutes: Minutes) -> JSONValue {
    let (zone, now) = (minutes.zone, minutes.asOf)
    return head(minutes.room, now: now).adding([
      "zone": .text(zone.id), "now": .maybe(now),
      "open": .int(Int64(minutes.totals.open)), "breached": .int(Int64(minutes.totals.breached)),
      "decisions": .list(
        minutes.items.flatMap { item in
          item.decisions.map { line($0).adding(["id": .text(item.id.text), "account": .text(item.row.account)]) }
        }),
      "actions": .list(minutes.items.flatMap { item in item.actions.map { action($0, of: item.id) } }),
      "open_questions": .list(minutes.openQuestions.map { action($0.action, of: $0.row.id) }),
      "items": .list(minutes.items.map { item($0, zone, now: now, started: minutes.room.started?.at ?? now) }),
      "skipped": .list(
        minutes.skipped.map {
          row($0.row).adding(stamp($0.stamp)).adding(["at_risk": atRisk($0.ahead, zone, now: now)])
        }),
      "notes": notes(minutes.room), "news": AgendaJSON.news(minutes.news, zone: zone),
    ])
  }

  private static func head(_ room: Room, now: Instant) -> JSONValue {
    let (condition, adjourned): (String, Instant?) =
      switch room.condition {
      case .planned: ("planned", nil)
      case .running: ("running", nil)
      case .adjourned(let since): ("adjourned", since)
      case .ended: ("ended", nil)
      }
    return .object([
      "session": .text(room.id.text), "condition": .text(condition), "started": .maybe(room.started?.at),
      "started_by": .maybe(room.started?.by), "adjourned": .maybe(adjourned), "ended": .maybe(room.ended),
      "lasted_seconds": .maybe(room.lasted(now: now)), "since": .maybe(room.start?.since),
      "until": .maybe(room.start?.until),
      "timebox": room.timebox.map {
        .object(["each_minutes": .int(Int64($0.each)), "all_minutes": .int(Int64($0.all))])
      } ?? .null,
      "driver": room.driver.map {
        .object(["name": .text($0.name), "console": .text($0.console), "since": .maybe($0.since)])
      } ?? .null,
      "roles": .object(room.roles.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .text($0.value)) }),
      "attendance": .list(
        room.attendance.map { .object(["name": .text($0.name), "state": .text($0.state.rawValue)]) }),
    ])
  }

  private static func place(_ id: EscalationID, _ room: Room, _ row: BoardRow?, now: Instant) -> JSONValue {
    .object([
      "id": .text(id.text), "account": .maybe(row?.account), "title": .maybe(row?.title), "owner": .maybe(row?.owner),
      "current": .bool(room.current == id), "discussed": .bool(room.discussed.contains(id)),
      "spent_seconds": .int(room.spent(on: id, now: now)),
    ])
  }

  private static func item(_ item: Minutes.Item, _ zone: Zone, now: Instant, started: Instant) -> JSONValue {
    row(item.row).adding([
      "on_agenda": .bool(item.isOnAgenda), "discussed": .bool(item.wasDiscussed), "spent_seconds": .int(item.spent),
      "reasons": .list(item.reasons.map { AgendaJSON.reason($0, zone: zone, now: started) }),
      "decisions": .list(item.decisions.map(line)), "actions": .list(item.actions.map { action($0, of: item.id) }),
      "acts": .list(item.acts.map(line)),
      "changes": .texts(item.news.map { $0.sentence(zone: zone, now: started) }),
      "at_risk": atRisk(item.ahead, zone, now: now),
    ])
  }

  private static func atRisk(_ ahead: Minutes.Ahead, _ zone: Zone, now: Instant) -> JSONValue {
    .list(ahead.atRisk.map { AgendaJSON.reason($0, zone: zone, now: now) })
  }

  private static func row(_ row: BoardRow) -> JSONValue {
    .object([
      "id": .text(row.id.text), "account": .text(row.account), "title": .text(row.title),
      "severity": .maybe(row.severity), "level": .maybe(row.level), "stage": .maybe(row.stage),
      "band": .int(Int64(row.band)), "status": .text(row.status.rawValue), "owner": .maybe(row.owner),
    ])
  }

  private static func action(_ action: OpenAction, of id: EscalationID) -> JSONValue {
    .object([
      "escalation": .text(id.text), "kind": .text(action.kind.rawValue), "id": .text(action.id),
      "title": .text(action.title), "owner": .maybe(action.owner), "due": .maybe(action.due),
    ])
  }

  private static func line(_ line: Minutes.Line) -> JSONValue {
    .object([.init(name: "text", value: .text(line.text))] + stamp(line.stamp))
  }

  private static func stamp(_ stamp: Work.Stamp) -> [JSONValue.Member] {
    [
      .init(name: "by", value: .text(stamp.by)), .init(name: "at", value: .maybe(stamp.at)),
      .init(name: "why", value: .maybe(stamp.why)),
    ]
  }

  private static func stamps(_ stamps: [EscalationID: Work.Stamp]) -> JSONValue {
    let sorted = stamps.sorted { ($0.value.at, $0.key) < ($1.value.at, $1.key) }
    return .list(sorted.map { .object([.init(name: "id", value: .text($0.key.text))] + stamp($0.value)) })
  }

  private static func notes(_ room: Room) -> JSONValue {
    .list(room.notes.map { .object([.init(name: "text", value: .text($0.text))] + stamp($0.stamp)) })
  }
}
