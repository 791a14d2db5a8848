import Testing

/// An account's health, lived through the command line. Figures worked out by hand: see each block.
///
/// The account works in Auckland: 13 hours ahead of UTC until 5 April, 12 from then on. Its Wednesday 4 March begins on
/// Tuesday at 11:00 UTC and its 8 April on Tuesday at 12:00; it closes at 17:00, 04:00 UTC and then 05:00.
@Suite("Life under health, on the command line")
struct HealthLifeTests {
  static let calendar = """
    id: auckland
    name: Auckland
    time_zone: Pacific/Auckland
    hours: {mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"]}

    """

  static let scores = """
    account,date,composite,usage,relationship,support,financial
    Acme,2026-02-02,70,70,75,70,70
    Acme,2026-03-02,48,60,30,55,60
    Acme,2026-03-03,45,60,25,50,60
    Acme,2026-03-04,42,58,20,48,60

    """

  static let action = "Map the stakeholders, find two other contacts and hold an introductory call"

  @Test func `from opening to closing and reopening`() throws {
    try Self.live(worth: "80k USD") { life in
      try opening(life)
      try stating(life)
      try worsening(life)
      try recovering(life)
      try reopening(life)
    }
  }

  /// An enterprise account of this worth, known before its health falls.
  static func live(worth: String, _ body: (LifeSteps) throws -> Void) throws {
    try LifeSteps.live { life in
      let file = try life.program.write("auckland.yaml", calendar)
      try life.text("03-01 00:00", "calendar", "install", file, "--yes")
      try life.text(
        "03-01 00:00", "account", "set", "Acme", "--new", "--segment", "Enterprise", "--arr", worth, "--renewal",
        "2026-07-01", "--csm", "cem", "--calendar", "auckland")
      try body(life)
    }
  }

  static func imported(_ life: LifeSteps, _ time: String, _ text: String) throws -> String {
    let file = try life.program.write("scores.csv", text)
    let report = try life.answer(time, ["health", "import", file, "--json"], LifeAnswer.Scores.self)
    return "\(report.rows) rows, \(report.written) written, \(report.unchanged) known, opened "
      + report.opened.joined(separator: " ")
  }

  /// The account's day, and how many of its days above the threshold are on record then.
  private func streak(_ life: LifeSteps, _ time: String, _ date: String, _ composite: Int) throws -> Int? {
    let answer = try life.answer(
      time, ["health", "record", "acme", "--composite", "\(composite)", "--date", "2026-\(date)", "--json"],
      LifeAnswer.Recorded.self)
    return answer.health.streak
  }

