import EscalationDomain
import Screen

/// An escalation in words, for a person at a shell.
struct RecordText {
  let record: Escalation
  let history: History
  let policy: Policy
  let now: Instant
  let zone: Zone

  func print() {
    let record = record
    Output.line(Output.visible("\(record.id)  \(grade)  \(record.title)"))
    Output.table(facts.map { [$0.0, $0.1] })
    section("Clocks")
    Output.table(record.clocks.filter(isShown).map(clockRow), header: clockHeader)
    if !record.contacts.isEmpty {
      section("Contacts")
      for contact in record.contacts { Output.line(Output.visible("  " + contact.summary)) }
    }
    printPlan()
    printWork()
    printHealth()
    section("Timeline")
    Output.table(record.timeline(history, now: now).map(timelineRow))
  }

  private var grade: String { record.gradeLabel?.words ?? "-" }

  private var facts: [(String, String)] {
    var facts = [("  account", record.account.summary), ("  status", status), ("  owner", record.owner ?? "nobody")]
    facts.append(("  playbook", record.playbook))
    facts.append(("  opened", record.opened.words(in: zone)))
    facts += openingFacts
    if let neededBy = record.neededBy { facts.append(("  needed by", neededBy.words(in: zone))) }
    if let resolution = record.resolution {
      if let summary = resolution.summary { facts.append(("  solved by", summary)) }
      if let cause = resolution.rootCause { facts.append(("  root cause", cause)) }
      facts += resolution.prevention.map { ("  prevention", $0) }
    }
    if !record.tags.isEmpty { facts.append(("  tags", record.tags.joined(separator: ", "))) }
    if let details = record.details { facts.append(("  details", details)) }
    return facts
  }

  private var status: String {
    switch record.condition {
    case .open: record.status.rawValue
    case .paused(let pause, let since):
      "paused since \(since.words(in: zone)): \(pause.reason)"
        + (pause.until.map { ", until \($0.words(in: zone))" } ?? "")
    case .resolved(let at): "resolved \(at.words(in: zone))"
    case .closed(let closing, let at):
      "closed \(at.words(in: zone))" + (closing.outcome.map { ", \($0.rawValue)" } ?? "")
    case .cancelled(let at): "cancelled \(at.words(in: zone))"
    }
  }

  private func printPlan() {
    let plan = PlanText(record: record, now: now, zone: zone)
    guard !plan.isEmpty else { return }
    section("Corrective action plan")
    plan.print()
  }

  func section(_ name: String) {
    Output.line("")
    Output.line(name)
  }

  /// A long row of slots that passed unserved is told by its last few.
  private func isShown(_ cycle: ClockCycle) -> Bool {
    guard cycle.slots != nil, !cycle.isOpen else { return true }
    return cycle.cycle > (record.clock(cycle.rule)?.cycle ?? 0) - 4
  }

  private var clockHeader: [String] { ["  clock", "cycle", "state", "target", "deadline", "left", "calendar", ""] }

  private func clockRow(_ cycle: ClockCycle) -> [String] {
    [
      "  \(cycle.rule)", "\(cycle.cycle)", cycle.state(at: now).rawValue, cycle.target.description,
      cycle.deadline?.words(in: zone) ?? cycle.due.waitingFor.map { "waits for \($0)" } ?? "-",
      cycle.isOpen ? cycle.countdown(at: now) : "-", cycle.calendar, note(cycle),
    ]
  }

  private func note(_ cycle: ClockCycle) -> String {
    var notes: [String] = []
    if let timeline = policy.calendars[cycle.calendar]?.value,
      let tally = cycle.slotTally(among: record.clocks, on: timeline, now: now)
    {
      notes.append(tally.words)
    }
    if let breach = cycle.breached(at: now) { notes.append("breached \(breach.words(in: zone))") }
    if cycle.breach?.byReclassification ?? false { notes.append("by reclassification") }
    if cycle.breach?.corrected ?? false { notes.append("corrected") }
    if let ended = cycle.ended { notes.append("ended \(ended.words(in: zone))") }
    return notes.joined(separator: ", ")
  }

  private func timelineRow(_ entry: TimelineEntry) -> [String] {
    let mark = entry.mark.map { $0 == .derived ? "" : " [\($0.rawValue)]" } ?? ""
    return ["  \(entry.at.dayAndTime(in: zone))", entry.actor, entry.sentence(zone: zone) + mark]
  }
}
