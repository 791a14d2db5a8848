import EscalationDomain
import Testing

@Suite("Life under levels")
struct LevelsLife {
  /// Friday 6 March, 16:00; no level given.
  static func opened() throws -> Life {
    try Life("levels", opened: "03-06 16:00") { $0.signal = "payment-dispute" }
  }

  @Test func `From opening to closing and reopening`() throws {
    // It enters L1: four hours, elapsed. Three to tell: the channel, the manager, the flag.
    var life = try Self.opened()
    #expect(try life.record("03-06 16:00").level == "L1")
    #expect(
      try life.clocks("03-06 16:00") == ["response#1 running due 03-06 20:00", "needed-by#1 pending"])
    #expect(try life.told("03-06 16:00") == "0 of 3")
    #expect(
      try life.lists("03-06 16:00")
        == ["document 0 of 10", "hand-off 0 of 4", "follow-through 0 of 3", "de-escalation 0 of 5"])

    // L2 at 17:00: its two hours count from there, and L1's clock is broken off. The VP hears by email as well.
    life = try life.tellingAll("03-06 16:10").ticking("03-06 16:20", "hand-off")
      .doing("03-06 17:00", .enterLevel("L2", reason: "A dispute of Rp 12,000,000"))
    #expect(
      try life.clocks("03-06 17:00", "response")
        == ["response#1 cancelled due 03-06 20:00 ended 03-06 17:00", "response#2 running due 03-06 19:00"])
    #expect(try life.told("03-06 17:00") == "3 of 4")
    #expect(try life.lists("03-06 17:00")[1] == "hand-off 0 of 4")
    life = try life.doing("03-06 18:00", .acknowledge(note: nil))

    // L3 on Saturday at 09:00, answered an hour and a half later: late by half an hour.
    life = try life.doing("03-07 09:00", .enterLevel("L3", reason: "Lawyers"), .setNeededBy("03-09 12:00"))
      .doing("03-07 10:30", .update(CustomerUpdate(text: "Our CFO calls you", next: "03-08 09:00")))
    #expect(
      try life.clocks("03-07 10:30") == [
        "response#1 cancelled due 03-06 20:00 ended 03-06 17:00", "response#2 met due 03-06 19:00 ended 03-06 18:00",
        "response#3 missed due 03-07 10:00 ended 03-07 10:30", "promise#1 running due 03-08 09:00",
        "needed-by#1 running due 03-09 12:00",
      ])
    #expect(try life.told("03-07 10:30") == "3 of 5")

    // Sunday: kept, and resolved. Everything that closing waits for is open but what was ticked.
    life = try life.doing("03-08 08:00", .update(CustomerUpdate(text: "Agreed")), .resolve(Resolution()))
    #expect(
      try life.gates("03-08 08:00") == [
        "customer-confirmed open: the customer has not confirmed",
        "decided open: undecided: document: Customer, ARR in its currency, Health, Summary, Impact, Root cause, if known, "
          + "What was attempted, What the customer asks for, What we recommend, Timeline; hand-off: Full context, "
          + "The customer's personality and way of talking, What not to say, The outcome we want; follow-through: "
          + "We stayed involved, Every commitment was kept, The loop is closed with everyone who was asked; "
          + "de-escalation: The customer confirms that it is over, The outcome is in the CRM, "
          + "Everyone who helped was thanked, Post-mortem, The playbook is updated",
      ])
    life = try life.ticking("03-08 09:00", "document").ticking("03-08 09:00", "hand-off")
      .ticking("03-08 09:00", "follow-through")
    for item in ["confirmed", "crm", "thanks", "post-mortem"] {
      let decision = ItemDecision(checklist: "de-escalation", item: item, choice: .done)
      life = try life.doing("03-08 09:10", .decideItem(decision, reason: nil))
    }
    #expect(try life.refusedGates("03-08 09:20") == ["customer-confirmed", "decided"])
    let unneeded = ItemDecision(checklist: "de-escalation", item: "playbook", choice: .notNeeded)
    #expect(throws: Refusal.reasonRequired) { try life.doing("03-08 09:30", .decideItem(unneeded, reason: nil)) }
    life = try life.doing("03-08 09:30", .decideItem(unneeded, reason: "It held"), .confirmByCustomer(note: "By mail"))
    #expect(try life.gates("03-08 09:30") == ["customer-confirmed satisfied", "decided satisfied"])
    life = try life.doing("03-08 10:00", .close(Closing(outcome: .recovered), reason: nil))
    #expect(try life.record("03-08 10:00").openClocks.isEmpty)

    // Reopened on Monday before the time it was needed by: that time stands, and L3 answers within an hour.
    life = try life.doing("03-09 09:00", .reopen(reason: "The sum is disputed again"))
    #expect(
      try life.latest("03-09 09:00") == [
        "response#4 running due 03-09 10:00", "promise#1 met due 03-08 09:00 ended 03-08 08:00",
        "needed-by#2 running due 03-09 12:00",
      ])
    #expect(try life.told("03-09 09:00") == "0 of 5")
    #expect(
      try life.lists("03-09 09:00")
        == ["document 0 of 10", "hand-off 0 of 4", "follow-through 0 of 3", "de-escalation 0 of 5"])
    #expect(try life.refusedGates("03-09 09:00") == ["customer-confirmed", "decided"])
  }
}

@Suite("Readings of levels")
struct LevelsReadings {
  @Test(arguments: [("L1", "03-07 02:00"), ("L2", "03-07 00:00"), ("L3", "03-06 23:00")])
  func `A level's clock starts when it is entered, in elapsed time, and is never added up`(
    level: String, due: String
  ) throws {
    let life = try LevelsLife.opened().doing("03-06 22:00", .enterLevel(level, reason: nil))
    #expect(try life.latest("03-06 22:00", "response") == ["response#2 running due \(due)"])
  }

  @Test func `At once enters L1 and suggests the level the facts point to`() throws {
    let signals = try PlaybookFiles.playbook("levels").signals.filter { $0.family == "at once" }
    #expect(signals.count == 6)
    #expect(signals.allSatisfy { $0.suggests == "L2" || $0.suggests == "L3" })
    #expect(try LevelsLife.opened().record("03-06 16:00").level == "L1")
  }

  @Test func `Only a dispute in rupiah is compared with Rp 10,000,000`() throws {
    let above = try #require(try PlaybookFiles.playbook("levels").signals.compactMap(\.above).first)
    #expect(above.currency == "IDR")
    #expect(try Money(parsing: "IDR 10,000,001").minorUnits > above.minorUnits)
    #expect(try Money(parsing: "IDR 10,000,000").minorUnits == above.minorUnits)
  }

  @Test func `Severity is optional; L3 is band 1, L2 band 2, L1 band 3`() throws {
    for (level, band) in [("L1", 3), ("L2", 2), ("L3", 1)] {
      #expect(
        try LevelsLife.opened().doing("03-06 17:00", .enterLevel(level, reason: nil)).record("03-06 17:00").band == band
      )
    }
    #expect(try LevelsLife.opened().record("03-06 16:00").severity == nil)
  }
}
