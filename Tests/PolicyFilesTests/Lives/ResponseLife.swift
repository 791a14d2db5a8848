import EscalationDomain
import Testing

@Suite("Life under response")
struct ResponseLife {
  /// Wednesday 4 March, 15:00; the next QBR is on 20 March.
  static func opened(_ severity: String, qbr: String? = "2026-03-20") throws -> Life {
    try Life("response", severity, opened: "03-04 15:00") { $0.account.qbr = qbr.flatMap { LocalDate(iso: $0) } }
  }

  @Test func `From opening to closing and reopening`() throws {
    var life = try Self.opened("Critical")
    #expect(
      try life.clocks("03-04 15:00") == [
        "acknowledge#1 running due 03-04 16:00", "response#1 running due 03-04 16:00", "needed-by#1 pending",
        "unresolved#1 running due 03-05 15:00",
      ])
    #expect(
      try life.lists("03-04 15:00")
        == ["acknowledge 0 of 4", "investigate 0 of 8", "communicate 0 of 4", "resolve 0 of 4"])

    // The acknowledgement promises 16:30; the first substantive word comes at 16:10, ten minutes late, and keeps it.
    let message = SentMessage(
      template: "acknowledgement", audience: .customer, channel: "email", to: ["Bo"], body: "We have it",
      next: "03-04 16:30", countsAs: [.acknowledgement])
    life = try life.doing("03-04 15:30", .send(message)).ticking("03-04 15:31", "acknowledge")
      .doing("03-04 16:10", .update(CustomerUpdate(text: "Known, unknown, next", next: "03-05 09:00")))
    #expect(
      try life.clocks("03-04 16:10") == [
        "acknowledge#1 met due 03-04 16:00 ended 03-04 15:30", "response#1 missed due 03-04 16:00 ended 03-04 16:10",
        "promise#1 met due 03-04 16:30 ended 03-04 16:10", "promise#2 running due 03-05 09:00", "needed-by#1 pending",
        "unresolved#1 running due 03-05 15:00",
      ])
    #expect(
      try life.lists("03-04 16:10").prefix(3) == ["acknowledge 4 of 4", "investigate 0 of 8", "communicate 0 of 4"])

    // A promise broken by half an hour; a day unresolved, raised twenty minutes later.
    life = try life.doing("03-05 09:30", .update(CustomerUpdate(text: "A patch is in test")))
    #expect(
      try life.clocks("03-05 15:00:01", "promise", "unresolved") == [
        "promise#1 met due 03-04 16:30 ended 03-04 16:10", "promise#2 missed due 03-05 09:00 ended 03-05 09:30",
        "unresolved#1 breached due 03-05 15:00",
      ])
    life = try life.doing("03-05 15:20", .raisePath("unresolved", note: nil))
    #expect(try life.clocks("03-05 15:20", "unresolved") == ["unresolved#1 missed due 03-05 15:00 ended 03-05 15:20"])
    #expect(try life.record("03-05 15:20").work.raisedPaths.map(\.value.to) == [["CS manager"]])

    // Friday 10:00, resolved: the follow-up opens on Saturday and is late on Sunday; recovery in 7 and 30 dates and at
    // the QBR.
    life = try life.doing("03-06 10:00", .resolve(Resolution(rootCause: "A full disk", prevention: ["An alarm"])))
    #expect(
      try life.latest("03-06 10:00", "follow-up", "recovery-week", "recovery-month", "recovery-qbr") == [
        "follow-up#1 pending opens 03-07 10:00 due 03-08 10:00", "recovery-week#1 running due 03-13 10:00",
        "recovery-month#1 running due 04-05 10:00", "recovery-qbr#1 running due 03-20 23:59:59",
      ])
    #expect(
      try life.lists("03-06 10:00").suffix(4)
        == ["follow-up 0 of 4", "recovery-week 0 of 4", "recovery-month 0 of 3", "recovery-qbr 0 of 3"])
    #expect(
      try life.gates("03-06 10:00")
        == ["customer-confirmed open: the customer has not confirmed", "root-cause satisfied", "prevention satisfied"])
    #expect(try life.refusedGates("03-06 18:00") == ["customer-confirmed"])

    // Following up the same evening is too early to count; on Saturday at noon it counts.
    life = try life.doing("03-06 18:00", .mark("follow-up"))
    #expect(
      try life.clocks("03-06 18:00", "follow-up") == ["follow-up#1 pending opens 03-07 10:00 due 03-08 10:00"])
    life = try life.doing("03-07 12:00", .mark("follow-up"), .confirmByCustomer(note: nil))
      .doing("03-07 12:10", .close(Closing(outcome: .recovered, csat: 9), reason: nil))
    #expect(
      try life.clocks("03-07 12:10", "follow-up")
        == ["follow-up#1 met opens 03-07 10:00 due 03-08 10:00 ended 03-07 12:00"])
    // Recovery lives on after closing; its first call comes a day late.
    #expect(
      try life.record("03-07 12:10").openClocks.map(\.rule) == ["recovery-week", "recovery-month", "recovery-qbr"])
    life = try life.doing("03-14 09:00", .mark("recovery-week"))
    #expect(
      try life.clocks("03-14 09:00", "recovery-week") == ["recovery-week#1 missed due 03-13 10:00 ended 03-14 09:00"])

    // Monday, reopened: what recovers is broken off, what answers begins anew; resolving starts recovery again.
    life = try life.doing("03-16 09:00", .reopen(reason: "It came back"))
    #expect(
      try life.latest("03-16 09:00") == [
        "acknowledge#2 running due 03-16 10:00", "response#2 running due 03-16 10:00",
        "promise#2 missed due 03-05 09:00 ended 03-05 09:30", "needed-by#2 pending",
        "unresolved#2 running due 03-17 09:00",
        "follow-up#1 met opens 03-07 10:00 due 03-08 10:00 ended 03-07 12:00",
        "recovery-week#1 missed due 03-13 10:00 ended 03-14 09:00",
        "recovery-month#1 cancelled due 04-05 10:00 ended 03-16 09:00",
        "recovery-qbr#1 cancelled due 03-20 23:59:59 ended 03-16 09:00",
      ])
    life = try life.doing("03-16 12:00", .resolve(Resolution()))
    #expect(
      try life.latest("03-16 12:00", "follow-up", "recovery-week", "unresolved") == [
        "follow-up#2 pending opens 03-17 12:00 due 03-18 12:00", "recovery-week#2 running due 03-23 12:00",
        "unresolved#2 met due 03-17 09:00 ended 03-16 12:00",
      ])
    #expect(try life.refusedGates("03-16 13:00") == ["customer-confirmed"])
  }
}

