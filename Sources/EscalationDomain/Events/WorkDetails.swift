/// A decision about one line of a checklist. The reason of "not needed" is the event's.
public struct ItemDecision: Hashable, Sendable, Codable {
  public enum Choice: String, Hashable, Sendable, Codable, CaseIterable {
    case done
    case notNeeded = "not-needed"
    /// The room looked at it and leaves it to its next session; it stays open.
    case carriedOver = "carried-over"
    /// Takes an earlier decision back.
    case open
  }
  public var checklist: String
  public var item: String
  public var choice: Choice

  public init(checklist: String, item: String, choice: Choice) {
    self.checklist = checklist
    self.item = item
    self.choice = choice
  }
}

/// What somebody holds to be the cause, and what is done about it (PLAYBOOKS `health`: a record needs each of these).
public struct HypothesisStatement: Hashable, Sendable, Codable {
  /// An entry of the playbook's menu, if it is one.
  public var hypothesis: String?
  public var cause: String
  public var intervention: String?
  public var owner: String?
  public var deadline: Instant?
  public var success: String?
  /// Whose toolkit is at hand, where the cause is competition.
  public var competitor: String?

  public init(
    hypothesis: String? = nil, cause: String, intervention: String? = nil, owner: String? = nil,
    deadline: Instant? = nil, success: String? = nil, competitor: String? = nil
  ) {
    self.hypothesis = hypothesis
    self.cause = cause
    self.intervention = intervention
    self.owner = owner
    self.deadline = deadline
    self.success = success
    self.competitor = competitor
  }
}

/// Something to be done by somebody, by a time; its due time is a clock like any other.
public struct ActionItem: Hashable, Sendable, Codable {
  /// `T1`, `T2` … within its escalation; never used again.
  public var id: String
  public var title: String
  public var owner: String?
  public var due: Instant?
  /// What it comes from: a hypothesis, a meeting …
  public var origin: String?
  /// None for something to do.
  public var kind: Kind?

  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something in the way: somebody has to remove it by a time.
    case blocker
  }

  public var isBlocker: Bool { kind == .blocker }

  public init(
    id: String, title: String, owner: String? = nil, due: Instant? = nil, origin: String? = nil, kind: Kind? = nil
  ) {
    self.id = id
    self.title = title
    self.owner = owner
    self.due = due
    self.origin = origin
    self.kind = kind
  }
}

/// Who plays a role of the war room: commander, scribe, customer lead, technical lead.
public struct RoleGiven: Hashable, Sendable, Codable {
  public var role: String
  public var to: String?

  public init(role: String, to: String?) {
    self.role = role
    self.to = to
  }
}

/// A stakeholder whom nobody needs to tell after all, through one channel or through any.
public struct NoticeWaived: Hashable, Sendable, Codable {
  public var stakeholder: String
  public var channel: String?

  public init(stakeholder: String, channel: String? = nil) {
    self.stakeholder = stakeholder
    self.channel = channel
  }
}

/// A gate that somebody with authority passed over; it stays listed with who and why (PLAYBOOKS, All five).
public struct GateOverride: Hashable, Sendable, Codable {
  public var gate: String
  /// The role in which the actor decided.
  public var authority: String
  /// Whether the team's contact matrix or the record's roles name the actor in that role; false where they name nobody,
  /// none where nothing was there to check by.
  public var confirmed: Bool?

  public init(gate: String, authority: String, confirmed: Bool? = nil) {
    self.gate = gate
    self.authority = authority
    self.confirmed = confirmed
  }
}

/// An internal path that was taken: these were brought in.
public struct PathRaised: Hashable, Sendable, Codable {
  public var path: String
  public var to: [String]
  public var note: String?

  public init(path: String, to: [String], note: String? = nil) {
    self.path = path
    self.to = to
    self.note = note
  }
}

/// Somebody noticed what calls for an internal path; whom it brings in has yet to be told.
public struct PathCalled: Hashable, Sendable, Codable {
  public var path: String
  public var note: String?

  public init(path: String, note: String? = nil) {
    self.path = path
    self.note = note
  }
}

/// A step to another playbook, with the grades taken up there.
public struct PlaybookMove: Hashable, Sendable, Codable {
  public var playbook: String
  public var edition: Int
  public var severity: String?
  public var level: String?
  public var stage: String?

  public init(playbook: String, edition: Int, severity: String? = nil, level: String? = nil, stage: String? = nil) {
    self.playbook = playbook
    self.edition = edition
    self.severity = severity
    self.level = level
    self.stage = stage
  }
}
