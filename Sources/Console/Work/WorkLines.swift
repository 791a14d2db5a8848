import EscalationDomain
import Screen

/// The Work pane's lines: headings, and the items with what is left to do about each.
struct WorkLines {
  let rows: [ItemRow]

  init(_ list: WorkList, zone: Zone, now: Instant, width: Int) {
    let text = WorkItemText(zone: zone, now: now)
    var rows: [ItemRow] = []
    var index = 0
    for section in list.sections {
      let open = section.items.count { $0.standing == .open }
      let count = open > 0 ? " \(open) open" : ""
      rows.append(ItemRow(line: [Span(section.title, .label), Span(count, .muted)], item: nil))
      if section.items.contains(where: \.hasRACI) {
        rows += Wrap.lines(WorkItemText.key, width: width).map { ItemRow(line: [Span("  \($0)", .muted)], item: nil) }
      }
      for item in section.items {
        rows += text.lines(item, width: width).map { ItemRow(line: $0, item: index) }
        index += 1
      }
    }
    self.rows = rows
  }
}

/// One item of the Work pane in words.
struct WorkItemText {
  let zone: Zone
  let now: Instant

  /// `[ ] Call the sponsor · if needed`, wrapped behind its box.
  func lines(_ item: WorkItem, width: Int) -> [Line] {
    let isOpen = item.standing == .open
    let label = Span(item.listed, isOpen ? Style(.text) : Style(.muted))
    let rest = details(item).map { [Span(" · ", .muted), Span($0.text, Style($0.role))] }.flatMap(\.self)
    let lead = Span(box(item) + " ", isOpen ? Style(.accent) : Style(.muted))
    if case .step(let step, _) = item.what, !step.raci.isEmpty,
      Width.of(lead.text + label.text + rest.map(\.text).joined()) > width
    {
      // Who does it reads best on a line of its own where it does not stand beside the step.
      let indent = Span(String(repeating: " ", count: Width.of(lead.text)))
      return wrapped(lead, [label], width: width) + wrapped(indent, Array(rest.dropFirst()), width: width)
    }
    return wrapped(lead, [label] + rest, width: width)
  }

  /// Done, not needed, passed over, open; blank where nothing waits.
  private func box(_ item: WorkItem) -> String {
    switch item.what {
    case .item(_, let state):
      if case .notNeeded = state.answer { return "[-]" }
    case .obligation(let duty):
      if case .notNeeded = duty.state { return "[-]" }
    case .task(let state):
      if case .dropped = state.condition { return "[-]" }
    case .gate(let gate):
      if case .notNeeded = gate.state { return "[-]" }
      if case .overridden = gate.state { return "[!]" }
    case .step, .path, .noHypothesis, .hypothesis, .role: break
    }
    switch item.standing {
    case .open: return "[ ]"
    case .decided: return "[x]"
    case .quiet: return "   "
    }
  }

  /// What the letters before people's names in a step mean.
  static let key = "A accountable · R responsible · C consulted · I informed"

  typealias Detail = (text: String, role: Role)

  private func details(_ item: WorkItem) -> [Detail] {
    switch item.what {
    case .task(let state): task(state)
    case .item(let list, let state): answer(state) + (state.isOpen ? [] : [(list.label, .muted)])
    case .obligation(let duty): proof(duty)
    case .step(let step, let stamp):
      [(step.raci, stamp == nil ? .label : .muted)].filter { !$0.0.isEmpty } + (stamp.map { [said($0)] } ?? [])
    case .path(let state): path(state)
    case .noHypothesis(let likely):
      [("H states one", .muted)] + (likely.map { [("likely: \($0.label)", .text)] } ?? [])
    case .hypothesis(let stated):
      [(stated.value.details(zone: zone), .muted), said(stated.stamp)].filter { !$0.0.isEmpty }
    case .gate(let gate): self.gate(gate)
    case .role(_, let person): [(person ?? "nobody", person == nil ? .muted : .text)]
    }
  }

  private func task(_ state: TaskState) -> [Detail] {
    let owner: Detail = (state.task.owner ?? "nobody", .muted)
    switch state.condition {
    case .open:
      guard let due = state.task.due else { return [owner] }
      let isLate = state.isLate(at: now)
      return [
        owner,
        (
          isLate ? "late, was due \(due.brief(in: zone, now: now))" : "due \(due.brief(in: zone, now: now))",
          isLate ? .error : .text
        ),
      ]
    case .done(let stamp, let note): return [said(stamp, note)]
    case .dropped(let stamp): return [said(stamp)]
    }
  }

  private func answer(_ state: ChecklistState.Item) -> [Detail] {
    switch state.answer {
    case .open: state.need == .ifNeeded ? [("if needed", .warning)] : []
    case .done(let stamp), .notNeeded(let stamp): [said(stamp)]
    case .carriedOver(let stamp): [("carried over", .warning), said(stamp)]
    }
  }

  private func proof(_ duty: Obligation) -> [Detail] {
    switch duty.state {
    case .open: []
    case .told(let stamp, let note): [said(stamp, note)]
    case .notNeeded(let stamp): [said(stamp)]
    }
  }

  private func path(_ state: PathState) -> [Detail] {
    let people: Detail = (state.path.to.joined(separator: ", "), .text)
    switch state.state {
    case .quiet: return [people]
    case .called(let since):
      let called: Detail = ("called for since \(since.brief(in: zone, now: now))", .warning)
      return [people, called] + (state.noticed.map { [said($0.stamp, $0.value.note)] } ?? [])
    case .raised(let stamp, _, let note): return [people, said(stamp, note)]
    }
  }

  private func gate(_ gate: GateState) -> [Detail] {
    switch gate.state {
    case .satisfied: [("met", .muted)]
    case .open(let missing): [(missing.sentence, .text)] + (gate.need == .ifNeeded ? [("if needed", .warning)] : [])
    case .overridden(let stamp, let override): [("passed over as \(override.words)", .warning), said(stamp)]
    case .notNeeded(let stamp): [said(stamp)]
    }
  }

  /// `Ann Lee, Tue 14:05: they agreed`.
  private func said(_ stamp: Work.Stamp, _ note: String? = nil) -> Detail {
    let words = note ?? stamp.why
    return ("\(stamp.by), \(stamp.at.brief(in: zone, now: now))" + (words.map { ": \($0)" } ?? ""), .muted)
  }
}

extension WorkItem {
  /// Whether it is a step to do that names who answers for it.
  fileprivate var hasRACI: Bool {
    if case .step(let step, nil) = what { return !step.raci.isEmpty }
    return false
  }

  /// As it is listed: a task with its id, somebody to tell with the channel.
  fileprivate var listed: String {
    switch what {
    case .task(let state): "\(state.task.id) \(state.task.title)"
    case .obligation(let duty): "\(duty.stakeholder) · \(duty.channel ?? "any channel")"
    default: label
    }
  }
}

extension HypothesisStatement {
  /// What is done about the cause, by whom, until when.
  fileprivate func details(zone: Zone) -> String {
    [intervention, owner, deadline.map { "by \($0.words(in: zone))" }, success.map { "success: \($0)" }]
      .compactMap(\.self).joined(separator: " · ")
  }
}
