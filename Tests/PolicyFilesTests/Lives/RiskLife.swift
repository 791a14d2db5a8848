import EscalationDomain
import PolicyFiles
import Testing

/// A risk lived whole. Figures worked out by hand: see each block.
@Suite("Life under risk")
struct RiskLife {
  static let matrix = [
    "Customer sponsor and executives", "AE", "CS leader", "Support and Engineering leadership",
    "Security and Legal if it applies",
  ]

  /// Wednesday 4 March, 15:00, S0; renewal on 30 June.
  static func opened() throws -> Life {
    try Life("risk", "S0", opened: "03-04 15:00") { $0.account.renewal = LocalDate(iso: "2026-06-30") }
  }

  @Test func `From opening to closing and reopening`() throws {
    var life = try Self.opened()
    #expect(
      try life.clocks("03-04 15:00") == [
        "first-response#1 running due 03-04 17:00", "notify#1 running due 03-04 23:59:59",
        "triage#1 running due 03-04 17:00", "customer-update#1 running due 03-05 17:00",
        "internal-check#1 running due 03-05 17:00", "needed-by#1 pending",
      ])
    #expect(try life.told("03-04 15:00") == "0 of 10")
    #expect(try life.lists("03-04 15:00") == ["running 0 of 3"])

    // Five by email, four by call, one need not be called: everyone in the matrix has heard at 15:45.
    life = try life.doing("03-04 15:20", .acknowledge(note: nil))
      .doing("03-04 15:30", .notify(Notification(who: Self.matrix, channel: "email")))
      .doing("03-04 15:40", .notify(Notification(who: Self.matrix.dropLast(), channel: "call")))
    #expect(try life.told("03-04 15:44") == "9 of 10")
    #expect(try life.clocks("03-04 15:44", "notify") == ["notify#1 running due 03-04 23:59:59"])
    let waived = NoticeWaived(stakeholder: "Security and Legal if it applies", channel: "call")
    life = try life.doing("03-04 15:45", .waiveNotice(waived, reason: "No data touched"))
    #expect(try life.told("03-04 15:45") == "10 of 10")
    #expect(try life.clocks("03-04 15:45", "notify") == ["notify#1 met due 03-04 23:59:59 ended 03-04 15:45"])

    // Triage is due with the first response, at 17:00; its last step comes ten minutes late.
    life = try life.doing("03-04 15:50", .mark("log"), .mark("assign"), .mark("plan"))
      .doing("03-04 16:00", .mark("tell"), .setNeededBy("03-06 12:00"))
      .doing("03-04 17:10", .mark("cadence"))
    #expect(
      try life.clocks("03-04 17:10", "first-response", "triage", "needed-by") == [
        "first-response#1 met due 03-04 17:00 ended 03-04 15:20", "triage#1 missed due 03-04 17:00 ended 03-04 17:10",
        "needed-by#1 running due 03-06 12:00",
      ])

    // Thursday: told at 16:00 with a promise for Friday 10:00; nobody looked inside, so that slot is missed at 17:00.
    // Friday's word keeps the promise and serves Friday's slot: the next is Saturday's, at the end of a closed date.
    life = try life.doing("03-05 16:00", .update(CustomerUpdate(text: "Found", next: "03-06 10:00")))
      .doing("03-06 09:30", .update(CustomerUpdate(text: "Fixed on two of three")))
    #expect(
      try life.clocks("03-06 09:30", "customer-update", "internal-check", "promise") == [
        "customer-update#1 met due 03-05 17:00 ended 03-05 16:00",
        "customer-update#2 met due 03-06 17:00 ended 03-06 09:30", "customer-update#3 running due 03-07 23:59:59",
        "internal-check#1 missed due 03-05 17:00 ended 03-05 17:00", "internal-check#2 running due 03-06 17:00",
        "promise#1 met due 03-06 10:00 ended 03-06 09:30",
      ])

    // S1 on Friday at 10:00: Friday's slot is served already, so Monday's is next; the renewal clock wakes, for the end
    // of 31 May, thirty dates before 30 June. Others must hear at S1 than at S0: AE by email was told, nine were not.
    life = try life.doing("03-06 10:00", .changeSeverity(to: "S1", reason: "Executives are calm again"))
    #expect(
      try life.latest("03-06 10:00", "customer-update", "internal-check", "renewal") == [
        "customer-update#3 running due 03-09 17:00", "internal-check#2 running due 03-06 17:00",
        "renewal#1 running due 05-31 23:59:59",
      ])
    #expect(try life.told("03-06 10:00") == "1 of 10")

    // Resolving meets needed-by and renewal and ends the internal check; the customer's cadence goes on until closing.
    life = try life.doing("03-06 11:00", .resolve(Resolution(summary: "Export runs")))
    #expect(
      try life.latest("03-06 11:00", "customer-update", "internal-check", "needed-by", "renewal") == [
        "customer-update#3 running due 03-09 17:00", "internal-check#2 cancelled due 03-06 17:00 ended 03-06 11:00",
        "needed-by#1 met due 03-06 12:00 ended 03-06 11:00", "renewal#1 met due 05-31 23:59:59 ended 03-06 11:00",
      ])
    #expect(
      try life.gates("03-06 11:00")
        == ["root-cause open: write down the root cause", "prevention open: 0 of 1 prevention items"])
    #expect(try life.refusedGates("03-06 11:30") == ["root-cause", "prevention"])
    life = try life.doing("03-06 11:30", .amendResolution(Resolution(rootCause: "A full disk")))
      .doing(
        "03-06 11:40", .overrideGate(GateOverride(gate: "prevention", authority: "CS leader"), reason: "Bought out"))
    #expect(try life.gates("03-06 11:40") == ["root-cause satisfied", "prevention overridden by CS leader"])
    life = try life.doing("03-06 12:00", .close(Closing(outcome: .recovered, csat: 8), reason: nil))
    #expect(try life.record("03-06 12:00").openClocks.isEmpty)

    // Monday, reopened: everything asked of an opening is asked again at S1; the time it was needed by is gone.
    life = try life.doing("03-09 09:00", .reopen(reason: "It came back"))
    #expect(
      try life.latest("03-09 09:00") == [
        "first-response#2 running due 03-09 13:00", "notify#2 running due 03-09 13:00",
        "triage#2 running due 03-10 09:00", "customer-update#4 running due 03-11 17:00",
        "internal-check#3 running due 03-10 17:00", "promise#1 met due 03-06 10:00 ended 03-06 09:30",
        "needed-by#2 pending", "renewal#2 running due 05-31 23:59:59",
      ])
    #expect(try life.told("03-09 09:00") == "0 of 10")
    #expect(
      try life.gates("03-09 09:00") == ["root-cause satisfied", "prevention open: 0 of 1 prevention items"])
  }
}

