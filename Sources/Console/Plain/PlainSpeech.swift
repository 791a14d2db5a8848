import EscalationDomain
import Screen

/// The board in sentences, a line each, for whoever has it read aloud: how it stands, and what changed from one model to
/// the next. Nothing in them is drawn, and nothing in them moves a cursor.
public enum PlainSpeech {
  /// How it stands: totals, then each open escalation by urgency. O(rows).
  public static func board(_ model: Model) -> [String] {
    guard model.board.isLoaded else { return [] }
    return [summary(model)] + model.board.board.rows.map { visible(row($0, model)) }
  }

  /// `12 open, 2 breached, 3 due within the hour, data as of 14:05`.
  public static func summary(_ model: Model) -> String {
    guard let totals = model.board.totals else { return "nothing was read yet" }
    let asOf = model.board.checked.map { ", as of \($0.brief(in: model.viewer.zone, now: model.now))" } ?? ""
    return "\(totals.open) open, \(totals.breached) breached, \(totals.dueWithinHour) due within the hour\(asOf)"
  }

  /// What is new in the second of two models, a line a change, apart from what a ``PlainFollower`` tells: the board when
  /// it is first there, milestones that became late, trouble with the store, and messages. O(rows).
  public static func changes(from before: Model, to after: Model) -> [String] {
    var lines: [String] = []
    if !before.board.isLoaded { lines += board(after) }
    if before.board.isLoaded { lines += milestones(from: before, to: after) }
    lines += reading(from: before, to: after)
    let known = Set(before.toasts.map(\.text))
    lines += after.toasts.map(\.text).filter { !known.contains($0) }
    return lines.map(visible)
  }

  /// One escalation: how it stands, its open clocks, and what happened last.
  public static func record(_ record: Record, _ model: Model) -> [String] {
    let escalation = record.escalation
    let (zone, now) = (model.viewer.zone, model.now)
    var lines = [row(BoardRow(escalation), model) + "; status \(escalation.status.rawValue)"]
    lines += escalation.openClocks.sorted { ($0.deadline ?? .max) < ($1.deadline ?? .max) }.map { clock($0, model) }
    let playbook = model.playbook(of: escalation)
    lines += record.timeline.prefix(5).map { entry in
      "\(entry.at.brief(in: zone, now: now)), \(entry.actor): \(entry.sentence(zone: zone, playbook: playbook))"
    }
    return lines.map(visible)
  }

  /// `W-12, S0, Northwind: Nothing arrives; owner Ann Lee; First response due in 23m, at 14:05`.
  static func row(_ row: BoardRow, _ model: Model) -> String {
    let clock = row.clock.map { "; \(Self.clock($0, model))" } ?? "; no clock runs"
    return "\(head(row))\(row.title); owner \(row.owner ?? "nobody")\(clock)"
  }

  /// Whose a line is: `W-12, S0, Northwind: `.
  static func head(_ row: BoardRow) -> String { "\(row.id), \(row.grade), \(row.account): " }

  /// The same by the board; of one that has left it, its id. O(rows).
  static func head(_ id: EscalationID, _ model: Model) -> String { model.board.row(id).map(head) ?? "\(id): " }

  /// What happened as the timeline says it, by whom, and when, if it was written down later.
  static func sentence(_ entry: TimelineEntry, of record: Escalation, _ model: Model) -> String {
    let zone = model.viewer.zone
    let actor = entry.actor == Draft.clockActor ? "" : "\(entry.actor): "
    let late = entry.isLate ? ", at \(entry.at.brief(in: zone, now: model.now))" : ""
    return actor + entry.sentence(zone: zone, playbook: model.playbook(of: record)) + late
  }

  static func clock(_ clock: ClockCycle, _ model: Model) -> String {
    let (now, zone) = (model.now, model.viewer.zone)
    let remaining = clock.remaining(at: now) ?? 0
    let due = clock.deadline.map { ", at \($0.brief(in: zone, now: now))" } ?? ""
    switch clock.state(at: now) {
    case .running: return "\(clock.label) due in \(DurationText.minutes(remaining))\(due)"
    case .breached: return "\(clock.label) overdue by \(DurationText.minutes(abs(remaining)))\(due)"
    case .paused: return "\(clock.label) paused with \(DurationText.minutes(remaining)) left"
    case .pending:
      return "\(clock.label) waits" + (clock.due.opens.map { " until \($0.brief(in: zone, now: now))" } ?? "")
    case .met: return "\(clock.label) met"
    case .missed: return "\(clock.label) missed"
    case .cancelled: return "\(clock.label) cancelled"
    }
  }

  static func visible(_ text: String) -> String { Visible.text(text, newlines: .space) }

  private static func reading(from before: Model, to after: Model) -> [String] {
    func trouble(_ model: Model) -> String? {
      if case .failed(let reason, _) = model.board.reading { return reason }
      return nil
    }
    // While it is tried again nothing is known: only a reading that worked says that it is back.
    let isTrying = after.board.reading == .underWay || after.board.reading == .underWayAndOld
    switch (trouble(before), trouble(after)) {
    case (nil, let reason?): return ["store unreachable: \(reason)"]
    case (.some, nil) where !isTrying: return ["store is back"]
    default: return []
    }
  }
}
