import EscalationDomain
import Screen

/// The Plan pane's lines: headings, milestones with what is due when, and the parts of the plan.
struct PlanLines {
  let rows: [ItemRow]

  init(_ list: PlanList, zone: Zone, now: Instant, width: Int) {
    let text = PlanItemText(zone: zone, now: now, outline: list.outlineHint)
    var rows: [ItemRow] = []
    var index = 0
    for section in list.sections {
      rows.append(ItemRow(line: PlanLines.heading(section, list, now: now), item: nil))
      for item in section.items {
        rows += text.lines(item, width: width).map { ItemRow(line: $0, item: index) }
        index += 1
      }
    }
    self.rows = rows
  }

  /// `Milestones 3 of 7 done · 1 late`.
  private static func heading(_ section: PlanList.Section, _ list: PlanList, now: Instant) -> Line {
    switch section.kind {
    case .plan: return [Span("Plan", .label)]
    case .checks: return [Span("Verification and sign-off", .label)]
    case .milestones:
      let late = section.items.count { $0.milestone?.isLate(at: now) ?? false }
      let (done, all) = list.progress
      return [
        Span("Milestones", .label), Span(all > 0 ? " \(done) of \(all) done" : "", .muted),
        Span(late > 0 ? " · " : "", .muted), Span(late > 0 ? "\(late) late" : "", .error),
      ]
    }
  }
}

/// One line of the plan in words.
struct PlanItemText {
  let zone: Zone
  let now: Instant
  /// What the playbook's outline would add.
  let outline: String?

  /// What is due stands in a column of its own at the right, as wide as `2026-03-03  +12d 10h`.
  private static let dueColumn = 22

  func lines(_ item: PlanItem, width: Int) -> [Line] {
    switch item.what {
    case .milestone(let state, let blockers): return milestone(state, blockers, width: width)
    case .newMilestone:
      let hint = outline.map { " · O \($0)" } ?? ""
      return wrapped(Span(" +  ", .accent), [Span("add a milestone\(hint)", .muted)], width: width)
    case .text(let part, let text): return fact(part.label, text, width: width)
    case .metric(let metric): return fact("Metric", metric?.sentence, width: width)
    case .exitCriteria(let criteria):
      if criteria.isEmpty { return fact("Exit", nil, width: width) }
      return criteria.enumerated().flatMap { fact($0 == 0 ? "Exit" : "", $1, width: width) }
    case .look(let look, let due, let found): return self.look(look, due, found, width: width)
    case .signOff(let stamped):
      return fact("Sign-off", stamped.map { "\($0.value) · recorded\(tail($0.stamp))" }, else: "not yet", width: width)
    }
  }

  /// `[ ] M1 Fix the export      Thu 17:00     2d 3h`, and below it its kind, who, since when and what it waits for.
  private func milestone(_ state: MilestoneState, _ blockers: [String], width: Int) -> [Line] {
    let isLate = state.isLate(at: now)
    let isOpen = state.isOpen
    let box = Span(mark(state, isLate: isLate) + " ", isLate ? .error : isOpen ? .accent : .muted)
    let title = [Span("\(state.id) ", .muted), Span(state.milestone.title, isOpen ? Role.text : .muted)]
    let hasColumn = width >= 50 && state.milestone.due != nil
    var lines = wrapped(box, title, width: hasColumn ? width - Self.dueColumn - 1 : width)
    if hasColumn, let first = lines.first {
      let used = first.reduce(0) { $0 + Width.of($1.text) }
      let gap = Span(String(repeating: " ", count: max(1, width - Self.dueColumn - used)))
      lines[0] = first + [gap] + due(state, isLate: isLate)
    }
    let details = self.details(state, blockers, withDue: !hasColumn)
    let spans = details.enumerated().flatMap { index, detail in
      (index > 0 ? [Span(" · ", .muted)] : []) + [Span(detail.text, Style(detail.role))]
    }
    return lines + wrapped(Span("    "), spans, width: width)
  }