@Suite("Readings of risk")
struct RiskReadings {
  @Test func `First response and notify are two clocks, and neither pauses`() throws {
    let life = try RiskLife.opened().doing("03-04 15:10", .pause(reason: "Logs", until: "03-05 09:00"))
      .doing("03-04 15:20", .acknowledge(note: nil))
    #expect(
      try life.clocks("03-04 15:30", "first-response", "notify")
        == ["first-response#1 met due 03-04 17:00 ended 03-04 15:20", "notify#1 running due 03-04 23:59:59"])
  }

  @Test func `S0 daily is every date; S1 skips closed ones and moves a slot off a holiday`() throws {
    var week = try #require(try BuiltinCalendars.all.first { $0.id == "standard" })
    week = try BusinessCalendar(
      id: "acme", name: "Acme", zone: .utc, hours: week.hours,
      holidays: [Holiday(date: day("03-11"), name: "Spring day")])
    // Friday: S0's next slot is Saturday's.
    let daily = try Life("risk", "S0", opened: "03-06 10:00", calendar: week)
    #expect(
      try daily.clocks("03-06 10:00", "customer-update", "internal-check")
        == ["customer-update#1 running due 03-07 23:59:59", "internal-check#1 running due 03-07 23:59:59"])
    // Tuesday the 10th: S1's Wednesday is closed, so its slot is due on Thursday; the internal check too.
    let thrice = try Life("risk", "S1", opened: "03-10 10:00", calendar: week)
    #expect(
      try thrice.clocks("03-10 10:00", "customer-update", "internal-check")
        == ["customer-update#1 running due 03-12 17:00", "internal-check#1 running due 03-12 17:00"])
    let twice = try Life("risk", "S2", opened: "03-10 10:00", calendar: week)
    #expect(
      try twice.clocks("03-10 10:00", "customer-update", "internal-check")
        == ["customer-update#1 running due 03-17 17:00", "internal-check#1 running due 03-12 17:00"])
    // Every 14 days from Wednesday 25 February is the 11th: closed, so the 12th.
    let fortnight = try Life("risk", "S3", opened: "02-25 10:00", calendar: week)
    #expect(
      try fortnight.clocks("02-25 10:00", "customer-update") == ["customer-update#1 running due 03-12 17:00"])
  }

  @Test func `Customer cadence and internal check are two obligations`() throws {
    let life = try Life("risk", "S1", opened: "03-02 10:00").doing("03-03 10:00", .check(note: nil))
    #expect(
      try life.latest("03-03 10:00", "customer-update", "internal-check")
        == ["customer-update#1 running due 03-04 17:00", "internal-check#2 running due 03-04 17:00"])
  }

  @Test func `D-30 is inclusive, D-31 suggests S1`() throws {
    let renewal = try day("06-30")
    let dated = try PlaybookFiles.playbook("risk").signals.filter { $0.from != nil }
    func suggested(_ date: String) throws -> [String] {
      let today = try day(date)
      return dated.compactMap { signal in
        guard case .accountDate(.renewal, let days)? = signal.from, today >= renewal.adding(days: -days) else {
          return nil
        }
        return signal.suggests
      }
    }
    #expect(try suggested("03-31") == [])  // D-91
    #expect(try suggested("04-01") == ["S1"])  // D-90
    #expect(try suggested("05-30") == ["S1"])  // D-31
    #expect(try suggested("05-31") == ["S1", "S0"])  // D-30
  }

  @Test func `S0 triage is due at the first response, where 24 hours come later`() throws {
    #expect(try RiskLife.opened().clocks("03-04 15:00", "triage") == ["triage#1 running due 03-04 17:00"])
    let graver = try Life("risk", "S1", opened: "03-04 10:00").doing(
      "03-04 11:00", .changeSeverity(to: "S0", reason: nil))
    #expect(
      try graver.clocks("03-04 11:00", "first-response", "triage")
        == ["first-response#1 running due 03-04 12:00", "triage#1 running due 03-04 12:00"])
  }

  @Test func `Whoever was told counts once everyone has heard through each channel`() throws {
    var life = try Life("risk", "S3", opened: "03-04 10:00")
    #expect(try life.told("03-04 10:00") == "0 of 3")
    life = try life.doing("03-04 11:00", .notify(Notification(who: ["POC", "AE"], channel: "email")))
    #expect(try life.clocks("03-04 11:00", "notify") == ["notify#1 running due 03-06 10:00"])
    life = try life.doing("03-04 12:00", .notify(Notification(who: ["Internal CS notes"], channel: "notes")))
    #expect(try life.clocks("03-04 12:00", "notify") == ["notify#1 met due 03-06 10:00 ended 03-04 12:00"])
  }
}
