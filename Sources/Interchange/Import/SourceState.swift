import EscalationDomain

/// An escalation as the other system last told it: the fold of imported events alone.
///
/// What was done here does not enter. So a row is compared with what its own system said before, and an act of the
/// room stands until that system says something new.
struct SourceState: Hashable, Sendable {
  enum Condition: Hashable, Sendable {
    case open
    case paused(reason: String)
    case resolved
    case closed
    case cancelled
  }

  var title: String
  var details: String?
  var tags: [String]
  var account: AccountFacts
  var contact: Contact?
  var severity: String?
  var level: String?
  var stage: String?
  var owner: String?
  var neededBy: Instant?
  /// Since the opening or the latest reopening.
  var isAcknowledged = false
  var condition = Condition.open

  init(_ opening: Opening) {
    title = opening.title
    details = opening.details
    tags = opening.tags
    account = opening.account
    contact = opening.contacts.first
    severity = opening.severity
    level = opening.level
    stage = opening.stage
    owner = opening.owner
    neededBy = opening.neededBy
  }

  var isEnded: Bool {
    switch condition {
    case .open, .paused: false
    case .resolved, .closed, .cancelled: true
    }
  }

  mutating func apply(_ fact: Fact) {
    switch fact {
    case .amended(let amendment):
      title = amendment.title ?? title
      details = amendment.details ?? details
      tags = amendment.tags ?? tags
    case .accountChanged(let facts): account = facts
    case .contactAdded(let added): contact = added
    case .contactRemoved(let name): if contact?.name == name { contact = nil }
    case .acknowledged, .updated: isAcknowledged = true
    case .assigned(let owner): self.owner = owner
    case .severityChanged(let severity): self.severity = severity
    case .levelEntered(let level): self.level = level
    case .stageEntered(let stage): self.stage = stage
    case .neededBySet(let instant): neededBy = instant
    default: applyCourse(fact)
    }
  }

  /// As ``Escalation/replay(_:policies:now:)`` does: what makes no sense where it stands changes nothing.
  private mutating func applyCourse(_ fact: Fact) {
    switch fact {
    case .paused(let pause): if !isEnded { condition = .paused(reason: pause.reason) }
    case .resumed, .customerReplied: if !isEnded { condition = .open }
    case .resolved: if !isEnded { condition = .resolved }
    case .closed: if condition != .cancelled { condition = .closed }
    case .cancelled: if condition != .closed { condition = .cancelled }
    case .reopened:
      if isEnded {
        condition = .open
        isAcknowledged = false
      }
    default: break
    }
  }
}
