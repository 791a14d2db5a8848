import EscalationDomain

/// The daily checklist and the brief as JSON. Absent values are null, instants ISO 8601 UTC.
public enum DailyJSON {
  /// `checklist --json`: the rows of `list --json` with `items[]`.
  ///
  /// - Parameter policy: the edition of a clock.
  public static func checklist(_ daily: DailyChecklist, policy: (Int) -> Policy?) -> JSONValue {
    .list(
      daily.groups.map { group in
        row(group.row, daily.asOf, policy).adding(["items": .list(group.items.map(item))])
      })
  }

  private static func item(_ item: DailyChecklist.Item) -> JSONValue {
    .object([
      "checklist": .text(item.checklist), "checklist_label": .text(item.checklistLabel),
      "when": .text(item.when.rawValue), "item": .text(item.item.id), "label": .text(item.item.label),
      "need": .text(item.need.rawValue), "since": .maybe(item.since), "days_carried": .int(Int64(item.carried)),
      "carried_by": .maybe(item.left?.by), "carried_at": .maybe(item.left?.at), "reason": .maybe(item.left?.why),
    ])
  }

  /// `brief --json`.
  public static func brief(_ brief: Brief, zone: Zone, policy: (Int) -> Policy?) -> JSONValue {
    func reasons(_ reasons: [AgendaReason]) -> JSONValue {
      .list(reasons.map { AgendaJSON.reason($0, zone: zone, now: brief.asOf) })
    }
    return .object([
      "now": .maybe(brief.asOf), "until": .maybe(brief.until), "open": .int(Int64(brief.totals.open)),
      "breached": .int(Int64(brief.totals.breached)), "paused": .int(Int64(brief.totals.paused)),
      "on_fire": .list(
        brief.fires.map { row($0.row, brief.asOf, policy).adding(["reasons": reasons($0.breached)]) }),
      "due": .list(
        brief.due.map { row($0.row, brief.asOf, policy).adding(["reasons": reasons([$0.reason])]) }),
      "waiting": .list(brief.waits.map { wait($0, zone: zone, now: brief.asOf) }),
    ])
  }

  private static func row(_ row: BoardRow, _ now: Instant, _ policy: (Int) -> Policy?) -> JSONValue {
    EscalationJSON.row(row, policy: row.clock.flatMap { policy($0.edition) }, now: now)
  }

  private static func wait(_ wait: Brief.Wait, zone: Zone, now: Instant) -> JSONValue {
    var since: Instant?
    let (kind, what): (String, String)
    switch wait.what {
    case .customer(let reason, let from, _): (kind, what, since) = ("customer", reason, from)
    case .promise(let label, _): (kind, what) = ("promise", label)
    case .path(let label, let to, let from):
      (kind, what, since) = ("path", ([label] + to).joined(separator: ": "), from)
    case .blocker(let item): (kind, what) = ("blocker", item.title)
    case .task(let item): (kind, what) = ("task", item.title)
    case .milestone(let milestone): (kind, what) = ("milestone", milestone.title)
    }
    return .object([
      "kind": .text(kind), "id": .text(wait.row.id.text), "account": .text(wait.row.account),
      "title": .text(wait.row.title), "owner": .maybe(wait.owner), "what": .text(what), "since": .maybe(since),
      "due": .maybe(wait.due), "text": .text(wait.sentence(zone: zone, now: now)),
    ])
  }
}
