import EscalationDomain
import Interchange

/// An escalation that has just been opened: as JSON, or in words with why it opened and what is due.
struct OpenedText {
  let performed: Performed
  let policy: Policy
  let session: Session
  let json: Bool

  func print() {
    let record = performed.record
    if json { return Output.json(value) }
    Output.line(
      Output.visible("\(record.id) opened: \(record.gradeLabel.map { "\($0.words) " } ?? "")\(record.title)"))
    if let why = performed.events.first?.why { Output.line(Output.visible("  because: \(why)")) }
    if let suggestion = suggestion, let grade = suggestion.grade {
      Output.line(Output.visible("  suggested: \(grade.id): \(suggestion.sentence)"))
    }
    Output.table(
      record.openClocks.map { clock in
        [
          "  \(clock.label)",
          clock.deadline?.words(in: session.zone) ?? "waits for \(clock.due.waitingFor ?? "its start")",
          clock.countdown(at: session.now),
        ]
      })
  }

  var value: JSONValue {
    EscalationJSON.record(
      performed.record, history: History(performed.events), policy: policy, now: session.now)
  }

  private var suggestion: Suggestion? {
    let record = performed.record
    return policy.playbooks[record.playbook].flatMap { playbook in
      record.suggestion(
        of: playbook.value, zone: policy.zone(of: record.account, playbook: record.playbook), now: session.now)
    }
  }
}

/// Somebody chose otherwise than the facts and did not say why.
enum ReasonDue {
  static func failure(_ opening: EscalationDomain.Opening, _ playbook: Playbook, zone: Zone, now: Instant) throws
    -> CommandFailure
  {
    let dissent = try Decision.dissent(of: opening, playbook, zone: zone, at: now)
    let remedy =
      switch dissent {
      case .signal: "; to open on it all the same, say why with --reason"
      case .grade, nil: "; to choose otherwise, say why with --reason"
      case .lastStage: "; say why with --reason"
      }
    return CommandFailure(.usage, (dissent?.sentence ?? "a reason is due") + remedy)
  }
}
