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
    let named = try opening.signal.map { try playbook.signal(matching: $0) }
    let facts = OpeningFacts(account: opening.account, zone: zone, now: now, disputed: opening.disputed)
    if let reading = playbook.readings(told: named?.id, facts).first(where: { $0.word == .told && !$0.speaks }) {
      return CommandFailure(
        .usage, "the signal does not hold (\(reading.sentence)); to open on it all the same, say why with --reason")
    }
    let suggestion = Suggestion(playbook, told: named?.id, facts)
    return CommandFailure(
      .usage,
      "the facts suggest \(suggestion.grade?.id ?? "otherwise") (\(suggestion.sentence)); "
        + "to choose otherwise, say why with --reason")
  }
}
