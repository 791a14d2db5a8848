import Testing

/// The second half: its rhythm, its change of severity, its end and what comes back.
extension `A life under risk on the command line` {
  func cadences(_ life: LifeRun) throws {
    // Wednesday 09:00 serves its slot and promises Thursday 10:00; Friday's slot falls on a holiday and is Monday's.
    try life.at(
      "03-18 02:00", "update W-1 'A second sponsor is sought' --next 'thu 10:00' --channel call --zone Asia/Jakarta")
    #expect(
      try life.look("03-18 02:00").latest("customer-update", "promise")
        == ["customer-update#2 running due 03-23 10:00", "promise#1 running due 03-19 03:00"])
    // The help is needed a week later; Thursday's word comes ten minutes late and serves Monday's slot as well.
    try life.at("03-18 02:10", "needed-by W-1 2026-03-25T08:00:00Z")
    try life.at("03-19 03:10", "update W-1 '林 takes over'")
    try life.at("03-23 09:00", "check W-1")
    let monday = try life.look("03-23 10:00")
    #expect(
      monday.clocks("customer-update", "internal-check", "promise") == [
        "customer-update#1 met due 03-18 10:00 ended 03-18 02:00",
        "customer-update#2 met due 03-23 10:00 ended 03-19 03:10", "customer-update#3 running due 03-25 10:00",
        "internal-check#1 met due 03-17 10:00 ended 03-17 04:00",
        "internal-check#2 missed due 03-18 10:00 ended 03-18 10:00",
        "internal-check#3 met due 03-23 10:00 ended 03-23 09:00", "internal-check#4 running due 03-24 10:00",
        "promise#1 missed due 03-19 03:00 ended 03-19 03:10",
      ])
    // Monday's working day is over.
    #expect(monday.slots("customer-update") == "1 of 3 served, 0 missed, 4 days left")
    #expect(monday.slots("internal-check") == "1 of 5 served, 0 missed, 4 days left")
    // Nothing stands still while the customer is awaited.
    try life.at("03-24 02:00", "pause W-1 --reason 'We wait for 林' --until 'wed 09:00' --zone Asia/Jakarta")
    let paused = try life.look("03-24 03:00")
    #expect(paused.record.text("status") == "paused")
    #expect(
      paused.running == [
        "needed-by#1 running due 03-25 08:00", "renewal#1 running due 05-31 16:59:59",
        "customer-update#3 running due 03-25 10:00", "internal-check#4 running due 03-24 10:00",
      ])
    try life.at("03-24 06:00", "reply W-1 '林 is in'")
    // A second late for both: Wednesday 15:00 was when it was needed, 17:00 the slot. New, it is needed by Friday.
    let late = try life.look("03-25 10:00:01")
    #expect(late.record.text("status") == "active")
    #expect(
      late.latest("needed-by", "customer-update", "internal-check") == [
        "needed-by#1 breached due 03-25 08:00", "customer-update#4 running due 03-27 10:00",
        "internal-check#6 running due 03-26 10:00",
      ])
    #expect(late.slots("customer-update") == "1 of 3 served, 1 missed, 2 days left")
    #expect(late.slots("internal-check") == "1 of 5 served, 2 missed, 2 days left")
    #expect(try life.at("03-25 10:00:01", "show W-1").contains("1 of 3 served, 2 working days left"))
  }

  func graver(_ life: LifeRun) throws {
    // Thursday 26 March, 09:00: S0 wants every date, so today's slot; it has nearer clocks than the renewal. It asks for
    // others to be told: of ten, the AE's email alone has gone out.
    let preview = try life.at("03-26 02:00", "severity W-1 S0 --dry-run --zone Asia/Jakarta")
    #expect(preview.contains("Fri 2026-03-27 17:00 Jakarta") && preview.contains("Thu 2026-03-26 17:00 Jakarta"))
    try life.at("03-26 02:00", "severity W-1 S0 --yes --reason 'All ports stand still'")
    let look = try life.look("03-26 02:00")
    #expect(
      look.latest("first-response", "notify", "triage", "customer-update", "internal-check", "needed-by", "renewal")
        == [
          "first-response#1 met due 03-16 08:00 ended 03-16 08:00", "notify#1 met due 03-16 07:00 ended 03-16 03:30",
          "triage#1 missed due 03-17 03:00 ended 03-17 03:30", "customer-update#4 running due 03-26 10:00",
          "internal-check#6 running due 03-26 10:00", "needed-by#1 breached due 03-25 08:00",
          "renewal#1 cancelled due 05-31 16:59:59 ended 03-26 02:00",
        ])
    #expect(
      look.obligations == [
        "Customer sponsor and executives | email | open", "Customer sponsor and executives | call | open",
        "AE | email | told ann 03-16 03:25", "AE | call | open", "CS leader | email | open", "CS leader | call | open",
        "Support and Engineering leadership | email | open", "Support and Engineering leadership | call | open",
        "Security and Legal if it applies | email | open", "Security and Legal if it applies | call | open",
      ])
    // Monday and Wednesday have been; Thursday to Sunday are ahead.
    #expect(look.slots("customer-update") == "1 of 6 served, 1 missed, 2 days left")
    try life.at("03-26 03:00", each: "update W-1 'All ports stand still; we roll back'", "check W-1")
    try life.at("03-26 03:10", "notify W-1 --all")
    #expect(
      try life.look("03-26 03:10").obligations.allSatisfy { $0.hasSuffix("03-26 03:10") || $0.hasPrefix("AE | email") })
  }

  func closing(_ life: LifeRun) throws {
    try life.at("03-27 03:00", "gate add W-1 agreed --label '林 agrees' --needs customer-confirmed")
    try life.at("03-27 03:10", "task add W-1 'Drill the rollback' --due 2026-04-10T09:00:00Z --owner bo")
    try life.at("03-27 04:00", "resolve W-1 --summary 'Rolled back'")
    // Resolving ends what is needed and what is checked inside; the customer goes on hearing, each date, until closing.
    let resolved = try life.look("03-27 04:00")
    #expect(
      resolved.latest("customer-update", "internal-check", "needed-by") == [
        "customer-update#5 running due 03-27 10:00", "internal-check#7 cancelled due 03-27 10:00 ended 03-27 04:00",
        "needed-by#1 missed due 03-25 08:00 ended 03-27 04:00",
      ])
    try life.refused("03-27 04:30", "close W-1 --outcome recovered", 69, "3 gates are not met")
    let refused = try life.json("03-27 04:30", "close W-1 --outcome recovered")
    let gates = [
      "root-cause open: write down the root cause", "prevention open: 0 of 1 prevention items",
      "agreed open: the customer has not confirmed",
    ]
    #expect(refused.flatMap { $0.rows("gates") }.map(LifeLook.gate) == gates)
    #expect(resolved.gates == gates)

    try life.at("03-27 04:40", "amend W-1 --root-cause 'Nobody owned the release'")
    try life.at(
      "03-27 04:50",
      """
      message send W-1 plan --to 'CS leader' --set 'outcome=Two owners' --set metric=WAU --set baseline=40 \
      --set goal=90 --set 'exit_criteria=A month without a stop' --set verified_by=林
      """)
    try life.at("03-27 05:00", each: "update W-1 'It runs again'", "confirm W-1 --note '林 agrees'")
    try life.refused(
      "03-27 05:10", "gate override W-1 prevention --as AE --reason 'bought out'", 69, "CS leader or CS manager only")
    try life.at("03-27 05:10", "gate override W-1 prevention --as 'cs leader' --reason 'bought out'")
    let ready = try life.look("03-27 05:10")
    #expect(
      ready.gates == [
        "root-cause satisfied", "prevention overridden as CS leader ann 03-27 05:10 (bought out)", "agreed satisfied",
      ])
    #expect(
      ready.sent("plan").last == """
        Problem: Sponsor leaves
        Root cause: Nobody owned the release
        What we want to reach: Two owners
        How we measure it: WAU, from 40 to 90

        Milestones
        - Drill the rollback (bo, by Fri 2026-04-10 09:00 UTC)

        We are done when: A month without a stop
        Verified by: 林
        """)
    // The next slot is Saturday's, at the end of its date.
    #expect(ready.latest("customer-update") == ["customer-update#6 running due 03-28 16:59:59"])

    try life.at("03-27 05:20", "close W-1 --outcome recovered --csat 8")
    let closed = try life.look("03-27 05:20")
    #expect(closed.running == [])
    let end = closed.record.row("closing")
    #expect(
      end.text("outcome") == "recovered" && end.text("csat") == "8" && end.text("passed_over") == "prevention"
        && end.time("at") == "03-27 05:20")
    #expect(try life.list("03-27 05:20", "list", "id") == [])
    #expect(try life.list("03-27 05:20", "list --all", "id", "status") == ["W-1 | closed"])
    #expect(try life.json("03-27 05:20", "risk show R-1").map { $0.text("escalation") } == ["W-1"])
  }

  func reopening(_ life: LifeRun) throws {
    // Monday 30 March, 09:00, at S0: two hours to answer, and triage with it; all must hear by the end of the date.
    try life.at("03-30 02:00", "reopen W-1 --reason 'It came back'")
    let look = try life.look("03-30 02:00")
    #expect(
      look.running == [
        "first-response#2 running due 03-30 04:00", "notify#2 running due 03-30 16:59:59",
        "triage#2 running due 03-30 04:00", "customer-update#7 running due 03-31 10:00",
        "internal-check#8 running due 03-31 10:00", "needed-by#2 pending waits for the needed-by time",
        // Still to be done and due ahead: it runs again.
        "task:T2#2 running due 04-10 09:00",
      ])
    #expect(look.obligations.count == 10 && look.obligations.allSatisfy { $0.hasSuffix("| open") })
    #expect(look.steps.count == 5 && look.steps.allSatisfy { $0.hasSuffix("| open") })
    #expect(look.lists == ["running 0 of 3"])
    #expect(
      look.gates == [
        "root-cause satisfied", "prevention open: 0 of 1 prevention items",
        "agreed open: the customer has not confirmed",
      ])
    // Back at S1 the renewal counts again. What once ended stays as it was.
    try life.at("03-30 03:00", "severity W-1 S1 --yes --reason 'One port only'")
    #expect(
      try life.look("03-30 03:00").latest("first-response", "notify", "triage", "customer-update", "renewal") == [
        "first-response#2 running due 03-30 07:00", "notify#2 running due 03-30 06:00",
        "triage#2 running due 03-31 02:00", "customer-update#7 running due 04-01 10:00",
        "renewal#2 running due 05-31 16:59:59",
      ])
    #expect(
      try life.look("03-30 03:00").clocks("first-response").first
        == "first-response#1 met due 03-16 08:00 ended 03-16 08:00")
    // The renewal speaks by itself from its date minus 90 and minus 30 on, in the account's zone.
    for (time, holds) in [
      ("03-31 16:59", [false, false]), ("03-31 17:00", [true, false]), ("05-30 16:59", [true, false]),
      ("05-30 17:00", [true, true]),
    ] {
      let dated = try life.json(time, "signals --playbook risk --account 港湾物流").filter { $0.text("from") != nil }
      #expect(dated.map { $0.isTrue("holds") } == holds, "\(time)")
    }
    // A look at the past is what it was.
    #expect(try life.look("03-16 03:00").running.count == 7)
  }
}
