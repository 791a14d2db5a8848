import Testing

/// The second half: the resolution, what follows it, and what comes back.
extension `A life under response on the command line` {
  func resolving(_ life: LifeRun) throws {
    try life.at(
      "03-06 14:00",
      """
      checklist done W-1 since doing workaround-used investigate/impact data cause investigate/workaround estimate
      """)
    try life.at(
      "03-06 15:00",
      """
      resolve W-1 --summary 'The disk has room' --root-cause 'A full disk' --prevention 'An alarm' \
      --prevention 'A second disk'
      """)
    try life.at("03-06 15:05", "message send W-1 resolution")
    // Friday, 10:00 in New York: a day and two days of elapsed time; the same local time 7 and 30 dates on, which is an
    // hour earlier in UTC since the clocks went forward; the QBR to the end of its date.
    let look = try life.look("03-06 15:05")
    #expect(
      look.running == [
        "follow-up#1 pending opens 03-07 15:00 due 03-08 15:00", "recovery-week#1 running due 03-13 14:00",
        "recovery-month#1 running due 04-05 14:00", "recovery-qbr#1 running due 03-21 03:59:59",
      ])
    #expect(look.latest("needed-by") == ["needed-by#1 missed due 03-05 20:00 ended 03-06 15:00"])
    #expect(
      look.lists == [
        "acknowledge 4 of 4", "investigate 8 of 8", "communicate 0 of 4", "resolve 0 of 4", "follow-up 0 of 4",
        "recovery-week 0 of 4", "recovery-month 0 of 3", "recovery-qbr 0 of 3",
      ])
    #expect(
      look.gates == [
        "customer-confirmed open: the customer has not confirmed", "root-cause satisfied", "prevention satisfied",
      ])
    #expect(
      look.sent("resolution") == [
        "Solved, please confirm: Orders stand still",
        """
        Hello 李明,

        Orders stand still is solved.

        The cause: A full disk
        What we did: The disk has room
        So that it stays away:
        - An alarm
        - A second disk

        Does it work for you now? Please tell me; until then it stays open here.

        佐藤
        """,
      ])
    try life.refused(
      "03-06 18:00", "close W-1 --outcome recovered", 69,
      "a gate is not met: The customer has confirmed that it is solved (the customer has not confirmed)")
    try life.refused(
      "03-06 18:00", "gate override W-1 customer-confirmed --as CSM --reason 'sure'", 69, "CS manager or VP CS only")
    #expect(
      try life.json("03-06 18:00", "close W-1").flatMap { $0.rows("gates") }.map(LifeLook.gate)
        == ["customer-confirmed open: the customer has not confirmed"])
  }

  func following(_ life: LifeRun) throws {
    // The evening of the same day is too early to count; Saturday noon is in time.
    let early = try life.at("03-06 22:00", "mark W-1 follow-up")
    #expect(early.contains("too early for Follow-up, which opens Sat 2026-03-07 15:00 UTC; mark it again then"))
    #expect(
      try life.look("03-06 22:00").latest("follow-up") == ["follow-up#1 pending opens 03-07 15:00 due 03-08 15:00"])
    try life.at(
      "03-07 17:00", each: "message send W-1 follow-up-check",
      "checklist done W-1 resolve/fix resolve/confirmed resolve/documented resolve/prevention",
      "checklist done W-1 follow-up/stable apology follow-up/prevention confidence", "mark W-1 follow-up",
      "confirm W-1 --note 'all runs'")
    try life.refused("03-07 17:10", "close W-1 --outcome recovered --csat 11", 64, "CSAT runs from 1 to 10")
    try life.at("03-07 17:10", "close W-1 --outcome recovered --csat 9")
    let look = try life.look("03-07 17:10")
    #expect(
      look.latest("follow-up") == ["follow-up#1 met opens 03-07 15:00 due 03-08 15:00 ended 03-07 17:00"])
    #expect(
      look.running == [
        "recovery-week#1 running due 03-13 14:00", "recovery-month#1 running due 04-05 14:00",
        "recovery-qbr#1 running due 03-21 03:59:59",
      ])
    #expect(look.record.row("closing").text("outcome") == "recovered")
    #expect(look.record.row("closing").text("csat") == "9")
    #expect(
      look.sent("follow-up-check").last == """
        Hello 李明,

        Orders stand still was solved a day or two ago. Has it stayed that way? I am sorry for the trouble it gave you.
        Done since, so that it does not come back: An alarm
        Done since, so that it does not come back: A second disk

        If anything is left, or if there is something we should do better, tell me.

        佐藤
        """)
  }

  func recovering(_ life: LifeRun) throws {
    // Without a QBR the step waits and says so, also once it is closed; a new date wakes it.
    try life.at("03-10 13:00", "account set 山田商店 --qbr none")
    #expect(
      try life.look("03-10 13:00").latest("recovery-qbr") == ["recovery-qbr#1 pending waits for the account's QBR date"]
    )
    try life.at("03-10 14:00", "account set 山田商店 --qbr 2026-03-27")
    #expect(
      try life.look("03-10 14:00").latest("recovery-qbr") == ["recovery-qbr#1 running due 03-28 03:59:59"])
    // The call is a day late; the health check comes in time.
    #expect(
      try life.look("03-13 14:00:01").latest("recovery-week") == ["recovery-week#1 breached due 03-13 14:00"])
    try life.at(
      "03-14 14:00", each: "checklist done W-1 recovery-week/call recovery-week/stable better commitment",
      "mark W-1 recovery-week")
    let look = try life.look("03-14 14:00")
    #expect(look.latest("recovery-week") == ["recovery-week#1 missed due 03-13 14:00 ended 03-14 14:00"])
    #expect(look.lists.suffix(3) == ["recovery-week 4 of 4", "recovery-month 0 of 3", "recovery-qbr 0 of 3"])
  }

  func reopening(_ life: LifeRun) throws {
    // Monday 16 March, 09:00: what answers begins anew, what recovers is broken off.
    try life.at("03-16 13:00", "reopen W-1 --reason 'It came back'")
    let look = try life.look("03-16 13:00")
    #expect(
      look.running == [
        "acknowledge#2 running due 03-16 14:00", "response#2 running due 03-16 14:00",
        "needed-by#2 pending waits for the needed-by time", "unresolved#2 running due 03-17 13:00",
      ])
    #expect(
      look.latest("recovery-week", "recovery-month", "recovery-qbr") == [
        "recovery-week#1 missed due 03-13 14:00 ended 03-14 14:00",
        "recovery-month#1 cancelled due 04-05 14:00 ended 03-16 13:00",
        "recovery-qbr#1 cancelled due 03-28 03:59:59 ended 03-16 13:00",
      ])
    #expect(look.lists == ["acknowledge 0 of 4", "investigate 0 of 8", "communicate 0 of 4", "resolve 0 of 4"])
    #expect(look.steps.allSatisfy { $0.hasSuffix("| open") } && look.paths.allSatisfy { $0.contains(" quiet ") })
    #expect(
      look.gates == [
        "customer-confirmed open: the customer has not confirmed", "root-cause satisfied", "prevention satisfied",
      ])
    // The customer has not heard since: the acknowledgement comes first again.
    #expect(try life.list("03-16 13:00", "message list W-1", "template").first == "acknowledgement")
    // A word of substance answers both at once and promises 16:00, which outlives the resolution.
    try life.at(
      "03-16 13:30",
      "message send W-1 progress --next 16:00 --zone America/New_York --set known='the alarm rang' --set doing=cleaning"
    )
    try life.at("03-16 16:00", "resolve W-1 --summary 'Room again'")
    #expect(
      try life.look("03-16 16:00").latest(
        "acknowledge", "response", "unresolved", "promise", "follow-up", "recovery-week", "recovery-month",
        "recovery-qbr") == [
          "acknowledge#2 met due 03-16 14:00 ended 03-16 13:30", "response#2 met due 03-16 14:00 ended 03-16 13:30",
          "unresolved#2 met due 03-17 13:00 ended 03-16 16:00", "promise#3 running due 03-16 20:00",
          "follow-up#2 pending opens 03-17 16:00 due 03-18 16:00", "recovery-week#2 running due 03-23 16:00",
          "recovery-month#2 running due 04-15 16:00", "recovery-qbr#2 running due 03-28 03:59:59",
        ])
    try life.at(
      "03-16 17:00", each: "gate override W-1 customer-confirmed --as 'vp cs' --reason '李明 is away'",
      "close W-1 --outcome retained-with-loss")
    let closed = try life.look("03-18 16:00:01")
    #expect(
      closed.latest("promise", "follow-up")
        == [
          "promise#3 cancelled due 03-16 20:00 ended 03-16 17:00",
          "follow-up#2 breached opens 03-17 16:00 due 03-18 16:00",
        ])
    let end = closed.record.row("closing")
    #expect(end.text("outcome") == "retained-with-loss" && end.text("passed_over") == "customer-confirmed")
    // A look at the past is what it was.
    #expect(try life.look("03-04 15:00").running.count == 4)
  }
}
