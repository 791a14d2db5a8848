import EscalationDomain

@testable import Console

extension Fixture {
  /// The playbook that asks for one of everything, with a time by which people must hear, and a contact matrix.
  static let crowd: Playbook = {
    var book = care
    (book.id, book.name) = ("crowd", "Many people")
    book.clocks.append(
      ClockRule(id: "notify", label: "Notify", stops: [.allNotified], target: .all(target("2bd"))))
    book.contactMatrix = [
      ContactSlot(id: "L1", role: "CSM"), ContactSlot(id: "L2", role: "CS manager"),
      ContactSlot(id: "L3", role: "VP CS"), ContactSlot(id: "technical", role: "Engineering lead"),
    ]
    book.health?.enterpriseValue = Money(minorUnits: 5_000_000, currency: "USD")
    return book
  }()

  /// The same with words that break screens.
  static let hardCrowd: Playbook = {
    var book = crowd
    let texts = HardText.all
    (book.id, book.name) = ("hard-crowd", texts[0].title)
    book.notify = [
      NotifyRule(grade: "A", scale: .severity, stakeholders: texts.map(\.person), channels: texts.map(\.account))
    ]
    book.contactMatrix = texts.map { ContactSlot(id: $0.id, role: $0.title) }
    book.room = RoomPlan(roles: texts.map(\.person))
    return book
  }()

  /// P-1 with somebody on every kind of line: contacts, told and not, roles, executives fresh and stale, a matrix half
  /// filled.
  static func peopleStore() throws -> FakeStore {
    let store = FakeStore(policies)
    let facts = AccountFacts(
      name: "Northwind Trading", segment: "Enterprise", arr: Money(minorUnits: 125_000_000, currency: "USD"),
      renewal: LocalDate(iso: "2026-06-20"))
    let opening = Opening(
      title: "Nobody answers since the sponsor left", account: facts, playbook: "crowd", edition: 1, severity: "A",
      level: "L1", stage: "first", owner: "Ann Lee",
      contacts: [
        Contact(name: "Maria Vogel", role: "sponsor", email: "maria@northwind.example", phone: "+49 30 555 0101"),
        Contact(name: "佐藤 健"),
      ])
    _ = try store.open(opening, id: EscalationID("P-1"), act: Act(actor: "Bo Chen", now: at("2026-03-02T09:00:00Z")))
    func act(_ command: Command, _ when: String) throws {
      _ = try store.perform(command, on: EscalationID("P-1"), act: Act(actor: "Bo Chen", now: at(when)))
    }
    try act(
      .notify(Notification(who: ["Sponsor"], channel: "email", note: "read by her office")), "2026-03-02T09:30:00Z")
    try act(.notify(Notification(who: ["Legal"], channel: "letter")), "2026-03-02T10:00:00Z")
    try act(
      .waiveNotice(NoticeWaived(stakeholder: "Head of care", channel: "email"), reason: "sits beside us"),
      "2026-03-02T10:05:00Z")
    try act(.giveRole("Commander", to: "Dana Ruiz"), "2026-03-02T11:05:00Z")
    func know(_ fact: AccountFact, _ when: String) throws {
      _ = try store.write(fact, of: facts.name, why: nil, act: Act(actor: "Bo Chen", now: at(when)))
    }
    try know(
      .executiveAdded(ExecutiveContact(name: "Joan Pell", role: .economicBuyer, email: "joan@northwind.example")),
      "2026-01-10T09:00:00Z")
    try know(.executiveAdded(ExecutiveContact(name: "Tom Ames", role: .sponsor)), "2026-01-10T09:00:00Z")
    if let day = LocalDate(iso: "2025-11-20") {
      try know(.executiveReached(ExecutiveReached(name: "Joan Pell", on: day, how: "QBR")), "2026-01-10T09:00:00Z")
    }
    func fill(_ slot: String, _ contact: Contact) throws {
      _ = try store.write(
        .slotFilled(slot: slot, by: contact), of: "crowd", why: nil,
        act: Act(actor: "Bo Chen", now: at("2026-02-01T09:00:00Z")))
    }
    try fill("L1", Contact(name: "Ann Lee", email: "ann@example.com", phone: "+49 30 555 0110"))
    try fill("technical", Contact(name: "Ravi Menon", email: "ravi@example.com"))
    return store
  }

  /// The same lines with texts that break columns.
  static func hardPeople() throws -> FakeStore {
    let store = FakeStore(policies)
    let (id, first) = (EscalationID("X-1"), HardText.all[0])
    let contacts = HardText.all.map { Contact(name: $0.person, role: $0.words, email: $0.account, phone: $0.title) }
    let opening = Opening(
      title: first.title, account: AccountFacts(name: first.account), playbook: "hard-crowd", edition: 1,
      severity: "A", owner: first.person, contacts: contacts)
    let act = Act(actor: first.person, now: at("2026-03-02T09:00:00Z"))
    _ = try store.open(opening, id: id, act: act)
    for text in HardText.all {
      let by = Act(actor: text.person, now: at("2026-03-02T10:00:00Z"))
      func perform(_ command: Command) throws { _ = try store.perform(command, on: id, act: by) }
      try perform(.notify(Notification(who: [text.person], channel: text.account, note: text.words)))
      try perform(.giveRole(text.person, to: text.words))
      _ = try store.write(
        .executiveAdded(ExecutiveContact(name: text.person, role: .other, email: text.account, phone: text.words)),
        of: first.account, why: nil, act: by)
      _ = try store.write(
        .slotFilled(slot: text.id, by: Contact(name: text.person, email: text.account, phone: text.words)),
        of: "hard-crowd", why: nil, act: by)
    }
    return store
  }
}
