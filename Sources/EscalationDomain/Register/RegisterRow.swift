/// One line of the register: an escalation, open or ended, or a risk, with what a list reads of it and no more.
public enum RegisterRow: Hashable, Sendable, Identifiable {
  /// - Parameter ended: when it left the board, if it did.
  case escalation(BoardRow, ended: Instant?)
  case risk(RiskRow, RiskLife)

  /// What a line is known by: an escalation and a risk may be called the same.
  public enum ID: Hashable, Sendable {
    case escalation(EscalationID)
    case risk(RiskID)

    public var text: String {
      switch self {
      case .escalation(let id): id.text
      case .risk(let id): id.text
      }
    }
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case escalation
    case risk
  }

  public init(_ record: Escalation) { self = .escalation(BoardRow(record), ended: record.ended) }

  public init(_ risk: Risk) { self = .risk(RiskRow(risk), RiskLife(risk)) }

  public var id: ID {
    switch self {
    case .escalation(let row, _): .escalation(row.id)
    case .risk(let row, _): .risk(row.id)
    }
  }

  public var kind: Kind {
    switch self {
    case .escalation: .escalation
    case .risk: .risk
    }
  }

  /// Whether somebody still has to do with it: a promoted risk is over, for the escalation it became stands beside it.
  public var isOpen: Bool {
    switch self {
    case .escalation(let row, _): row.status.isOpen
    case .risk(let row, _): row.status == .open
    }
  }

  /// The escalation that it is, or that a risk became.
  public var escalation: EscalationID? {
    switch self {
    case .escalation(let row, _): row.id
    case .risk(let row, _): row.escalation
    }
  }

  /// When time alone makes it old, if it does.
  public var staleAfter: Instant? {
    if case .escalation(let row, _) = self { row.staleAfter } else { nil }
  }
}

/// When a risk began, last changed and ended.
public struct RiskLife: Hashable, Sendable {
  public var registered: Instant
  public var changed: Instant
  /// When it was promoted or closed, whichever came last; none while it is open.
  public var ended: Instant?

  public init(registered: Instant, changed: Instant, ended: Instant?) {
    self.registered = registered
    self.changed = changed
    self.ended = ended
  }

  public init(_ risk: Risk) {
    let ended: Instant? =
      switch risk.condition {
      case .open: nil
      case .promoted(_, let stamp), .closed(let stamp): stamp.at
      }
    self.init(registered: risk.registered.at, changed: risk.changed, ended: ended)
  }
}

extension RegisterRow {
  /// What a person's words are looked for in: everything that names it. O(its texts).
  public var searchText: SearchText {
    switch self {
    case .escalation(let row, _): SearchText(row)
    case .risk(let row, _):
      SearchText(
        [row.id.text, row.title, row.account, row.owner, row.category, row.escalation?.text, "risk"].compactMap(\.self))
    }
  }

  /// Whether each word occurs somewhere in it: the one place that decides what a filter leaves.
  public func matches(_ words: [SearchText.Word]) -> Bool { words.isEmpty || searchText.contains(words) }
}
