import Testing

/// An outage under `response`, from the customer's call to recovery, closing and reopening, as its people type it. They
/// sit in New York: UTC-5, from Sunday 8 March on UTC-4. Figures worked out by hand: see each block.
@Suite struct `A life under response on the command line` {
  static let calendar = """
    id: new-york
    name: New York
    time_zone: America/New_York
    hours:
      mon: ["09:00-17:00"]
      tue: ["09:00-17:00"]
      wed: ["09:00-17:00"]
      thu: ["09:00-17:00"]
      fri: ["09:00-16:00"]
    """

  @Test func `from opening to closing and reopening`() throws {
    try LifeRun.live("03-02 09:00", calendar: Self.calendar) { life in
      try opening(life)
      try answering(life)
      try raising(life)
      try resolving(life)
      try following(life)
      try recovering(life)
      try reopening(life)
    }
  }

  private func opening(_ life: LifeRun) throws {
    // Wednesday, 10:00. What is down is Critical; hours without a word are elapsed time.
    try life.at(
      "03-04 15:00",
      """
      open 'Orders stand still' --account 山田商店 --playbook response --signal 'product is down' --owner 佐藤 \
      --contact '李明 <li@example.com> (COO)' --arr '250k USD' --segment Mid-Market --qbr 2026-03-20 \
      --calendar new-york --details 'No order passes since 09:40'
      """)
    let look = try life.look("03-04 15:00")
    #expect(
      look.clocks() == [
        "acknowledge#1 running due 03-04 16:00", "response#1 running due 03-04 16:00",
        "needed-by#1 pending waits for the needed-by time", "unresolved#1 running due 03-05 15:00",
      ])
    #expect(look.lists == ["acknowledge 0 of 4", "investigate 0 of 8", "communicate 0 of 4", "resolve 0 of 4"])
    #expect(
      look.paths == [
        "unresolved quiet → CS manager", "executive quiet → VP CS", "churn quiet → VP CS, Executive sponsor",
        "engineering quiet → Support lead, Engineering", "billing quiet → Finance, Legal if needed",
        "product-gap quiet → Product",
      ])
    #expect(look.obligations == [])
    #expect(
      look.gates == [
        "customer-confirmed open: the customer has not confirmed", "root-cause open: write down the root cause",
        "prevention open: 0 of 1 prevention items",
      ])
    #expect(
      try life.list("03-04 15:00", "list", "account", "severity", "band", "status", "owner", "arr", "currency")
        == ["山田商店 | Critical | 1 | new | 佐藤 | 250000 | USD"])
    // The signal, two open steps and the message that comes next each have a card.
    #expect(
      try life.json("03-04 15:00", "guidance W-1").filter { !$0.rows("because").isEmpty }.map { $0.text("id") }
        == ["our-fault", "not-our-fault", "acknowledging"])
    #expect(
      try life.list("03-04 15:00", "message list W-1", "template", "missing") == [
        "acknowledgement | impact, next_step, next_update", "to-engineering | impact, needed_by, tried",
        "to-leadership | risk, tried, ask, recommendation", "progress | known, doing, next_update",
        "resolution | root_cause, fix, prevention", "follow-up-check | ",
      ])
  }

  private func answering(_ life: LifeRun) throws {
    try life.refused(
      "03-04 15:30", "message send W-1 acknowledgement", 64,
      "acknowledgement needs impact, next_step, next_update; say --set impact=… --set next_step=… --next TIME")
    try life.at(
      "03-04 15:30",
      """
      message send W-1 acknowledgement --next 12:00 --zone America/New_York --set 'impact=you ship nothing' \
      --set 'next_step=we look at the queue'
      """)
    try life.refused("03-04 15:31", "checklist done W-1 impact", 64, "write acknowledge/impact or investigate/impact")
    try life.at("03-04 15:31", "checklist done W-1 received acknowledge/impact next-steps next-update")
    try life.at("03-04 15:31", "mark W-1 acknowledge")
    // Noon in New York is promised. The acknowledgement says nothing of substance: the response is still due.
    let acknowledged = try life.look("03-04 15:31")
    #expect(
      acknowledged.clocks("acknowledge", "response", "promise") == [
        "acknowledge#1 met due 03-04 16:00 ended 03-04 15:30", "response#1 running due 03-04 16:00",
        "promise#1 running due 03-04 17:00",
      ])
    #expect(
      acknowledged.checklist("acknowledge") == [
        "received done ann 03-04 15:31", "impact done ann 03-04 15:31", "next-steps done ann 03-04 15:31",
        "next-update done ann 03-04 15:31",
      ])

    try life.at("03-04 15:40", "needed-by W-1 'thu 15:00' --zone America/New_York")
    try life.at(
      "03-04 15:41",
      """
      message send W-1 to-engineering --to 'Support lead' --zone America/New_York --set 'tried=a restart' \
      --set 'impact=they ship nothing'
      """)
    try life.at("03-04 15:42", "path raise W-1 engineering --note 'the queue'")
    try life.at(
      "03-04 16:10",
      """
      message send W-1 progress --next 'tomorrow 09:00' --zone America/New_York --set 'known=the queue is full' \
      --set 'unknown=what fills it' --set 'doing=we empty it'
      """)
    try life.at("03-04 16:12", "checklist done W-1 known unknown communicate/next")
    try life.refused("03-04 16:12", "checklist not-needed W-1 communicate/workaround", 64, "--reason")
    try life.at("03-04 16:12", "checklist not-needed W-1 communicate/workaround --reason 'there is none'")
    // Ten minutes late with the first word of substance, which keeps the promise and makes another.
    let told = try life.look("03-04 16:12")
    #expect(
      told.clocks("response", "promise") == [
        "response#1 missed due 03-04 16:00 ended 03-04 16:10", "promise#1 met due 03-04 17:00 ended 03-04 16:10",
        "promise#2 running due 03-05 14:00",
      ])
    #expect(
      told.checklist("communicate") == [
        "known done ann 03-04 16:12", "unknown done ann 03-04 16:12",
        "workaround not-needed if needed ann 03-04 16:12 (there is none)", "next done ann 03-04 16:12",
      ])
    #expect(
      told.messages == [
        "acknowledgement to 李明 by email, acknowledgement, next 03-04 17:00", "to-engineering to Support lead by slack",
        "progress to 李明 by email, substantive, next 03-05 14:00",
      ])
    try words(told)
  }

  /// Each message as it went out.
  private func words(_ look: LifeLook) throws {
    #expect(
      look.sent("acknowledgement") == [
        "We have it: Orders stand still",
        """
        Hello 李明,

        your report about Orders stand still is with me. As I understand it, this means for you: you ship nothing

        What we do now: we look at the queue
        You hear from me again by Wed 2026-03-04 12:00 New York, with news or without.

        佐藤
        """,
      ])
    #expect(
      look.sent("to-engineering") == [
        "Critical: 山田商店: Orders stand still",
        """
        *Critical · 山田商店*: Orders stand still
        Segment: Mid-Market
        ARR: USD 250,000

        What happens: No order passes since 09:40
        What it does to them: they ship nothing
        Tried so far: a restart
        Needed by: Thu 2026-03-05 15:00 New York
        Whom to ask there: 李明
        """,
      ])
    #expect(
      look.sent("progress") == [
        "Where we stand: Orders stand still",
        """
        Hello 李明,

        what we know: the queue is full
        What we do not know yet: what fills it
        What we are doing: we empty it

        The next update reaches you by Thu 2026-03-05 09:00 New York.

        佐藤
        """,
      ])
  }

  private func raising(_ life: LifeRun) throws {
    // A promise broken by half an hour; each word to the customer asks for its checklist anew.
    try life.at("03-05 14:30", "update W-1 'A patch is in test'")
    let told = try life.look("03-05 15:00")
    #expect(told.latest("promise") == ["promise#2 missed due 03-05 14:00 ended 03-05 14:30"])
    #expect(told.lists.contains("communicate 0 of 4"))
    // At a day it is not late yet, a second later it is, and its path is called for.
    #expect(
      told.latest("unresolved") + told.paths.prefix(1)
        == ["unresolved#1 running due 03-05 15:00", "unresolved quiet → CS manager"])
    let late = try life.look("03-05 15:00:01")
    #expect(
      late.latest("unresolved") + late.paths.prefix(1)
        == ["unresolved#1 breached due 03-05 15:00", "unresolved called 03-05 15:00 → CS manager"])
    try life.at(
      "03-05 15:20", each: "path raise W-1 unresolved --note 'a second owner'",
      "path raise W-1 executive --note 'the COO rang'",
      """
      message send W-1 to-leadership --to 'VP CS' --set 'risk=the renewal' --set 'ask=Ring 李明' \
      --set 'recommendation=Offer a month'
      """)
    let raised = try life.look("03-05 20:00:01")
    #expect(
      raised.latest("unresolved", "needed-by")
        == ["unresolved#1 missed due 03-05 15:00 ended 03-05 15:20", "needed-by#1 breached due 03-05 20:00"])
    #expect(
      raised.paths == [
        "unresolved raised ann 03-05 15:20 → CS manager: a second owner",
        "executive raised ann 03-05 15:20 → VP CS: the COO rang", "churn quiet → VP CS, Executive sponsor",
        "engineering raised ann 03-04 15:42 → Support lead, Engineering: the queue",
        "billing quiet → Finance, Legal if needed", "product-gap quiet → Product",
      ])
    #expect(
      raised.sent("to-leadership") == [
        "For your decision: 山田商店: Orders stand still",
        """
        山田商店 (Mid-Market), ARR USD 250,000

        Situation: No order passes since 09:40
        What we may lose: the renewal
        Done so far: Acknowledge

        What I ask of you: Ring 李明
        What I recommend: Offer a month
        """,
      ])
  }
}
