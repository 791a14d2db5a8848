import Testing

@testable import EscalationDomain

@Suite("Telling everyone who is left")
struct NoticeTests {
  static func toTell(_ log: Log, _ channel: String? = nil) throws -> [String] {
    let now: Instant = "03-02 12:00"
    return try WorkView(log.record(now), policy: log.policies.current, now: now).toTell(through: channel, note: nil)
      .map { "\($0.channel ?? "-"): \($0.who.joined(separator: ", "))" }
  }

  @Test func `is one notice a channel, to those who were not told through it`() throws {
    let log = WorkTests.log { playbook in
      playbook.notify = [
        NotifyRule(grade: "S1", scale: .severity, stakeholders: ["Sponsor", "AE"], channels: ["email", "call"]),
        NotifyRule(grade: "S1", scale: .severity, stakeholders: ["Desk"], channels: []),
      ]
    }
    #expect(try Self.toTell(log) == ["email: Sponsor, AE", "call: Sponsor, AE", "-: Desk"])
    #expect(try Self.toTell(log, "Email") == ["email: Sponsor, AE", "Email: Desk"])
    let some = log.then("03-02 10:00", .notified(Notification(who: ["AE", "Desk"], channel: "email")))
    #expect(try Self.toTell(some) == ["email: Sponsor", "call: Sponsor, AE"])
    #expect(
      try Self.toTell(some.then("03-02 11:00", .noticeWaived(NoticeWaived(stakeholder: "Sponsor")))) == ["call: AE"])
    #expect(try Self.toTell(some, "fax").isEmpty)
  }

  @Test func `whoever was told need not be declined`() throws {
    let log = WorkTests.log { playbook in
      playbook.notify = [
        NotifyRule(grade: "S1", scale: .severity, stakeholders: ["AE"], channels: ["email", "call"])
      ]
    }
    func decline(_ log: Log, _ channel: String?) throws {
      let act = Act(actor: "ann", now: "03-02 12:00")
      _ = try Decision(history: log.history, policies: log.policies, act: act)
        .decide(.waiveNotice(NoticeWaived(stakeholder: "ae", channel: channel), reason: "r"))
    }
    let told = log.then("03-02 10:00", .notified(Notification(who: ["AE"], channel: "email")))
    #expect(throws: Refusal.toldAlready("AE")) { try decline(told, "Email") }
    // The call is left.
    try decline(told, "call")
    try decline(told, nil)
    let everywhere = told.then("03-02 10:10", .notified(Notification(who: ["AE"], channel: "call")))
    #expect(throws: Refusal.toldAlready("AE")) { try decline(everywhere, nil) }
  }
}
