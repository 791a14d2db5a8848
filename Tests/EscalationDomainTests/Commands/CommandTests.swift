import Testing

@testable import EscalationDomain

@Suite("What a command brings about")
struct CommandTests {
  static let log = Log([rule("4h", onResolve: .stop)])
  static let now: Instant = "03-02 10:00"

  @Test(
    arguments: [
      (.acknowledge(note: " "), .ack, nil),
      (.update(CustomerUpdate(text: " Hi ")), .updated(CustomerUpdate(text: "Hi")), nil),
      (.customerReplied(text: " yes "), .customerReplied(text: "yes"), nil),
      (.check(note: "fine"), .checked(note: "fine"), nil),
      (.notify(Notification(who: ["Bo"])), .notified(Notification(who: ["Bo"])), nil),
      (.note(text: " n "), .noted(text: "n"), nil),
      (.assign(owner: " Bo "), .assigned(owner: "Bo"), nil),
      (.assign(owner: ""), .assigned(owner: nil), nil),
      (.changeSeverity(to: "critical", reason: " worse "), .severityChanged(to: "S0"), "worse"),
      (.enterLevel("l2", reason: nil), .levelEntered("L2"), nil),
      (.enterStage("STAGE-2", reason: " worse "), .stageEntered("stage-2"), "worse"),
      (.setNeededBy("03-04 12:00"), .neededBySet("03-04 12:00"), nil),
      (.setNeededBy(nil), .neededBySet(nil), nil),
      (.mark(" call "), .marked("call"), nil),
      (.pause(reason: " logs ", until: "03-03 09:00"), .paused(Pause(reason: "logs", until: "03-03 09:00")), "logs"),
      (.resolve(Resolution(summary: "s")), .resolved(Resolution(summary: "s")), nil),
      (
        .close(Closing(outcome: .recovered, csat: 10), reason: "done"), .closed(Closing(outcome: .recovered, csat: 10)),
        "done"
      ),
      (.cancel(reason: "twice"), .cancelled, "twice"),
      (.amend(Amendment(title: " New ")), .amended(Amendment(title: "New")), nil),
      (.changeAccount(AccountFacts(name: " Acme ")), .accountChanged(AccountFacts(name: "Acme")), nil),
      (.addContact(Contact(name: " Bo ")), .contactAdded(Contact(name: "Bo")), nil),
    ] as [(Command, Fact, String?)])
  func facts(command: Command, fact: Fact, why: String?) throws {
    let drafts = try Self.log.drafts(command, Self.now)
    #expect(drafts == [Draft(occurred: Self.now, actor: "ann", why: why, fact: fact)])
  }

  @Test("Reopening follows the newest policy")
  func reopen() throws {
    var log = Self.log.then("03-02 09:30", .close)
    log.policies.add(Desk.policy(Desk.playbook([rule("1h")]), edition: 3))
    #expect(try log.drafts(.reopen(reason: "again"), Self.now).map(\.fact) == [.reopened(edition: 3)])
    #expect(try log.doing(.reopen(reason: "again"), Self.now).lines(Self.now).last == "#2 running due 03-02 11:00")
  }

  @Test("A first response is due again after a reopening")
  func acknowledgeAgain() throws {
    let log = Self.log.then("03-02 09:10", .ack).then("03-02 09:30", .resolve).then("03-02 09:40", .reopen)
    #expect(try log.drafts(.acknowledge(note: nil), Self.now).map(\.fact) == [.ack])
  }

  @Test("Undo takes back a person's newest act, then the one before")
  func undo() throws {
    var log = try Self.log.doing(.assign(owner: "Bo"), Self.now).doing(.acknowledge(note: nil), "03-02 10:01")
    log = try log.settled("03-02 14:00").doing(.undo(event: 3), "03-02 10:02")
    #expect(log.events.last?.fact == .undone(event: 3))
    #expect(try log.lines("03-02 10:02") == ["#1 running due 03-02 13:00"])
    log = try log.doing(.undo(event: nil), "03-02 10:03")
    #expect(log.events.last?.fact == .undone(event: 2))
    #expect(try log.record("03-02 10:03").owner == nil)
    #expect(throws: Refusal.nothingToUndo) { try log.drafts(.undo(event: nil), "03-02 10:04") }
  }

  @Test("Before a change of severity, every deadline before and after is shown")
  func preview() throws {
    let log = Log([
      rule(.by(.severity, ["S0": "2h", "S1": "4h"])), rule("8h", "same"),
      rule(.by(.severity, ["S0": "1h"]), "war-room"), rule(.by(.severity, ["S1": "8h"]), "calm"),
    ])
    let decision = Decision(history: log.history, policies: log.policies, act: Act(actor: "ann", now: "03-02 10:30"))
    let moves = try decision.preview(severity: "s0")
    let table = moves.map { move in
      "\(move.rule): \(move.before.deadline?.short ?? "none") \(move.before.state.map { "\($0)" } ?? "-") → "
        + "\(move.after.deadline?.short ?? "none") \(move.after.state.map { "\($0)" } ?? "-")"
    }
    #expect(
      table == [
        "clock: 03-02 13:00 running → 03-02 11:00 running", "same: 03-02 17:00 running → 03-02 17:00 running",
        "calm: 03-02 17:00 running → none cancelled", "war-room: none - → 03-02 10:00 breached",
      ])
    #expect(moves.map(\.moves) == [true, false, true, true])
    #expect(throws: Refusal.sameSeverity("S1")) { try decision.preview(severity: "S1") }
  }
}
