import Testing

@testable import EscalationDomain

@Suite("What a stage review asks, and when")
struct StageReviewTests {
  /// Two stages of 14 days, the second with a weekly look that asks two questions. Opens on Monday 2 March.
  static let log: Log = {
    var length = rule("14d", "stage", stops: [], elapses: true)
    length.starts = [.stageEntered]
    length.advances = true
    var look = rule("weekly", "look", stops: [.internalCheck], repeats: true)
    look.starts = [.stageEntered]
    var playbook = Desk.playbook([length, look])
    playbook.checklists = [
      Checklist(
        id: "check-in", label: "Check-in", when: .eachCheck,
        items: [
          ChecklistItem(id: "cause", label: "Does it hold?", applies: .by(.stage, ["stage-2": .yes])),
          ChecklistItem(id: "next", label: "What next?", applies: .by(.stage, ["stage-2": .yes])),
        ]),
      Checklist(id: "day", label: "Each day", when: .daily, items: [ChecklistItem(id: "look", label: "Look")]),
    ]
    return Log(policies: PolicyBook(Desk.policy(playbook)), severity: nil) { $0.stage = "stage-1" }
  }()

  static func review(_ log: Log, _ now: Instant) throws -> StageReview? {
    let playbook = try #require(log.policies.current.playbooks["desk"]?.value)
    return try log.record(now).stageReview(of: playbook, zone: .utc, now: now)
  }

  @Test func `a stage asks its own questions`() throws {
    let first = try #require(try Self.review(Self.log, "03-03 09:00"))
    #expect(first.stage == "stage-1" && first.questions.isEmpty && first.passed == nil)
    let second = try #require(try Self.review(Self.log, "03-17 09:00"))
    #expect(second.stage == "stage-2" && second.questions.map(\.id) == ["cause", "next"])
    #expect(second.questions.allSatisfy { $0.isOpen })
  }

  @Test func `it is due with the first of its clocks, and stays due where a stage ran out unseen`() throws {
    let early = try #require(try Self.review(Self.log.then("03-09 10:00", .checked(note: nil)), "03-10 09:00"))
    #expect(early.due == "03-16 09:00" && !early.isDue(by: "03-16 08:59") && early.isDue(by: "03-16 09:00"))
    let late = try #require(try Self.review(Self.log, "03-17 12:00"))
    #expect(late.passed?.deadline == "03-16 09:00" && late.due == "03-16 09:00" && late.isDue(by: "03-17 12:00"))
    let looked = try #require(try Self.review(Self.log.then("03-16 10:00", .checked(note: nil)), "03-17 12:00"))
    #expect(looked.passed == nil && looked.due == "03-23 17:00")
  }

  @Test func `a stage that ran out is on the agenda until somebody has looked`() throws {
    func reasons(_ log: Log, since: Instant, _ now: Instant) throws -> [String] {
      let window = RoomWindow(since: since, until: now + 86_400)
      return try log.record(now).agendaReasons(policy: log.policies.current, window: window, now: now)
        .filter { $0.kind == .review }.map { "\($0.sentence(zone: .utc, now: now))\($0.isNews ? " new" : "")" }
    }
    let told = "stage was due Mon 09:00, nobody looked since: now stage stage-2"
    #expect(try reasons(Self.log, since: "03-13 10:00", "03-16 10:00") == [told.replacing("Mon ", with: "") + " new"])
    #expect(try reasons(Self.log, since: "03-16 10:00", "03-17 10:00") == [told])
    #expect(try reasons(Self.log.then("03-16 11:00", .checked(note: nil)), since: "03-16 10:00", "03-17 10:00").isEmpty)
  }