  /// The third red date opens the record by itself, once that date has come where the account is.
  private func opening(_ life: LifeSteps) throws {
    let file = try life.program.write("scores.csv", Self.scores)
    let early = try life.program("health", "import", file, now: LifeSteps.instant("03-03 10:30"))
    #expect(early.status == 65 && early.err.contains("scores.csv:5: 2026-03-04 has not come yet"), "\(early.err)")
    #expect(early.lines == ["4 rows: 3 scores written, 0 known already"])
    #expect(try Self.imported(life, "03-03 20:00", Self.scores) == "4 rows, 1 written, 3 known, opened W-1")
    #expect(try Self.imported(life, "03-03 20:00", Self.scores) == "4 rows, 0 written, 4 known, opened ")

    // 48 hours to state the cause; 14 local dates to get better. Filled with what is known.
    var record = try life.look("03-03 20:00")
    #expect(
      record.clocks() == ["hypothesis#1 running due 03-05 20:00", "stage#1 running due 03-17 20:00"])
    #expect(record.title == "Health at 42 and declining" && record.owner == "cem" && record.detection == "early")
    #expect(record.timeline.map(\.text) == ["opened at stage 1 by the health score, 42 and declining"])
    #expect(record.arr == 80_000 && record.currency == "USD" && record.renewal == "2026-07-01")
    #expect(record.stage == "1" && record.likelyHypothesis == "champion")
    #expect(record.health?.score == 42 && record.health?.band == "red" && record.health?.redStreak == 3)
    #expect(record.health?.missingDays == [])
    #expect(record.notices == ["CSM any: open"] && record.lists == ["record 0 of 5", "update 0 of 3"])
    #expect(
      record.gateWords
        == ["root-cause open: write down the root cause", "streak open: 0 of 30 days above the threshold"])
    #expect(try life.row("03-03 20:00") == "band 3, hypothesis due 03-05 20:00")

    // The word to the CSM is whole as it is, and tells the CSM.
    record = try life("03-03 20:10", "message", "send", "W-1", "opened", "--to-all")
    #expect(record.notices == ["CSM any: told by ann 03-03 20:10"])
    #expect(
      try life.text("03-03 20:10", "message", "show", "W-1", "1").contains(
        """
        Acme was red on three days in a row: 42 of 100, declining over 30 days.
        - usage 58
        - relationship 20
        - support 48
        - financial 60
        ACV: USD 80,000
        Renewal: 2026-07-01

        cem, a specific hypothesis is due within 48 hours.
        """))
  }

  /// Thursday 5 March, 23:00 in Auckland: five business days from Friday's opening end on Friday the 13th at 09:00.
  private func stating(_ life: LifeSteps) throws {
    try life.refuses(
      "03-05 10:00", "hypothesis", "state", "W-1", "champion", code: 64, says: "not whole without what success is")
    var record = try life(
      "03-05 10:00", "hypothesis", "state", "W-1", "champion", "--cause", "Dr. Lowe left", "--success",
      "Two contacts who answer")
    #expect(
      record.clocks("hypothesis", "task:T1")
        == ["hypothesis#1 met due 03-05 20:00 ended 03-05 10:00", "task:T1#1 running due 03-12 20:00"])
    #expect(record.jobs == ["T1 \(Self.action), cem, due 03-12 20:00, open"])
    record = try life(
      "03-05 10:10", "checklist", "done", "W-1", "hypothesis", "intervention", "owner", "deadline", "success")
    #expect(record.lists == ["record 5 of 5", "update 0 of 3"])

    // An update says what happened, what it changes and what comes next; it asks the three questions anew.
    try life.refuses(
      "03-06 00:00", "update", "W-1", "no change", code: 69, says: "“no change” is a status and no update")
    try life("03-06 00:00", "checklist", "done", "W-1", "happened", "changed", "ahead")
    record = try life("03-06 00:10", "update", "W-1", "Met two successors; the cause holds; a workshop on Tuesday")
    #expect(record.lists == ["record 5 of 5", "update 0 of 3"])
    #expect(try life.lacks("03-06 00:20", "update") == ["happened", "changed", "ahead"])
    record = try life(
      "03-06 00:20", "message", "send", "W-1", "update", "--set", "happened=Met two", "--set", "changed=Nothing",
      "--set", "ahead=A workshop", "--to", "cleo")
    #expect(
      try life.text("03-06 00:20", "message", "show", "W-1", "2").contains(
        """
        What happened: Met two
        What changed the hypothesis: Nothing
        The plan ahead: A workshop
        Cause we work on: Dr. Lowe left
        What we do about it: \(Self.action)
        It worked if: Two contacts who answer
        Score now: 42 of 100
        """))
    record = try life("03-12 19:00", "task", "done", "W-1", "T1", "--note", "Two found")
    #expect(record.clocks("task:T1") == ["task:T1#1 met due 03-12 20:00 ended 03-12 19:00"])
  }

  /// 49 on the 17th is neither back at 50 nor 10 above 42: stage 2 begins by itself on the 18th at 09:00.
  private func worsening(_ life: LifeSteps) throws {
    #expect(try streak(life, "03-16 21:00", "03-17", 49) == 0)
    #expect(try life.look("03-17 19:59:59").stage == "1")
    var record = try life.look("03-17 20:00")
    #expect(record.stage == "2")
    // 21 dates later it is 09:00 an hour later by UTC; the check-in is that Wednesday's, the weekday of the opening.
    #expect(
      record.clocks("stage", "check-in") == [
        "stage#1 met due 03-17 20:00 ended 03-17 20:00", "stage#2 running due 04-07 21:00",
        "check-in#1 running due 03-18 04:00",
      ])
    #expect(record.told == "1 of 2" && record.notices[1] == "CS manager any: open")
    #expect(record.lists == ["record 5 of 5", "update 0 of 3", "check-in 0 of 3", "stage-work 0 of 3"])
    #expect(try life.row("03-17 20:00") == "band 2, check-in due 03-18 04:00")
    #expect(try life.lacks("03-17 20:30", "progress-review") == ["contact", "brought_in"])

    // Checked and answered on the 18th; the 25th passes unserved; 1 April is served on the day before.
    try life("03-18 03:00", "check", "W-1", "--note", "The cause holds")
    record = try life("03-18 03:10", "checklist", "done", "W-1", "cause", "working", "next")
    #expect(record.lists[2] == "check-in 3 of 3")
    record = try life("03-31 10:00", "check", "W-1", "--note", "It works; two more weeks")
    #expect(record.lists[2] == "check-in 0 of 3")
    #expect(
      record.clocks("check-in") == [
        "check-in#1 met due 03-18 04:00 ended 03-18 03:00", "check-in#2 missed due 03-25 04:00 ended 03-25 04:00",
        "check-in#3 met due 04-01 04:00 ended 03-31 10:00", "check-in#4 running due 04-08 05:00",
      ])

    // 52 on 7 April is back above 50: 21 more dates in stage 2. 49 before the next look, a dip: stage 3.
    #expect(try streak(life, "04-06 22:00", "04-07", 52) == 1)
    record = try life.look("04-07 21:00")
    #expect(record.stage == "2" && record.latest("stage") == ["stage#3 running due 04-28 21:00"])
    #expect(try streak(life, "04-27 22:00", "04-28", 49) == 0)
    record = try life.look("04-28 21:00")
    #expect(record.stage == "3" && record.told == "1 of 4")
    #expect(
      record.latest("stage", "check-in")
        == ["stage#3 met due 04-28 21:00 ended 04-28 21:00", "check-in#8 running due 04-29 05:00"])
    #expect(record.lists[3] == "stage-work 0 of 5" && record.ifNeeded == ["stage-work/toolkit open"])
    #expect(try life.row("04-28 21:00") == "band 1, check-in due 04-29 05:00")
  }

  /// Above 50 from 1 May on, no score on the 10th: on the 30th that makes 29 days, on the 31st 30.
  private func recovering(_ life: LifeSteps) throws {
    let rows = (1...30).filter { $0 != 10 }.map { "Acme,2026-05-\($0 < 10 ? "0" : "")\($0),\(51 + $0 % 7)\n" }
    let report = try Self.imported(life, "05-29 22:00", "account,date,composite\n" + rows.joined())
    #expect(report == "29 rows, 29 written, 0 known, opened ")
    var record = try life("05-29 23:00", "resolve", "W-1", "--summary", "Two new contacts")
    #expect(record.latest("check-in") == ["check-in#13 cancelled due 06-03 05:00 ended 05-29 23:00"])
    #expect(record.health?.streak == 29 && record.health?.needed == 30)
    #expect(record.health?.missingDays.contains("2026-05-10") == true)
    #expect(
      try life.refusedGates("05-29 23:00")
        == ["root-cause open: write down the root cause", "streak open: 29 of 30 days above the threshold"])
    #expect(try streak(life, "05-30 22:00", "05-31", 60) == 30)
    record = try life("05-30 22:30", "amend", "W-1", "--root-cause", "The champion left")
    #expect(record.gateWords == ["root-cause satisfied", "streak satisfied"])
    record = try life("05-30 23:00", "close", "W-1", "--outcome", "recovered")
    #expect(record.running.isEmpty && record.closing?.passedOver == [])
  }

  /// Reopened on Tuesday 2 June, 10:00, in stage 3, after a dip on the 1st that nobody was there to follow.
  private func reopening(_ life: LifeSteps) throws {
    #expect(try streak(life, "05-31 22:00", "06-01", 40) == 0)
    var record = try life("06-01 22:00", "reopen", "W-1", "--reason", "The new contact left as well")
    #expect(record.stage == "3" && record.told == "0 of 4")
    #expect(
      record.latest("hypothesis", "check-in")
        == ["hypothesis#2 running due 06-03 22:00", "check-in#14 running due 06-09 05:00"])
    #expect(record.health?.score == 40 && record.health?.missingDays.contains("2026-06-01") == false)
    #expect(record.gateWords == ["root-cause satisfied", "streak open: 0 of 30 days above the threshold"])
    #expect(try life.refusedGates("06-01 22:10") == ["streak open: 0 of 30 days above the threshold"])
    try life.refuses(
      "06-01 22:20", "gate", "override", "W-1", "streak", "--as", "CS manager", "--reason", "r", code: 69,
      says: "VP CS only")
    try life("06-01 22:20", "gate", "override", "W-1", "streak", "--as", "VP CS", "--reason", "They leave us")
    record = try life("06-01 22:30", "close", "W-1", "--outcome", "churned")
    #expect(record.closing?.passedOver == ["streak"])
    let retrospective = try life.answer(
      "06-02 00:00", ["retrospective", "--quarter", "2026Q2", "--json"], LifeAnswer.Retrospective.self)
    #expect(retrospective.gatesOverridden.map(\.words) == ["W-1 streak by ann as VP CS, 06-01 22:20: They leave us"])
  }

  /// Stage 3 at once: for a large account, with who and why.
  @Test(arguments: [("49,999 USD", Int32(69)), ("50,000 USD", 0)])
  func `stage 3 by judgment`(worth: String, status: Int32) throws {
    try Self.live(worth: worth) { life in
      #expect(try Self.imported(life, "03-03 20:00", Self.scores).hasSuffix("opened W-1"))
      let verb = ["stage", "W-1", "3", "--yes", "--reason", "Their board has decided"]
      guard status == 0 else {
        let run = try life.program.run(verb, now: LifeSteps.instant("03-04 20:00"))
        #expect(run.status == status && run.err.contains("USD 50,000"), "\(run.err)")
        return
      }
      try life.refuses("03-04 20:00", "stage", "W-1", "3", "--yes", code: 64, says: "say why")
      let record = try life("03-04 20:00", with: verb)
      #expect(record.band == 1 && record.clocks("stage") == ["stage#1 cancelled due 03-17 20:00 ended 03-04 20:00"])
      let entry = try #require(record.timeline.last)
      #expect(entry.actor == "ann" && entry.text == "stage 3" && entry.why == "Their board has decided")
      // Thursday: the next Wednesday, the weekday of the opening, closes at 04:00.
      #expect(record.clocks("check-in") == ["check-in#1 running due 03-11 04:00"])
    }
  }
}
