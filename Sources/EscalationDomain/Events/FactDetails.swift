/// New values for what describes an escalation; what is nil stays as it was.
public struct Amendment: Hashable, Sendable, Codable {
  public var title: String?
  public var details: String?
  public var tags: [String]?

  public init(title: String? = nil, details: String? = nil, tags: [String]? = nil) {
    self.title = title
    self.details = details
    self.tags = tags
  }
}

/// A message to the customer.
public struct CustomerUpdate: Hashable, Sendable, Codable {
  public var text: String
  public var channel: String?
  /// The time promised for the next one; it becomes a clock.
  public var next: Instant?
  /// Says what is known, what is not, and what comes next.
  public var substantive: Bool

  public init(text: String, channel: String? = nil, next: Instant? = nil, substantive: Bool = true) {
    self.text = text
    self.channel = channel
    self.next = next
    self.substantive = substantive
  }
}

/// Who was told, and how.
public struct Notification: Hashable, Sendable, Codable {
  public var who: [String]
  public var channel: String?
  public var note: String?

  public init(who: [String], channel: String? = nil, note: String? = nil) {
    self.who = who
    self.channel = channel
    self.note = note
  }
}

/// Waiting on the customer. Without `until` only where it came with an import (CLOCKS, Pause).
public struct Pause: Hashable, Sendable, Codable {
  public var reason: String
  public var until: Instant?

  public init(reason: String, until: Instant?) {
    self.reason = reason
    self.until = until
  }
}

/// How an escalation was resolved.
public struct Resolution: Hashable, Sendable, Codable {
  public var summary: String?
  public var rootCause: String?
  public var prevention: [String]

  public init(summary: String? = nil, rootCause: String? = nil, prevention: [String] = []) {
    self.summary = summary
    self.rootCause = rootCause
    self.prevention = prevention
  }

  /// With what another says; prevention items are added, each once.
  func amended(by other: Resolution) -> Resolution {
    Resolution(
      summary: other.summary ?? summary, rootCause: other.rootCause ?? rootCause,
      prevention: prevention + other.prevention.filter { !prevention.contains($0) })
  }
}

/// What closing records (PLAYBOOKS, All five).
public struct Closing: Hashable, Sendable, Codable {
  public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case recovered
    case retainedWithLoss = "retained-with-loss"
    case churned
    case withdrawn
    case duplicate
  }
  public var outcome: Outcome?
  /// Customer satisfaction, 1 to 10.
  public var csat: Int?
  /// The gates that it was closed in spite of; none where each was met.
  public var passedOver: [GateOverride]?

  public init(outcome: Outcome? = nil, csat: Int? = nil, passedOver: [GateOverride]? = nil) {
    self.outcome = outcome
    self.csat = csat
    self.passedOver = passedOver
  }
}

/// A deadline that passed: the event's `occurred` is the instant of the breach.
public struct ClockBreach: Hashable, Sendable, Codable {
  public var rule: String
  public var cycle: Int
  public var deadline: Instant
  /// A change of severity or policy put the deadline into the past.
  public var byReclassification: Bool

  public init(rule: String, cycle: Int, deadline: Instant, byReclassification: Bool) {
    self.rule = rule
    self.cycle = cycle
    self.deadline = deadline
    self.byReclassification = byReclassification
  }
}

/// A step from one policy edition to a newer one, with each open deadline that moved.
public struct PolicyAdoption: Hashable, Sendable, Codable {
  public struct Move: Hashable, Sendable, Codable {
    public var rule: String
    public var cycle: Int
    public var from: Instant?
    public var to: Instant?
    public init(rule: String, cycle: Int, from: Instant?, to: Instant?) {
      self.rule = rule
      self.cycle = cycle
      self.from = from
      self.to = to
    }
  }
  public var edition: Int
  public var moves: [Move]

  public init(edition: Int, moves: [Move]) {
    self.edition = edition
    self.moves = moves
  }
}
