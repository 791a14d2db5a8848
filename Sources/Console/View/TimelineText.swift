import EscalationDomain
import Screen

/// What happened to an escalation, newest first, a heading a day.
enum TimelineText {
  static func lines(_ record: Record, _ model: Model, width: Int) -> [Line] {
    let (entries, zone) = (record.timeline, model.viewer.zone)
    let playbook = model.playbook(of: record.escalation)
    var lines: [Line] = []
    var day: LocalDate?
    let actorWidth = min(min(14, max(6, width / 4)), entries.map { Width.of($0.actor) }.max() ?? 0)
    for entry in entries {
      let local = zone.local(entry.at)
      if local.date != day {
        if day != nil { lines.append([]) }
        lines.append([Span("\(local.date.weekday.shortName) \(local.date)", .label)])
        day = local.date
      }
      let lead = [
        Span("\(Instant.clock(local.secondOfDay))  ", .muted),
        Span(Fit.padded(entry.actor, to: actorWidth) + "  ", actorRole(entry)),
      ]
      lines += wrapped(lead, text(entry, zone, playbook), Style(role(entry)), width: width)
    }
    return lines
  }

  private static func text(_ entry: TimelineEntry, _ zone: Zone, _ playbook: Playbook?) -> String {
    var text = entry.sentence(zone: zone, playbook: playbook)
    if entry.isLate, entry.mark == nil { text += " · recorded \(entry.recorded.dayAndTime(in: zone))" }
    switch entry.mark {
    case .undone: return "\(text) — undone"
    case .corrected: return "\(text) — corrected"
    case .derived, nil: return text
    }
  }

  private static func role(_ entry: TimelineEntry) -> Role {
    switch (entry.fact, entry.mark) {
    case (_, .undone), (_, .corrected): .muted
    case (.breached, _): .error
    case (.resolved, _), (.closed, _): .success
    default: .text
    }
  }

  private static func actorRole(_ entry: TimelineEntry) -> Role {
    entry.actor == Draft.clockActor || entry.mark == .undone ? .muted : .accent
  }
}
