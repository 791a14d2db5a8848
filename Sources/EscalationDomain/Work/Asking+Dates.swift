extension Asking {
  /// On which dates a list is asked; nil where it is not its time.
  func dates(of list: Checklist) -> Dates? {
    let work = record.work
    switch list.when {
    case .once, .untilDone: return Dates(base: work.since, asked: .only(date(work.since)))
    case .eachUpdate: return Dates(base: work.round.updates.since, asked: .only(date(work.round.updates.since)))
    case .eachGrade: return Dates(base: work.round.grades.since, asked: .only(date(work.round.grades.since)))
    case .eachCheck: return checks(since: work.round.checks)
    case .closing: return Dates(base: work.since, asked: .only(ended.map(date)))
    case .afterResolution: return ended.map { Dates(base: $0, asked: .only(date($0))) }
    case .daily:
      let asked = list.days.isEmpty ? .every(from: date(work.since)) : days(of: list.days)
      return asked.last(through: today).map { _ in Dates(base: work.since, asked: asked, renewed: asked) }
    }
  }

  private var ended: Instant? {
    switch record.condition {
    case .open, .paused, .cancelled: nil
    case .resolved(let at), .closed(_, let at): at
    }
  }

  /// Those that had not ended by then.
  private func cycles(of rules: some Sequence<String>, since: Instant) -> [ClockCycle] {
    let rules = Set(rules)
    return record.clocks.filter { rules.contains($0.rule) && $0.ended.map { $0 > since } ?? true }
  }

  /// The dates of clocks: of a cadence those its slots fall on, `daily` every date; of what ends by itself every date
  /// while it runs; of any other that of its deadline.
  private func days(of rules: [String]) -> AskedDates {
    var asked = AskedDates()
    let opening = record.opened == record.work.since ? record.entry : nil
    for rule in rules.compactMap(playbook.rule) {
      let first = rule.target.target(
        severity: opening.map(\.severity) ?? record.severity, level: opening.map(\.level) ?? record.level,
        stage: opening.map(\.stage) ?? record.stage)
      // Its first slot is a day later, and the room sits on the first day as well.
      if first == .slots(.daily), rule.starts.contains(.opened) { asked.insert(date(record.work.since)) }
    }
    for cycle in cycles(of: rules, since: record.work.since) {
      if cycle.elapses {
        asked.insert(from: date(cycle.started), through: cycle.ended.map(date))
        continue
      }
      if cycle.isOpen, cycle.target == .slots(.daily) { asked.insert(today) }
      guard let due = cycle.due.deadline.map(date), due >= date(record.work.since) else { continue }
      // A word before its slot serves it, and the day stays one of its days.
      let isServed = cycle.slots != nil && cycle.state(at: record.asOf) != .cancelled
      if isServed || cycle.ended.map({ due <= date($0) }) ?? true { asked.insert(due) }
    }
    return asked
  }

  /// A look at the progress is asked for on the date on which one is due. It ends the round; a slot that passes without
  /// one ends it too, with its date. Where no clock asks for any, every date is as good.
  ///
  /// - Parameter last: the check that settled what was asked before.
  func checks(since last: Work.Round.Count) -> Dates {
    var dates = Dates(base: last.since, asked: AskedDates())
    let clocks = cycles(
      of: playbook.clocks.filter { $0.stops.contains(.internalCheck) }.map(\.id), since: last.since)
    for cycle in clocks {
      if case .ended(let at, nil, .missed) = cycle.phase { dates.renewed.insert(date(at).adding(days: 1)) }
      // A deadline that a change of grade put into the past was first asked for then.
      let due = cycle.isOpen ? cycle.deadline : cycle.due.deadline.map { max($0, cycle.breach?.at ?? $0) }
      guard let due = due.map(date) else { continue }
      if cycle.ended.map({ due <= date($0) }) ?? true { dates.asked.insert(due) }
    }
    if !clocks.contains(where: \.isOpen) { dates.asked.insert(date(last.since).adding(days: last.number == 0 ? 0 : 1)) }
    return dates
  }
}
