/// What milestones and the register's rows say.
extension FilterAttributes {
  /// - Parameter escalation: the row of the escalation that it belongs to, where that is known.
  public init(_ row: MilestoneRow, of escalation: BoardRow?, now: Instant) {
    if let escalation {
      // What a milestone has not itself is its escalation's.
      self.init(escalation, now: now)
      escalationStatus = escalation.status
    } else {
      self.init()
    }
    let milestone = row.milestone
    let isLate = row.isLate(at: now)
    id = milestone.id
    self.escalation = row.escalation.text
    title = milestone.title
    account = row.account
    owner = milestone.owner
    band = row.band
    kind = milestone.kind.rawValue
    status = .milestone(row.status)
    isOpen = row.isOpen
    clock = FilterClock(rule: "milestone", label: "Milestone", deadline: milestone.due, isBreached: isLate)
    clocks = nil
    plan = FilterProgress(due: milestone.due, isOpen: row.isOpen, isLate: isLate)
  }

  public init(_ row: RegisterRow, now: Instant, facts: FilterFacts? = nil) {
    switch row {
    case .escalation(let row, _): self.init(row, now: now, facts: facts)
    case .risk(let risk, let life):
      self.init()
      id = risk.id.text
      title = risk.title
      account = risk.account
      owner = risk.owner
      arr = risk.arrExposed
      opened = life.registered
      changed = life.changed
      score = risk.inherent
      review = risk.nextReview
      switch risk.status {
      case .open: break
      case .promoted: status = .promoted
      case .closed: status = .one(.closed)
      }
    }
    kind = row.kind.rawValue
    isOpen = row.isOpen
  }
}

extension FilterVocabulary {
  /// O(rows).
  public init(_ playbooks: [Playbook], milestones: [MilestoneRow], of rows: [BoardRow]) {
    self.init(playbooks, rows: rows)
    subject = .milestones
    owners = FilterVocabulary.sorted(Set(milestones.lazy.compactMap(\.milestone.owner)))
    accounts = FilterVocabulary.sorted(Set(milestones.lazy.map(\.account)))
  }

  /// What is on the board, and what some rows of the register add. O(rows).
  public init(_ playbooks: [Playbook], register: [RegisterRow], of rows: [BoardRow]) {
    var risks: (owners: Set<String>, accounts: Set<String>, currencies: Set<String>) = ([], [], [])
    var all = rows
    for row in register {
      switch row {
      case .escalation(let row, ended: .some): all.append(row)
      case .escalation: break
      case .risk(let risk, _):
        if let owner = risk.owner { risks.owners.insert(owner) }
        risks.accounts.insert(risk.account)
        if let exposed = risk.arrExposed { risks.currencies.insert(exposed.currency) }
      }
    }
    self.init(playbooks, rows: all)
    subject = .register
    owners = FilterVocabulary.sorted(risks.owners.union(owners))
    accounts = FilterVocabulary.sorted(risks.accounts.union(accounts))
    currencies = risks.currencies.union(currencies).sorted()
  }
}
