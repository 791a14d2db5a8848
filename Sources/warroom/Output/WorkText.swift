import EscalationDomain

/// What is asked of an escalation and how far it came, as rows: what is open first.
struct WorkText {
  let record: Escalation
  let view: WorkView
  let now: Instant
  let zone: Zone

  init(_ record: Escalation, policy: Policy, now: Instant, zone: Zone) {
    self.record = record
    self.now = now
    self.zone = zone
    view = WorkView(record, policy: policy, now: now)
  }

  struct Row {
    enum Standing {
      case open
      /// Somebody decided or did it.
      case decided
      /// Nothing to tell.
      case quiet
    }
    var standing: Standing
    var cells: [String]

    init(_ standing: Standing, _ cells: String...) {
      self.standing = standing
      self.cells = ["  \(cells[0])"] + cells.dropFirst()
    }
  }

  private func openFirst(_ rows: [Row]) -> [Row] {
    rows.filter { $0.standing == .open } + rows.filter { $0.standing != .open }
  }

  var gates: [Row] {
    openFirst(
      view.gates.map { gate in
        switch gate.state {
        case .satisfied: Row(.quiet, "met", gate.id, gate.label, "")
        case .open(let missing):
          Row(
            .open, "open", gate.id, gate.label,
            missing.sentence + (gate.need == .ifNeeded ? "; or say that it is not needed" : ""))
        case .overridden(let stamp, let override):
          Row(.decided, "passed over", gate.id, gate.label, "as \(override.words) by \(words(stamp))")
        case .notNeeded(let stamp): Row(.decided, "not needed", gate.id, gate.label, words(stamp))
        }
      })
  }

  var checklists: [Row] {
    openFirst(
      view.items.map { list, item in
        let (state, detail): (String, String) =
          switch item.answer {
          case .open: ("open", item.need == .ifNeeded ? "if needed: done, or not needed with a reason" : "")
          case .done(let stamp): ("done", words(stamp))
          case .notNeeded(let stamp): ("not needed", words(stamp))
          case .carriedOver(let stamp): ("carried over", words(stamp))
          }
        return Row(
          item.isOpen ? .open : .decided, state, "\(list.id)/\(item.item.id)", list.words, item.item.label, detail)
      })
  }

  var obligations: [Row] {
    openFirst(
      view.obligations.map { obligation in
        let (state, detail): (String, String) =
          switch obligation.state {
          case .open: ("open", view.noticeClock?.deadline.map { "owed by \($0.words(in: zone))" } ?? "")
          case .told(let stamp, let note):
            ("told", (obligation.via.map { "by \($0), " } ?? "") + words(stamp) + (note.map { ": \($0)" } ?? ""))
          case .notNeeded(let stamp): ("not needed", words(stamp))
          }
        return Row(
          obligation.state == .open ? .open : .decided, state, obligation.stakeholder,
          obligation.channel ?? "any channel", detail)
      })
  }

  var tasks: [Row] {
    openFirst(
      record.work.tasks.map { state in
        let (word, detail): (String, String) =
          switch state.condition {
          case .open:
            (
              state.isLate(at: now) ? "late" : "open", state.task.due.map { "due \($0.words(in: zone))" } ?? ""
            )
          case .done(let stamp, let note): ("done", words(stamp) + (note.map { ": \($0)" } ?? ""))
          case .dropped(let stamp): ("dropped", words(stamp))
          }
        return Row(
          state.isOpen ? .open : .decided, word, state.task.id, state.task.title, state.task.owner ?? "nobody", detail)
      })
  }

  /// Newest first.
  var hypotheses: [Row] {
    record.work.hypotheses.reversed().map { Row(.decided, words($0.stamp), $0.value.sentence(zone: zone)) }
  }

  var paths: [Row] {
    openFirst(
      view.paths.map { state in
        let to = state.path.to.joined(separator: ", ")
        func row(_ standing: Row.Standing, _ word: String, _ detail: String) -> Row {
          Row(standing, word, state.path.id, state.path.label, "to \(to)", detail)
        }
        return switch state.state {
        case .quiet: row(.quiet, "-", state.path.clock == nil ? "call for it or raise it once it holds" : "")
        case .called(let at):
          row(
            .open, "open",
            "called for since \(at.words(in: zone))"
              + (state.noticed.map { ", \($0.stamp.by)" + ($0.value.note.map { ": \($0)" } ?? "") } ?? ""))
        case .raised(let stamp, _, let note): row(.decided, "raised", words(stamp) + (note.map { ": \($0)" } ?? ""))
        }
      })
  }

  var roles: [Row] {
    view.playbook.room.roles.map { role in
      record.work.roles[role].map { Row(.decided, role, $0) } ?? Row(.quiet, role, "nobody")
    }
  }

  var steps: [Row] {
    openFirst(
      view.playbook.process.map { step in
        let done = record.work.steps[step.id]
        return Row(
          done == nil ? .open : .decided, done == nil ? "open" : "done", step.id, step.label, step.raci,
          done.map(words) ?? "")
      })
  }

  /// `bo, Mon 2026-03-02 11:00 UTC (it can wait)`.
  func words(_ stamp: Work.Stamp) -> String {
    "\(stamp.by), \(stamp.at.words(in: zone))" + (stamp.why.map { " (\($0))" } ?? "")
  }
}
