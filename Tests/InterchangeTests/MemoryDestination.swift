import EscalationDomain

@testable import Interchange

/// A store in memory that keeps the port's promises and counts what was asked of it.
final class MemoryDestination: ImportDestination {
  var policy: Policy
  private(set) var log: [EscalationID: [Event]] = [:]
  private(set) var staged: [ImportedRecord] = []
  private(set) var publications = 0
  private(set) var abandoned = 0
  var failsToPublish = false
  private var sequence: Int64 = 0

  struct Broken: Error {}

  init(policy: Policy = .small) { self.policy = policy }

  func histories(of ids: [EscalationID]) throws -> [EscalationID: History] {
    Dictionary(uniqueKeysWithValues: ids.compactMap { id in log[id].map { (id, History($0)) } })
  }

  func stage(_ records: [ImportedRecord]) throws { staged += records }

  func publish() throws {
    if failsToPublish { throw Broken() }
    for record in staged {
      for draft in record.drafts { append(draft, to: record.id) }
    }
    staged = []
    publications += 1
  }

  func abandon() throws {
    staged = []
    abandoned += 1
  }

  func append(_ draft: Draft, to id: EscalationID) {
    sequence += 1
    log[id, default: []].append(draft.event(sequence, of: id, recorded: Instant(1_800_000_000)))
  }

  /// The events of an escalation as they occurred.
  func history(_ id: String) -> History { History(log[EscalationID(id)] ?? []) }

  func replay(_ id: String, now: Instant = .max) throws -> Escalation {
    try Escalation.replay(history(id), policies: PolicyBook(policy), now: now)
  }
}

extension Playbook {
  /// P1 to P4, with a first response and an update cadence.
  static var small: Playbook {
    var playbook = Playbook(id: "protocol", name: "Protocol")
    playbook.severities = (1...4).map { Grade(id: "P\($0)", name: "Priority \($0)", band: $0) }
    playbook.clocks = [
      ClockRule(
        id: "first-response", label: "First response", stops: [.acknowledged, .customerUpdate],
        target: .by(
          .severity, ["P1": .elapsed(seconds: 900), "P2": .elapsed(seconds: 3600), "P3": .elapsed(seconds: 14_400)]))
    ]
    return playbook
  }

  /// Levels and no severities.
  static var ladder: Playbook {
    var playbook = Playbook(id: "ladder", name: "Ladder")
    playbook.levels = (1...3).map { Grade(id: "L\($0)", name: "Level \($0)", band: $0) }
    return playbook
  }
}

extension Policy {
  static var small: Policy {
    Policy(
      edition: 1, installed: Instant(0),
      playbooks: ["protocol": Versioned(version: 1, value: .small), "ladder": Versioned(version: 1, value: .ladder)],
      calendars: ["24x7": Versioned(version: 1, value: WorkingTimeline(.allDay(.utc)))], defaultCalendar: "24x7")
  }
}
