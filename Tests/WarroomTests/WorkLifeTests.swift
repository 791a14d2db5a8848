import Foundation
import Testing

/// What a playbook asks of an escalation, from the command line: one life with stages, against figures worked out by
/// hand, and one with levels. Monday 2026-03-02; the standard calendar is Monday to Friday, 09:00–17:00 UTC.
@Suite struct `What is asked of an escalation, on the command line` {
  static let care = """
    id: care
    name: Care
    stages:
      - {id: 1, name: Stage 1, band: 3}
      - {id: 2, name: Stage 2, band: 2}
      - {id: 3, name: Stage 3, band: 1}
    clocks:
      - {id: hypothesis, label: Hypothesis, stops: hypothesis-stated, target: {1: 48h, 2: none, 3: none}, on_resolve: cancel}
      - {id: stage, label: Review, starts: stage-entered, target: {1: 14d, 2: 21d}, advances: true, on_resolve: cancel}
      - {id: notify, label: Notify, stops: all-notified, target: {1: 8h, 2: 8h, 3: none}}
      - {id: unresolved, label: Unresolved, stops: resolved, target: 24h}
    process:
      - {id: play, label: Run the play, accountable: CSM, responsible: CSM, consulted: [PS, SE]}
    checklists:
      - id: stage
        label: By stage
        when: each-grade
        items:
          - {id: note, label: A personal note, applies: {1: no, 2: if-needed, 3: yes}}
          - {id: touch, label: A senior touchpoint, applies: {1: no, 2: yes, 3: yes}}
      - id: after
        label: Afterwards
        when: after-resolution
        items: [{id: learn, label: Lessons}]
    notify:
      - {grade: 1, stakeholders: [CSM, AE], channels: [email, slack]}
      - {grade: 2, stakeholders: [CSM, CS manager], channels: email}
    paths:
      - {id: late, label: Unresolved after a day, clock: unresolved, to: CS manager}
      - {id: churn, label: A threat to leave, to: [VP CS, Sponsor]}
    hypotheses:
      - {id: champion, label: The champion left, action: Map stakeholders, due: 5bd, dimension: relationship}
      - {id: budget, label: Budget pressure, action: A commercial conversation}
    health:
      {red: 50, yellow: 70, opens_after_days: 3, improvement: 10, closes_after_days: 30, dimensions: [relationship],
       enterprise_value: "USD 50,000"}
    gates:
      - {id: root-cause, label: The root cause is written down, needs: root-cause, overridden_by: [VP CS]}
      - {id: decided, label: Everything is decided, needs: checklists-decided}
      - {id: agreed, label: The customer agrees, needs: customer-confirmed, applies: if-needed}
    room: {roles: [Commander, Technical lead]}

    """

  static let ladder = """
    id: ladder
    name: Ladder
    levels: [{id: L1, name: One, band: 3}, {id: L2, name: Two, band: 2}]
    clocks:
      - {id: response, label: Response, starts: level-entered, stops: acknowledged, target: {L1: 4h, L2: 2h}}

    """

  private struct Desk {
    let program: Program

    /// Runs a verb that must succeed; answers what it printed.
    @discardableResult
    func callAsFunction(_ time: String, _ arguments: String...) throws -> String {
      let run = try program.run(arguments, now: "2026-03-\(time):00Z")
      #expect(run.status == 0, "\(arguments): \(run.err)")
      return run.out
    }

    func refuses(_ time: String, _ arguments: String..., code: Int32, says: String) throws {
      let run = try program.run(arguments, now: "2026-03-\(time):00Z")
      #expect(run.status == code && run.err.contains(says), "\(arguments): \(run.status) \(run.err)")
      #expect(run.err.split(separator: "\n").count == 1, "\(run.err)")
    }

