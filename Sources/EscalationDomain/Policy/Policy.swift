/// A value under the number it was installed with.
public struct Versioned<Value: Sendable>: Sendable {
  public var version: Int
  public var value: Value

  public init(version: Int, value: Value) {
    self.version = version
    self.value = value
  }
}

/// One edition of a store's policy: which version of each playbook and calendar holds.
///
/// Each installation makes the next edition. Events name the edition they were decided under, so that what ended
/// stays as it was (CLOCKS, Policy lives in the store).
public struct Policy: Sendable {
  public var edition: Int
  public var installed: Instant
  public var playbooks: [String: Versioned<Playbook>]
  public var calendars: [String: Versioned<WorkingTimeline>]
  /// The calendar where neither rule, account nor playbook names one.
  public var defaultCalendar: String

  public init(
    edition: Int, installed: Instant, playbooks: [String: Versioned<Playbook>],
    calendars: [String: Versioned<WorkingTimeline>], defaultCalendar: String
  ) {
    self.edition = edition
    self.installed = installed
    self.playbooks = playbooks
    self.calendars = calendars
    self.defaultCalendar = defaultCalendar
  }

  /// The rule's calendar, else the account's, else the playbook's, else the store's (CLOCKS, Time).
  public func calendarID(rule: ClockRule?, account: AccountFacts?, playbook: Playbook?) -> String {
    rule?.calendar ?? account?.calendar ?? playbook?.calendar ?? defaultCalendar
  }

  /// The zone in which an account lives: its calendar's.
  public func zone(of account: AccountFacts, playbook: String?) -> Zone {
    let id = calendarID(rule: nil, account: account, playbook: playbook.flatMap { playbooks[$0]?.value })
    return calendars[id]?.value.calendar.zone ?? .utc
  }
}

/// What is wrong between a log and the policy it names.
public enum PolicyError: Error, Hashable, Sendable {
  case unknownEdition(Int)
  case unknownPlaybook(String, edition: Int)
  case unknownCalendar(String, edition: Int)
}

/// All editions that a store has had.
public struct PolicyBook: Sendable {
  public private(set) var editions: [Int: Policy]
  public private(set) var current: Policy

  public init(_ first: Policy) {
    editions = [first.edition: first]
    current = first
  }

  public mutating func add(_ policy: Policy) {
    editions[policy.edition] = policy
    if policy.edition > current.edition { current = policy }
  }

  public func policy(_ edition: Int) throws(PolicyError) -> Policy {
    guard let policy = editions[edition] else { throw .unknownEdition(edition) }
    return policy
  }
}
