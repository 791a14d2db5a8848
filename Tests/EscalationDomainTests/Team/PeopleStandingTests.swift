import Testing

@testable import EscalationDomain

@Suite("Who can be reached, who was told, and what is missing")
struct PeopleStandingTests {
  private let slots = ["L1", "L2"].map { ContactSlot(id: $0, role: $0) }

  private func policy(_ books: [Playbook]) -> Policy {
    Policy(
      edition: 1, installed: "01-01 00:00",
      playbooks: Dictionary(uniqueKeysWithValues: books.map { ($0.id, Versioned(version: 1, value: $0)) }),
      calendars: [:], defaultCalendar: "24x7")
  }

  private func book(_ id: String, _ slots: [ContactSlot] = []) -> Playbook {
    var book = Playbook(id: id, name: id)
    book.contactMatrix = slots
    return book
  }

  private func team(_ playbook: String, _ slot: String, _ contact: Contact) -> Team {
    let entry = RegisterEntry(
      sequence: 1, occurred: "03-02 09:00", recorded: "03-02 09:00", actor: "ann",
      fact: TeamFact.slotFilled(slot: slot, by: contact))
    return Team([(playbook, entry)])
  }

  @Test func `a playbook's own matrix comes before those of others, which serve where it has none`() {
    let books = policy([book("a"), book("b", slots), book("c", [slots[0]])])
    let team = team("b", "L2", Contact(name: "Bo", phone: "1"))
    func lines(_ id: String) -> [String] { team.matrix(for: id, policy: books).map { "\($0.playbook) \($0.slot.id)" } }
    #expect(lines("b") == ["b L1", "b L2"])
    #expect(lines("c") == ["c L1"])
    #expect(lines("a") == ["b L1", "b L2", "c L1"])
    #expect(lines("gone") == ["b L1", "b L2", "c L1"])
    #expect(team.matrix(for: "b", policy: books).map(\.filled?.contact.name) == [nil, "Bo"])
    #expect(team.matrix(for: "c", policy: books).map(\.filled?.contact.name) == [nil], "filled by playbook")
  }

  static let missing: [(Contact?, [MatrixLine.Part])] = [
    (nil, [.name, .phone, .email]), (Contact(name: "Bo"), [.phone, .email]),
    (Contact(name: "Bo", phone: "1"), [.email]), (Contact(name: "Bo", email: "b@x", phone: " "), [.phone]),
    (Contact(name: "Bo", email: "b@x", phone: "1"), []),
  ]

  @Test(arguments: missing) func `a line names what nobody wrote down`(_ contact: Contact?, _ parts: [MatrixLine.Part])
  {
    let filled = contact.map { team("b", "L1", $0) } ?? Team()
    #expect(MatrixLine("b", slots[0], filled).missing == parts)
  }

  /// Days since the last contact, whether a record is open, and why it is stale; nil where it is not.
  static let standings: [(days: Int?, role: ExecutiveContact.Role, isOpen: Bool, reason: String?)] = [
    (nil, .sponsor, false, "stale: never reached"), (0, .sponsor, true, nil), (90, .sponsor, true, nil),
    (91, .sponsor, true, "stale: 91 days ago, over 90 while a record is open"), (91, .sponsor, false, nil),
    (365, .economicBuyer, false, nil), (366, .economicBuyer, false, "stale: 366 days ago, over 365"),
  ]

  @Test(arguments: standings) func `an executive is stale for a reason`(
    _ row: (days: Int?, role: ExecutiveContact.Role, isOpen: Bool, reason: String?)
  ) {
    let today = scores("03-02:0")[0].date
    let reached = row.days.map { ExecutiveReached(name: "Bo", on: today.adding(days: -$0)) }
    let executive = Executive(contact: ExecutiveContact(name: "Bo", role: row.role), reached: reached)
    let standing = executive.standing(on: today, HealthPolicy(), hasOpenRecord: row.isOpen)
    #expect(standing.reason == row.reason)
    #expect(standing.isStale == executive.isStale(on: today, HealthPolicy(), hasOpenRecord: row.isOpen))
  }

  @Test func `the matrix is owed until its clock's deadline, and a line without a channel says how it was met`() throws
  {
    let rules = [rule("4h", "notify", stops: [.allNotified]), rule("8h", "other")]
    var log = WorkTests.log(rules) { playbook in
      playbook.notify = [NotifyRule(grade: "S1", scale: .severity, stakeholders: ["AE"], channels: [])]
    }
    let playbook = try #require(log.policies.current.playbooks["desk"]?.value)
    let clock = try #require(try log.record("03-02 09:30").noticeClock(of: playbook))
    #expect(clock.rule == "notify")
    #expect(clock.deadline == "03-02 13:00")
    #expect(try log.record("03-02 14:00").noticeClock(of: playbook)?.deadline == "03-02 13:00", "late is still owed")
    log = log.then("03-02 10:00", .notified(Notification(who: ["ae"], channel: "letter")))
    #expect(try log.record("03-02 10:30").noticeClock(of: playbook) == nil)
    #expect(try log.record("03-02 10:30").obligations(of: playbook).map(\.via) == ["letter"])
  }
}