    /// The members of a list in the record's JSON, each as its named values in a line.
    func list(_ time: String, _ name: String, _ keys: String...) throws -> [String] {
      let record = try #require(
        try program.json("show", "W-1", "--json", now: "2026-03-\(time):00Z") as? [String: Any])
      return try #require(record[name] as? [[String: Any]]).map { row in
        keys.map { row[$0].map { $0 is NSNull ? "-" : "\($0)" } ?? "missing" }.joined(separator: " | ")
      }
    }
  }

  private func withDesk(_ playbook: String, _ opening: String..., body: (Desk) throws -> Void) throws {
    try withProgram { program in
      let desk = Desk(program: program)
      let file = try program.write("book.yaml", playbook)
      try desk("02T09:00", "init")
      try desk("02T09:00", "playbook", "install", file, "--yes")
      _ = try program.run(["open"] + opening, now: "2026-03-02T09:00:00Z")
      try body(desk)
    }
  }

  @Test func `a life by stages`() throws {
    try withDesk(
      Self.care, "Usage falls", "--account", "Acme", "--playbook", "care", "--stage", "1", "--owner", "ann"
    ) { desk in
      // Who must hear: two people, two channels.
      #expect(try desk.list("02T09:10", "obligations", "stakeholder", "channel", "state").count == 4)
      try desk("02T09:10", "notify", "W-1", "--who", "CSM", "--channel", "email", "--note", "called first")
      try desk("02T09:20", "notify", "--all", "W-1", "--channel", "email")
      #expect(
        try desk.list("02T09:20", "obligations", "stakeholder", "channel", "state", "by", "at", "note") == [
          "CSM | email | told | ann | 2026-03-02T09:10:00Z | called first", "CSM | slack | open | - | - | -",
          "AE | email | told | ann | 2026-03-02T09:20:00Z | -", "AE | slack | open | - | - | -",
        ])
      try desk("02T09:30", "notify", "not-needed", "W-1", "csm", "--channel", "Slack", "--reason", "sits beside me")
      try desk("02T09:40", "notify", "W-1", "--all")
      try desk.refuses("02T09:50", "notify", "W-1", "--all", code: 69, says: "nobody is left to tell")
      try desk.refuses("02T09:50", "notify", "W-1", code: 64, says: "--who, or --all")
      let notified = try desk.program.clock("notify", of: "W-1", now: "2026-03-02T10:00:00Z")
      #expect(notified?["ended"] as? String == "2026-03-02T09:40:00Z")

      // A hypothesis from the menu, with its first action due five business days on.
      try desk.refuses(
        "02T10:00", "hypothesis", "state", "W-1", "champion", code: 64, says: "not whole without what success is")
      try desk.refuses("02T10:00", "hypothesis", "state", "W-1", "sun", code: 64, says: "known: champion, budget")
      try desk("02T10:00", "hypothesis", "state", "W-1", "champion", "--success", "two contacts answer")
      #expect(
        try desk.list("02T10:00", "hypotheses", "hypothesis", "cause", "owner", "deadline") == [
          "champion | The champion left | ann | 2026-03-09T10:00:00Z"
        ])
      #expect(
        try desk.list("02T10:00", "tasks", "id", "title", "owner", "due", "origin", "state") == [
          "T1 | Map stakeholders | ann | 2026-03-09T10:00:00Z | hypothesis:champion | open"
        ])
      try desk("02T10:10", "task", "add", "W-1", "Write to Bo", "--due", "+1bd")
      try desk("02T10:15", "task", "assign", "W-1", "T2", "Zoe")
      try desk.refuses("02T10:16", "task", "assign", "W-1", "T2", "Zoe", code: 69, says: "nothing")
      #expect(try desk.list("02T10:16", "tasks", "id", "owner") == ["T1 | ann", "T2 | Zoe"])
      try desk("02T10:20", "task", "move", "W-1", "T2", "wed 12:00", "--reason", "Bo is away")
      try desk("02T10:30", "task", "done", "W-1", "t2", "--note", "wrote early")
      try desk.refuses("02T10:40", "task", "drop", "W-1", "T2", "--reason", "r", code: 69, says: "T2 is over")
      try desk.refuses("02T10:40", "task", "done", "W-1", "T7", code: 66, says: "open task “T7”; known: T1")
      try desk.refuses("02T10:50", "update", "W-1", "no change", code: 69, says: "say what happened")
      try desk("02T10:50", "update", "W-1", "Bo left; so we look for his successor by Friday")

      // A day without a solution calls for the manager.
      let states = ["quiet", "called", "raised"].map { "late | \($0)" }
      #expect(try desk.list("03T09:00", "paths", "id", "state").first == states[0])
      #expect(try desk.list("03T09:01", "paths", "id", "state").first == states[1])
      #expect(try desk("03T09:01", "show", "W-1").contains("called for since Tue 2026-03-03 09:00 UTC"))
      try desk("03T09:10", "path", "raise", "W-1", "late", "--note", "needs a second owner")
      #expect(try desk.list("03T09:10", "paths", "id", "state").first == states[2])

      // Stages: at once is not for this account; one up is, with a reason.
      try desk.refuses("03T09:20", "stage", "W-1", "3", "--yes", "--reason", "r", code: 69, says: "USD 50,000")
      try desk.refuses("03T09:20", "stage", "W-1", "2", "--yes", code: 64, says: "say why")
      let preview = try desk("03T09:20", "stage", "W-1", "2", "--dry-run")
      #expect(preview.contains("Mon 2026-03-16 09:00 UTC") && preview.contains("Tue 2026-03-24 09:20 UTC"))
      try desk("03T09:20", "stage", "W-1", "2", "--yes", "--reason", "usage halved")
      #expect(
        try desk.list("03T09:30", "obligations", "stakeholder", "state") == ["CSM | told", "CS manager | open"])

      // Checklists: what is simply asked for cannot be declined, "if needed" says why.
      try desk.refuses(
        "03T09:30", "checklist", "not-needed", "W-1", "touch", "--reason", "r", code: 69, says: "declined")
      try desk.refuses("03T09:30", "checklist", "done", "W-1", "learn", code: 64, says: "no checklist asks")
      try desk("03T09:30", "checklist", "not-needed", "W-1", "stage/note", "--reason", "we met")
      try desk("03T09:40", "checklist", "done", "W-1", "touch")
      #expect(
        try desk.list("03T09:40", "checklist", "checklist", "item", "need", "state", "reason") == [
          "stage | note | if-needed | not-needed | we met", "stage | touch | yes | done | -",
        ])
      try desk("03T09:50", "mark", "W-1", "play")
      #expect(
        try desk.list("03T09:50", "steps", "id", "accountable", "state", "at") == [
          "play | CSM | done | 2026-03-03T09:50:00Z"
        ])
      try desk("03T09:50", "role", "W-1", "technical_lead", "Bo")
      let record = try desk.program.json("show", "W-1", "--json", now: "2026-03-03T10:00:00Z") as? [String: Any]
      let roles = try #require(record?["roles"] as? [String: Any])
      #expect(roles["technical_lead"] as? String == "Bo" && roles["commander"] is NSNull)

      try closing(desk)
    }
  }

  private func closing(_ desk: Desk) throws {
    try desk("04T09:00", "gate", "add", "W-1", "played", "--label", "The play was run", "--needs", "step:play")
    try desk("04T09:00", "gate", "add", "W-1", "twice", "--label", "Two lessons", "--needs", "prevention:2")
    try desk.refuses(
      "04T09:10", "gate", "add", "W-1", "x", "--label", "X", "--needs", "luck", code: 64, says: "known: root-cause")
    // Each open gate is named with what would satisfy it, on one line and as data.
    try desk.refuses("04T09:10", "close", "W-1", code: 69, says: "4 gates are not met")
    let run = try desk.program("close", "W-1", "--json", now: "2026-03-04T09:10:00Z")
    #expect(run.status == 69)
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
    let gates = try #require(answer["gates"] as? [[String: Any]])
    let lines = gates.map { "\($0["id"] ?? "") \(($0["missing"] as? [String: Any])?["kind"] ?? "")" }
    #expect(
      lines == [
        "root-cause root-cause", "decided checklists-decided", "agreed customer-confirmed", "twice prevention",
      ])
    try desk("04T09:20", "resolve", "W-1", "--summary", "a new champion")
    try desk("04T09:30", "checklist", "done", "W-1", "learn")
    try desk("04T09:30", "amend", "W-1", "--title", "Usage fell", "--prevention", "map", "--prevention", "two contacts")
    try desk.refuses(
      "04T09:40", "gate", "waive", "W-1", "twice", "--reason", "r", code: 69, says: "not stand in the way")
    try desk.refuses("04T09:40", "gate", "waive", "W-1", "root-cause", "--reason", "r", code: 69, says: "declined")
    try desk("04T09:40", "gate", "waive", "W-1", "agreed", "--reason", "they are on leave")
    try desk.refuses(
      "04T09:50", "gate", "override", "W-1", "root-cause", "--as", "CSM", "--reason", "r", code: 69, says: "VP CS only")
    try desk("04T09:50", "gate", "override", "W-1", "root-cause", "--as", "vp cs", "--reason", "known to both")
    #expect(
      try desk.list("04T10:00", "gates", "id", "state", "as", "by", "reason") == [
        "root-cause | overridden | VP CS | ann | known to both", "decided | satisfied | - | - | -",
        "agreed | not-needed | - | ann | they are on leave", "played | satisfied | - | - | -",
        "twice | satisfied | - | - | -",
      ])
    try desk("04T10:00", "close", "W-1", "--outcome", "recovered")
    let shown = try desk("04T10:10", "show", "W-1")
    for text in [
      "as VP CS (unchecked) by ann, Wed 2026-03-04 09:50 UTC (known to both)",
      "passed over the gate root-cause as VP CS",
      "closed as recovered",
    ] {
      #expect(shown.contains(text), "\(text)")
    }
    #expect(!shown.contains("Who must hear"))
    // Back to before the override: the gate stands in the way again, and confirming opens the other one.
    for _ in 0..<2 { try desk("04T10:20", "undo", "W-1") }
    try desk("04T10:30", "confirm", "W-1", "--note", "works")
    try desk("04T10:30", "amend", "W-1", "--root-cause", "one contact only")
    try desk("04T10:40", "close", "W-1")
    #expect(try desk.program("doctor").status == 0)
  }

  @Test func `a life by levels`() throws {
    try withDesk(Self.ladder, "Late delivery", "--account", "Acme", "--playbook", "ladder") { desk in
      let preview = try desk("02T10:00", "level", "W-1", "L2", "--dry-run")
      #expect(preview.contains("Mon 2026-03-02 13:00 UTC") && preview.contains("Mon 2026-03-02 12:00 UTC"))
      try desk.refuses("02T10:00", "level", "W-1", "L2", code: 64, says: "say --yes")
      try desk("02T10:00", "level", "W-1", "l2", "--yes")
      let clock = try desk.program.clock("response", of: "W-1", now: "2026-03-02T10:00:00Z")
      #expect(clock?["deadline"] as? String == "2026-03-02T12:00:00Z")
      try desk.refuses("02T10:10", "level", "W-1", "L2", "--yes", code: 69, says: "at L2 already")
      #expect(try desk("02T10:20", "undo", "W-1").contains("took back: level L2"))
    }
  }
}
