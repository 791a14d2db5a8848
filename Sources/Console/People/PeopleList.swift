import EscalationDomain

/// Everybody round an escalation: what the People pane lists and its cursor moves over.
public struct PeopleList: ItemList, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case contacts, notices, roles, executives
    /// Of a playbook, by its id.
    case matrix(String)
  }

  /// Neighbouring items under one heading.
  public struct Section: Hashable, Sendable {
    public var kind: Kind
    public var items: [PeopleItem]
  }

  public let sections: [Section]
  /// Those of all sections, in order.
  public let items: [PeopleItem]

  /// - Parameters:
  ///   - policy: the edition that the record follows.
  ///   - current: the newest edition: the team and the executives are today's.
  /// O(people × notices).
  public init(_ record: Escalation, _ registers: Registers?, policy: Policy, current: Policy, now: Instant) {
    let playbook = policy.playbooks[record.playbook]?.value ?? Playbook(id: record.playbook, name: record.playbook)
    let isOver = record.status == .closed || record.status == .cancelled
    var all = [
      Section(
        kind: .contacts,
        items: record.contacts.map { PeopleItem(what: .contact($0)) } + [PeopleItem(what: .newContact)]),
      Section(kind: .notices, items: PeopleList.notices(record, playbook, isOver: isOver)),
      Section(
        kind: .roles,
        items: playbook.room.roles.map { PeopleItem(what: .role($0, to: record.work.roles[$0])) }),
    ]
    if let registers {
      all.append(Section(kind: .executives, items: PeopleList.executives(record, registers.customer, current, now)))
      all += PeopleList.matrix(registers.team.matrix(for: record.playbook, policy: current))
    }
    sections = all.filter { !$0.items.isEmpty }
    items = sections.flatMap(\.items)
  }

  /// How many must hear, once for each channel, and how many of them did or need not.
  var told: (done: Int, all: Int) {
    let notices = items.filter { if case .notice = $0.what { true } else { false } }
    return (notices.count { !$0.isOpen }, notices.count)
  }

  /// Those still to be told first.
  private static func notices(_ record: Escalation, _ playbook: Playbook, isOver: Bool) -> [PeopleItem] {
    let due = record.noticeClock(of: playbook)?.deadline
    let all = record.obligations(of: playbook)
    let open = isOver ? [] : all.filter { $0.state == .open }
    return (open + all.filter { $0.state != .open }).map { PeopleItem(what: .notice($0, due: due)) }
  }

  private static func executives(
    _ record: Escalation, _ customer: Customer?, _ policy: Policy, _ now: Instant
  ) -> [PeopleItem] {
    let health = policy.healthPlaybook(last: record.playbook)?.health ?? HealthPolicy()
    let zone = customer?.zone ?? policy.zone(of: record.account, playbook: record.playbook)
    let today = zone.local(now).date
    let known = customer?.executives ?? []
    let listed = known.map { executive in
      let standing = executive.standing(on: today, health, hasOpenRecord: customer?.openRecord != nil)
      return PeopleItem(what: .executive(executive, standing))
    }
    let account = customer.map { Account($0) } ?? Account(name: record.account.name)
    let missing = account.missingRoles(health, value: customer?.facts.arr ?? record.account.arr)
    return listed + missing.map { PeopleItem(what: .missingExecutive($0)) } + [PeopleItem(what: .newExecutive)]
  }

  private static func matrix(_ lines: [MatrixLine]) -> [Section] {
    var sections: [Section] = []
    for line in lines {
      let kind = Kind.matrix(line.playbook)
      if sections.last?.kind != kind { sections.append(Section(kind: kind, items: [])) }
      sections[sections.count - 1].items.append(PeopleItem(what: .line(line)))
    }
    return sections
  }
}

extension Model {
  /// Everybody round a record now; nil until the playbooks are read.
  func people(of record: Record) -> PeopleList? {
    guard let book = policies?.book, let policy = book.editions[record.escalation.edition] else { return nil }
    return PeopleList(record.escalation, record.registers, policy: policy, current: book.current, now: now)
  }

  /// The item under the cursor of the People pane, where that has the keys.
  var selectedPerson: PeopleItem? {
    guard case .escalation(let place) = place, place.pane == .people, let record = records[place.id],
      let list = people(of: record), let index = list.index(of: place.people)
    else { return nil }
    return list.items[index]
  }

  /// The zone in which an account's dates are.
  func accountZone(of subject: Subject) -> Zone {
    let record = records[subject.id]
    return record?.registers?.customer?.zone
      ?? policies?.book.current.zone(
        of: record?.escalation.account ?? AccountFacts(name: subject.account), playbook: subject.playbook)
      ?? viewer.zone
  }
}