  /// Late, done, given up, under way, not yet.
  private func mark(_ state: MilestoneState, isLate: Bool) -> String {
    switch state.condition {
    case .done: "[x]"
    case .dropped: "[-]"
    case .started: isLate ? "[!]" : "[~]"
    case .open: isLate ? "[!]" : "[ ]"
    }
  }

  private func due(_ state: MilestoneState, isLate: Bool) -> [Span] {
    guard let due = state.milestone.due else { return [] }
    let when = Fit.padded(due.brief(in: zone, now: now), to: 11)
    guard state.isOpen else { return [Span(when, .muted)] }
    let left = DurationText.minutes(due - now)
    let pad = String(repeating: " ", count: max(0, Self.dueColumn - 11 - Width.of(left)))
    return [Span(when, isLate ? .error : .text), Span(pad), Span(left, isLate ? .error : .text)]
  }

  typealias Detail = (text: String, role: Role)

  private func details(_ state: MilestoneState, _ blockers: [String], withDue: Bool) -> [Detail] {
    let milestone = state.milestone
    let isLate = state.isLate(at: now)
    var details: [Detail] = []
    switch state.condition {
    case .done(let stamp, let evidence): details.append(("done\(tail(stamp, evidence))", .success))
    case .dropped(let stamp): details.append(("dropped\(tail(stamp, stamp.why))", .muted))
    case .started(let stamp): details.append(("started\(tail(stamp))", .accent))
    case .open where blockers.isEmpty: details.append(("planned", .muted))
    case .open: details.append(("blocked by \(blockers.joined(separator: ", "))", .warning))
    }
    if withDue, state.isOpen {
      let word = milestone.due.map { due in
        let left = DurationText.minutes(abs(due - now))
        let when = due.brief(in: zone, now: now)
        return isLate ? "late \(left), was due \(when)" : "due \(when), in \(left)"
      }
      details.append((word ?? "no due time", isLate ? .error : word == nil ? .muted : .text))
    } else if isLate {
      details.append(("late", .error))
    }
    details.append((milestone.kind.rawValue, .muted))
    details.append((milestone.owner ?? "nobody", milestone.owner == nil && state.isOpen ? .warning : .muted))
    if let start = milestone.start { details.append(("from \(start.brief(in: zone, now: now))", .muted)) }
    if !milestone.after.isEmpty { details.append(("after \(milestone.after.joined(separator: ", "))", .muted)) }
    return details
  }

  private func look(
    _ look: PlanLook, _ due: Instant?, _ found: Work.Stamped<PlanFinding>?, width: Int
  ) -> [Line] {
    let name = look == .verification ? "Verification" : "Review"
    if let found {
      let word = found.value.holds ? "it holds" : "it does not hold"
      let rest = " · seen\(tail(found.stamp, found.value.note))"
      return part(name, [Span(word, found.value.holds ? .success : .error), Span(rest, .muted)], width: width)
    }
    guard let due else { return fact(name, nil, else: "no time set", width: width) }
    let left = DurationText.minutes(abs(due - now))
    let when = due.brief(in: zone, now: now)
    return part(
      name, [due < now ? Span("late \(left), was due \(when)", .error) : Span("due \(when), in \(left)")], width: width)
  }

  private func fact(_ name: String, _ text: String?, else none: String = "not written yet", width: Int) -> [Line] {
    part(name, [text.map { Span($0) } ?? Span(none, .muted)], width: width)
  }

  private func part(_ name: String, _ spans: [Span], width: Int) -> [Line] {
    let lines = wrapped(Span(String(repeating: " ", count: 14)), spans, width: width)
    return lines.enumerated().map { $0 == 0 ? labelled(name, to: 14) + $1.dropFirst() : $1 }
  }

  /// ` by Ann Lee, Tue 14:05: they agreed`.
  private func tail(_ stamp: Work.Stamp, _ words: String? = nil) -> String {
    " by \(stamp.by), \(stamp.at.brief(in: zone, now: now))" + (words.map { ": \($0)" } ?? "")
  }
}