  @Test func `answers are written down, and the look once no question is open`() throws {
    let asked = try #require(try Self.review(Self.log, "03-17 09:00"))
    let one = try asked.commands(answering: [("CAUSE", " yes ")], note: "and more")
    #expect(
      one == [
        .decideItem(ItemDecision(checklist: "check-in", item: "cause", choice: .done), reason: "yes"),
        .note(text: "and more"),
      ])
    let log = try one.reduce(Self.log) { try $0.doing($1, "03-17 09:00") }
    let half = try #require(try Self.review(log, "03-17 09:30"))
    #expect(half.questions.map(\.isOpen) == [false, true])
    guard case .done(let stamp) = half.questions[0].answer else { return #expect(Bool(false)) }
    #expect(stamp.why == "yes" && stamp.by == "ann")
    let rest = try half.commands(answering: [("next", "a call")], note: nil)
    #expect(rest.last == .check(note: nil) && rest.count == 2)
    let whole = try rest.reduce(log) { try $0.doing($1, "03-17 09:40") }
    let after = try #require(try Self.review(whole, "03-17 09:41"))
    #expect(after.questions.allSatisfy { $0.isOpen } && after.passed == nil, "the next round begins")
  }

  @Test func `what answers nothing is refused`() throws {
    let asked = try #require(try Self.review(Self.log, "03-17 09:00"))
    #expect(throws: Refusal.unknownItem("who", known: ["cause", "next"])) {
      try asked.commands(answering: [("who", "me")], note: nil)
    }
    #expect(throws: Refusal.textRequired("an answer to “Does it hold?”")) {
      try asked.commands(answering: [("cause", " ")], note: nil)
    }
    #expect(throws: Refusal.textRequired("an answer to “Does it hold?”")) {
      try asked.commands(answering: [], note: "only this")
    }
  }

  @Test func `what has no stage, or is over, has none`() throws {
    #expect(try Self.review(Log([]), "03-03 09:00") == nil)
    #expect(try Self.review(Self.log.then("03-03 09:00", .resolve), "03-03 10:00") == nil)
  }
}

@Suite("How long a session means to take")
struct TimeboxTests {
  private func agenda(_ playbooks: [String]) throws -> Agenda {
    let log = Log([])
    var record = try log.record("03-02 10:00")
    let room = RoomLog().then("03-02 08:00", .pinned("W-1")).room
    let records = playbooks.map { playbook in
      record.playbook = playbook
      return record
    }
    return Agenda(
      records, policies: log.policies, window: RoomWindow(since: "03-01 09:00", until: "03-03 09:00"), room: room,
      now: "03-02 10:00")
  }

  private func policy() -> Policy {
    var policy = Desk.policy(Desk.playbook([]))
    for (id, each, all) in [("short", 3, 15), ("long", 8, 20), ("endless", 900, 900), ("wide", 2, 45)] {
      var playbook = Playbook(id: id, name: id)
      playbook.room = RoomPlan(minutesEach: each, minutesAll: all)
      policy.playbooks[id] = Versioned(version: 1, value: playbook)
    }
    return policy
  }

  @Test(
    arguments: [
      ([], 5, 25), (["desk"], 5, 25), (["short"], 3, 15), (["short", "long"], 8, 20), (["long", "wide"], 8, 45),
      (["endless"], 480, 480), (["gone"], 5, 25),
    ] as [([String], Int, Int)])
  func `the longest that a playbook on the agenda says`(playbooks: [String], each: Int, all: Int) throws {
    #expect(RoomTimebox(for: try agenda(playbooks), policy: policy()) == RoomTimebox(each: each, all: all))
  }
}

extension StageReviewTests {
  @Test func `a stage that somebody left before its time was looked at`() throws {
    let left = Self.log.then("03-05 10:00", .stageEntered("stage-2"))
    #expect(try Self.review(left, "03-05 11:00")?.passed == nil)
  }

  @Test func `the note of a look goes with it`() throws {
    let asked = try #require(try Self.review(Self.log, "03-17 09:00"))
    let all = try asked.commands(answering: [("cause", "yes"), ("next", "a call")], note: "and more")
    #expect(all.last == .check(note: "and more") && all.count == 3)
  }
}
