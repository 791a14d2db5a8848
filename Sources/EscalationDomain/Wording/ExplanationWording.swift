/// One line of an explanation, with what it is so that a screen may dress it.
public struct ExplainedLine: Hashable, Sendable {
  /// Columns of what stands before the text of a line of facts or sums.
  public static let indent = 13

  public enum Kind: Hashable, Sendable {
    case heading
    case fact
    case counted
    case uncounted
    case sum
    /// The arithmetic does not hold: a fault of ours, never hidden.
    case broken
    case blank
  }

  public var kind: Kind
  public var text: String
}

extension Explanation {
  /// Where a clock's deadline comes from, line by line, the same on a screen and on the command line.
  ///
  /// - Parameter zone: the reader's zone; the stretches are told in the calendar's own.
  public func lines(zone: Zone, now: Instant) -> [ExplainedLine] {
    [ExplainedLine(kind: .heading, text: "\(cycle.name) · \(cycle.state(at: now).rawValue)")]
      + facts(zone: zone, now: now).map { ExplainedLine(kind: .fact, text: Explanation.row($0.0, $0.1)) }
      + [ExplainedLine(kind: .blank, text: "")] + stretchLines + sumLines
  }

  /// What says when it is due: a playbook's rule, or people.
  private var rule: String {
    let (name, id) = cycle.ownNames
    guard let name else {
      return "\(cycle.rule), target \(targetWords) · playbook version \(cycle.policyVersion)"
    }
    return "\(name)\(id.map { " \($0)" } ?? ""): due at the time that people set for it, whatever the calendar"
  }

  /// As a playbook spells it; one instant as people read it.
  private var targetWords: String {
    if case .instant(let due) = cycle.target { due.words(in: home) } else { cycle.target.description }
  }

  private var home: Zone { calendar.zone }

  private func facts(zone: Zone, now: Instant) -> [(String, String)] {
    var facts = [
      ("rule", rule),
      (
        "calendar",
        "\(calendar.name == calendar.id ? calendar.id : "\(calendar.name) (\(calendar.id))") version \(cycle.calendarVersion) · \(calendar.zone)"
      ),
      ("started", both(cycle.started, zone)),
    ]
    if cycle.countsFrom != cycle.started { facts.append(("counts from", both(cycle.countsFrom, zone))) }
    if let opens = cycle.due.opens { facts.append(("opens", both(opens, zone))) }
    if let deadline = cycle.due.deadline, cycle.ended != nil || cycle.deadline != nil {
      facts.append(("deadline", both(deadline, zone)))
    }
    if case .paused(let since, let left) = cycle.phase {
      let text =
        cycle.target.countsWorkingTime ? DurationText.working(left) + " of working time" : DurationText.full(left)
      facts.append(("paused", "\(both(since, zone)) · \(text) left"))
    }
    if let breach = cycle.breach {
      let how = breach.byReclassification ? ", by reclassification" : breach.corrected ? ", corrected since" : ""
      facts.append(("breached", both(breach.at, zone) + how))
    }
    if let ended = cycle.ended { facts.append(("ended", both(ended, zone))) }
    for remark in cycle.remarks(at: now) where remark.hasPrefix("waits") || remark.hasPrefix("its calendar") {
      facts.append(("deadline", "none: it \(remark)"))
    }
    return facts
  }

  /// In the calendar's zone, and in the reader's where that reads differently: one zone may have two names.
  private func both(_ instant: Instant, _ zone: Zone) -> String {
    let (own, reader) = (instant.words(in: home), instant.words(in: zone))
    return own == reader ? own : "\(own) = \(reader)"
  }

  private var stretchLines: [ExplainedLine] {
    stretches.map { stretch in
      let from = stretch.from.dayAndTime(in: home)
      let sameDay = home.local(stretch.from).date == home.local(stretch.to).date
      let to = sameDay ? Instant.clock(home.local(stretch.to).secondOfDay) : stretch.to.dayAndTime(in: home)
      let span = Explanation.padded("\(from) – \(to)", 43)
      switch stretch.kind {
      case .counted:
        return ExplainedLine(kind: .counted, text: "\(span)  counted   \(DurationText.full(stretch.seconds))")
      case .closed: return ExplainedLine(kind: .uncounted, text: "\(span)  closed")
      case .holiday(let name): return ExplainedLine(kind: .uncounted, text: "\(span)  holiday   \(name)")
      case .paused: return ExplainedLine(kind: .uncounted, text: "\(span)  paused")
      }
    }
  }

  private var sumLines: [ExplainedLine] {
    let counted = stretches.filter { $0.kind == .counted }
    guard !counted.isEmpty else { return [] }
    let parts =
      (2...6).contains(counted.count)
      ? counted.map { DurationText.full($0.seconds) }.joined(separator: " + ") + " = " : ""
    let sum = ExplainedLine(kind: .sum, text: Explanation.row("sum", "\(parts)\(DurationText.full(self.counted))"))
    guard let asked else { return [sum] + ruleLine }
    if !adds {
      let text = "the sum is not the target, \(DurationText.full(asked)); please report this"
      return [sum, ExplainedLine(kind: .broken, text: Explanation.row("", text))]
    }
    guard cycle.deadline != nil || cycle.ended != nil else {
      return [sum, ExplainedLine(kind: .sum, text: Explanation.row("of", DurationText.full(asked)))]
    }
    return [sum, ExplainedLine(kind: .sum, text: Explanation.row("target", "\(targetWords), exactly that"))]
  }

  /// For dates and slots the counted stretches are deadline minus start, and the rule for the date is what decides.
  private var ruleLine: [ExplainedLine] {
    guard let text = cycle.target.dateRule else { return [] }
    return [ExplainedLine(kind: .sum, text: Explanation.row("rule", text))]
  }

  private static func row(_ name: String, _ text: String) -> String { padded(name, ExplainedLine.indent) + text }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension Target {
  /// The rule by which a date becomes a deadline, in a sentence; none for durations, which are sums.
  public var dateRule: String? {
    switch self {
    case .elapsed, .working: nil
    case .businessDays(let days):
      "\(days) working \(days == 1 ? "day" : "days") on, at the same local time, or the last working moment before it"
    case .days(let days): "the same local time \(days) \(days == 1 ? "date" : "dates") later"
    case .sameDay: "23:59:59 of the start's local date"
    case .instant: "the time that was set"
    case .accountDate(let date, let before):
      before == 0
        ? "the end of the account's \(date.rawValue) date"
        : "the end of the date \(before) days before \(date.rawValue)"
    case .neededBy: "the time it is needed by"
    case .promised: "the time that was promised"
    case .window(let opens, let late): "opens after \(opens), late after \(late)"
    case .earliest: "the earliest of \(self)"
    case .deadlineOf(let rule): "the deadline of \(rule)"
    case .slots(let cadence): "closing time of the next slot (\(cadence)), 23:59:59 where the calendar is closed"
    }
  }
}

extension ClockCycle {
  /// What it is the clock of, and that one's id: a task, a milestone or a look at the plan; none for a playbook's.
  fileprivate var ownNames: (name: String?, id: String?) {
    let parts = rule.split(separator: ":", maxSplits: 1).map(String.init)
    guard isOwn, parts.count == 2 else { return (nil, nil) }
    switch parts[0] {
    case "task": return ("task", parts[1])
    case "milestone": return ("milestone", parts[1])
    default: return (PlanLook(rawValue: parts[1])?.label.lowercased() ?? parts[1], nil)
    }
  }
}
