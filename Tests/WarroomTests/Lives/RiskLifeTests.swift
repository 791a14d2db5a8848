import Testing

/// A risk from the register to an escalation that is closed and reopened, as its people type it. They sit in Jakarta
/// (UTC+7, lunch at noon); Thursday 19 and Friday 20 March are holidays. Figures worked out by hand: see each block.
@Suite struct `A life under risk on the command line` {
  static let calendar = """
    id: jakarta
    name: Jakarta
    time_zone: Asia/Jakarta
    hours:
      mon: ["09:00-12:00", "13:00-17:00"]
      tue: ["09:00-12:00", "13:00-17:00"]
      wed: ["09:00-12:00", "13:00-17:00"]
      thu: ["09:00-12:00", "13:00-17:00"]
      fri: ["09:00-12:00", "13:00-17:00"]
    holidays: [{date: 2026-03-19, name: Nyepi}, {date: 2026-03-20, name: Idul Fitri}]
    """

  @Test func `from the register to closing and reopening`() throws {
    try LifeRun.live("03-13 09:00", calendar: Self.calendar) { life in
      try promotion(life)
      try telling(life)
      try triage(life)
      try cadences(life)
      try graver(life)
      try closing(life)
      try reopening(life)
    }
  }

  private func promotion(_ life: LifeRun) throws {
    try life.at(
      "03-13 09:00",
      each: "account set 港湾物流 --new --arr 'IDR 4,250,000,000' --renewal 2026-06-30 --calendar jakarta --csm dewi",
      """
      risk add 'Sponsor leaves' --account 港湾物流 --signal sponsor --category people --likelihood 4 --impact-score 4 \
      --cause 'A new COO' --impact 'Nobody defends the rollout' --response reduce --contingency 'Map others' \
      --owner dewi --residual 6 --next-review 2026-03-27 --arr 'IDR 1,000,000,000' --description '田中 rang us'
      """)
    try life.refused("03-16 03:00", "risk promote R-1 --playbook risk", 64, "say by when it is needed")
    try life.at("03-16 03:00", "risk promote R-1 --playbook risk --needed-by 'wed 15:00' --zone Asia/Jakarta")

    // Monday 10:00: two working hours before lunch and two after it make 15:00. Wednesday is the first of three slots,
    // every working day has a check; thirty dates before 30 June is 31 May, to its end.
    let look = try life.look("03-16 03:00")
    #expect(
      look.clocks() == [
        "first-response#1 running due 03-16 08:00", "notify#1 running due 03-16 07:00",
        "triage#1 running due 03-17 03:00", "customer-update#1 running due 03-18 10:00",
        "internal-check#1 running due 03-17 10:00", "needed-by#1 running due 03-18 08:00",
        "renewal#1 running due 05-31 16:59:59",
      ])
    // This week Friday's slot falls away, and so do two checks.
    #expect(look.slots("customer-update") == "0 of 1 served, 0 missed, 3 days left")
    #expect(look.slots("internal-check") == "0 of 2 served, 0 missed, 3 days left")
    let response = look.record.rows("clocks")[0]
    #expect(response.text("remaining_seconds") == "18000" && response.text("working_remaining_seconds") == "14400")
    #expect(look.obligations.count == 10 && look.obligations.allSatisfy { $0.hasSuffix("| open") })
    #expect(look.lists == ["running 0 of 3"])
    #expect(
      look.gates == ["root-cause open: write down the root cause", "prevention open: 0 of 1 prevention items"])
    #expect(look.record.text("risk") == "R-1" && look.record.text("detection") == "early")
    #expect(
      try life.list("03-16 03:00", "list", "id", "account", "severity", "band", "owner", "arr", "currency", "renewal")
        == ["W-1 | 港湾物流 | S1 | 2 | dewi | 4250000000 | IDR | 2026-06-30"])
    #expect(try life.json("03-16 03:00", "list").map { $0.row("next_clock").text("rule") } == ["notify"])
  }

  private func telling(_ life: LifeRun) throws {
    // What the register knows need not be typed again.
    let lacking = [
      "alert-slack | next_step, next_update", "alert-email | ask, next_step, next_update", "register-entry | ",
      "plan | root_cause, outcome, metric, baseline, goal, milestones, exit_criteria, verified_by",
    ]
    #expect(try life.list("03-16 03:05", "message list W-1", "template", "missing") == lacking)
    try life.refused(
      "03-16 03:05", "message send W-1 alert-slack --to-all", 64,
      "alert-slack needs next_step, next_update; say --set next_step=… --next TIME")
    try life.at("03-16 03:12", "task add W-1 'Call 田中' --due 'tue 11:00' --owner dewi --zone Asia/Jakarta")
    try life.at("03-16 03:20", "message send W-1 alert-slack --to-all --next 16:00 --zone Asia/Jakarta")
    try life.at(
      "03-16 03:25",
      """
      message send W-1 alert-email --to AE --to 'POC and sponsor' --next 16:00 --zone Asia/Jakarta \
      --set 'ask=Name a second sponsor'
      """)
    try life.at("03-16 03:26", "notify not-needed W-1 'PS lead' --channel email --reason 'on leave'")
    #expect(try life.look("03-16 03:29").latest("notify") == ["notify#1 running due 03-16 07:00"])
    try life.at("03-16 03:30", "notify W-1 --all --channel email --note 'in the morning call'")
    try life.at("03-16 03:40", "message send W-1 register-entry --to 'CS manager'")

    let look = try life.look("03-16 03:40")
    #expect(look.latest("notify") == ["notify#1 met due 03-16 07:00 ended 03-16 03:30"])
    #expect(
      look.obligations == [
        "POC and sponsor | email | told ann 03-16 03:25", "POC and sponsor | slack | told ann 03-16 03:20",
        "AE | email | told ann 03-16 03:25", "AE | slack | told ann 03-16 03:20",
        "CS manager | email | told ann 03-16 03:30: in the morning call", "CS manager | slack | told ann 03-16 03:20",
        "Support and Engineering manager | email | told ann 03-16 03:30: in the morning call",
        "Support and Engineering manager | slack | told ann 03-16 03:20",
        "PS lead | email | not-needed ann 03-16 03:26 (on leave)", "PS lead | slack | told ann 03-16 03:20",
      ])
    let all = "POC and sponsor, AE, CS manager, Support and Engineering manager, PS lead"
    #expect(
      look.messages == [
        "alert-slack to \(all) by slack, notification, next 03-16 09:00",
        "alert-email to AE, POC and sponsor by email, notification, next 03-16 09:00", "register-entry to CS manager",
      ])
    #expect(
      look.sent("alert-slack") == [
        """
        *S1 High · 港湾物流*: Sponsor leaves
        Impact: Nobody defends the rollout
        Owner: dewi · Next: Call 田中 (dewi, by Tue 2026-03-17 11:00 Jakarta)
        Needed by Wed 2026-03-18 15:00 Jakarta
        Next word here by Mon 2026-03-16 16:00 Jakarta
        """
      ])
    #expect(
      look.sent("alert-email") == [
        "S1 High risk at 港湾物流: Sponsor leaves",
        """
        What happens: Sponsor leaves
        What it means for the customer and for us: Nobody defends the rollout
        At stake: IDR 4,250,000,000, renewal on 2026-06-30
        Cause as far as we know: A new COO

        Who owns it: dewi
        What happens next: Call 田中 (dewi, by Tue 2026-03-17 11:00 Jakarta)
        What we ask of you: Name a second sponsor
        We need it by Wed 2026-03-18 15:00 Jakarta.

        You hear from us again by Mon 2026-03-16 16:00 Jakarta.
        """,
      ])
    #expect(
      look.sent("register-entry") == [
        "Risk: Sponsor leaves (港湾物流)",
        """
        Risk: Sponsor leaves · 港湾物流 · people
        Description: 田中 rang us
        Cause: A new COO · Signal: The sponsor leaves or has left
        Impact: Nobody defends the rollout
        Likelihood 4 × impact 4 = 16
        Score that remains: 6
        ARR exposed: IDR 1,000,000,000
        Response: reduce
        If it happens all the same: Map others
        Owner: dewi · Identified by ann on 2026-03-13 · Next review: 2026-03-27
        """,
      ])
    // What was promised inside the house is no clock.
    #expect(look.latest("promise") == [])
  }

  private func triage(_ life: LifeRun) throws {
    try life.at("03-16 04:00", each: "mark W-1 log", "mark W-1 assign", "mark W-1 plan", "mark W-1 tell")
    // At its deadline is in time for the first response; half an hour past its own, triage is not.
    try life.at("03-16 08:00", "ack W-1 --note 'rang 田中'")
    try life.at("03-17 03:30", "mark W-1 cadence")
    try life.at("03-17 04:00", each: "check W-1 --note 'on track'", "task done W-1 T1 --note 'she stays until May'")
    try life.at("03-17 04:10", "checklist done W-1 register decisions")
    try life.refused("03-17 04:10", "checklist not-needed W-1 blockers --reason none", 69, "done but not declined")
    let look = try life.look("03-17 04:10")
    #expect(
      look.latest("first-response", "triage", "internal-check", "task:T1") == [
        "first-response#1 met due 03-16 08:00 ended 03-16 08:00", "triage#1 missed due 03-17 03:00 ended 03-17 03:30",
        "internal-check#2 running due 03-18 10:00", "task:T1#1 met due 03-17 04:00 ended 03-17 04:00",
      ])
    #expect(
      look.steps == [
        "log | CSM | CSM | done ann 03-16 04:00", "assign | CSM | CSM | CS manager | done ann 03-16 04:00",
        "plan | CSM | CSM | PS, SE | done ann 03-16 04:00", "tell | CSM | CSM | done ann 03-16 04:00",
        "cadence | CSM | CSM | done ann 03-17 03:30",
      ])
    #expect(
      look.checklist("running") == ["register done ann 03-17 04:10", "decisions done ann 03-17 04:10", "blockers open"])
  }
}