@Suite("Readings of response")
struct ResponseReadings {
  @Test(arguments: [
    ("Critical", "03-04 16:00"), ("High", "03-04 19:00"), ("Medium", "03-05 15:00"), ("Low", "03-06 15:00"),
  ])
  func `Acknowledge is an hour at every severity; the response has its own target, in elapsed time`(
    severity: String, due: String
  ) throws {
    #expect(
      try ResponseLife.opened(severity).clocks("03-04 15:00", "acknowledge", "response")
        == ["acknowledge#1 running due 03-04 16:00", "response#1 running due \(due)"])
  }

  @Test func `Hours without a word run over a weekend`() throws {
    let life = try Life("response", "Medium", opened: "03-07 20:00")
    #expect(
      try life.clocks("03-07 20:00", "acknowledge", "response", "unresolved") == [
        "acknowledge#1 running due 03-07 21:00", "response#1 running due 03-08 20:00",
        "unresolved#1 running due 03-08 20:00",
      ])
  }

  @Test func `A word without substance acknowledges and does not respond`() throws {
    let update = CustomerUpdate(text: "We are on it", substantive: false)
    let life = try ResponseLife.opened("High").doing("03-04 15:10", .update(update))
    #expect(
      try life.clocks("03-04 15:10", "acknowledge", "response")
        == ["acknowledge#1 met due 03-04 16:00 ended 03-04 15:10", "response#1 running due 03-04 19:00"])
  }

  @Test func `Resolution has no target, only the rule of 24 hours`() throws {
    let playbook = try PlaybookFiles.playbook("response")
    #expect(playbook.clocks.filter { $0.stops.contains(.resolved) }.map(\.id) == ["needed-by", "unresolved"])
  }

  @Test func `Recovery is for what was significant, and waits for a QBR that nobody has set`() throws {
    func after(_ severity: String, qbr: String?) throws -> [String] {
      try ResponseLife.opened(severity, qbr: qbr).doing("03-04 16:00", .resolve(Resolution())).clocks("03-04 16:00")
        .filter { $0.hasPrefix("recovery") }
    }
    #expect(try after("Medium", qbr: "2026-03-20") == [])
    #expect(try after("Low", qbr: "2026-03-20") == [])
    #expect(
      try after("High", qbr: nil) == [
        "recovery-week#1 running due 03-11 16:00", "recovery-month#1 running due 04-03 16:00", "recovery-qbr#1 pending",
      ])
    let waiting = try ResponseLife.opened("High", qbr: nil).doing("03-04 16:00", .resolve(Resolution()))
    #expect(try waiting.record("03-04 16:00").clock("recovery-qbr")?.due == .waiting(.accountDate(.qbr)))
  }

  @Test func `Every time promised in a message is a clock`() throws {
    let message = SentMessage(audience: .customer, body: "Until five", next: "03-04 17:00")
    let life = try ResponseLife.opened("Low").doing("03-04 15:10", .send(message))
    #expect(try life.clocks("03-04 15:10", "promise") == ["promise#1 running due 03-04 17:00"])
  }
}
