import EscalationDomain

/// The parts of `show` about what is asked and done: each only where there is something to tell.
extension RecordText {
  func printWork() {
    let work = WorkText(record, policy: policy, now: now, zone: zone)
    let isOver = record.status == .closed || record.status == .cancelled
    if isOver {
      part("Gates passed over", work.gates, only: .decided)
    } else {
      part("Gates", work.gates)
      part("Checklists", open: work.checklists, rest: "decided")
      part("Who must hear", open: work.obligations, rest: "told")
    }
    part("Tasks", work.tasks, only: .open)
    part("Hypothesis", Array(work.hypotheses.prefix(1)) + suggestion(work))
    if !isOver { part("Internal paths", work.paths, only: .open) }
    part("Internal paths taken", work.paths, only: .decided)
    part("Roles", work.roles, only: .decided)
    if !isOver { part("Steps", open: work.steps, rest: "done") }
  }

  private func suggestion(_ work: WorkText) -> [WorkText.Row] {
    guard record.status.isOpen, record.work.hypotheses.isEmpty, let likely = work.view.likelyHypothesis else {
      return []
    }
    return [.init(.open, "none yet", "the weakest dimension suggests \(likely.id): \(likely.label)")]
  }

  private func part(_ name: String, _ rows: [WorkText.Row], only standing: WorkText.Row.Standing? = nil) {
    let rows = rows.filter { standing == nil || $0.standing == standing }
    guard !rows.isEmpty else { return }
    Output.line("\n\(name)")
    Output.table(rows.map(\.cells))
  }

  /// The open rows, under how far the whole came.
  private func part(_ name: String, open rows: [WorkText.Row], rest: String) {
    guard !rows.isEmpty else { return }
    let open = rows.filter { $0.standing == .open }
    Output.line("\n\(name): \(rows.count - open.count) of \(rows.count) \(rest)")
    Output.table(open.map(\.cells))
  }
}
