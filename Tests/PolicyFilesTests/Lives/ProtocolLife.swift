import EscalationDomain
import Testing

@Suite("Life under protocol")
struct ProtocolLife {
  /// Wednesday 4 March, 15:00.
  static func opened(_ priority: String) throws -> Life { try Life("protocol", priority, opened: "03-04 15:00") }

  @Test func `From opening to closing and reopening`() throws {
    var life = try Self.opened("P2")
    #expect(
      try life.clocks("03-04 15:00") == [
        "acknowledge#1 running due 03-04 16:00", "notify#1 running due 03-04 16:00",
        "customer-update#1 running due 03-05 17:00",
      ])
    #expect(try life.told("03-04 15:00") == "0 of 1")
    #expect(try life.lists("03-04 15:00") == ["actions 0 of 6"])
    life = try life.doing("03-04 15:10", .notify(Notification(who: ["Team lead"], channel: "slack")))
      .doing("03-04 15:30", .acknowledge(note: nil))

    // P1 at 15:45: the update is due an hour from the opening; what was met stays met. Three more must hear.
    life = try life.doing("03-04 15:45", .changeSeverity(to: "P1", reason: "Everyone is out"))
    #expect(
      try life.clocks("03-04 15:45") == [
        "acknowledge#1 met due 03-04 16:00 ended 03-04 15:30", "notify#1 met due 03-04 16:00 ended 03-04 15:10",
        "customer-update#1 running due 03-04 16:00",
      ])
    #expect(try life.told("03-04 15:45") == "1 of 4")
    #expect(try life.lists("03-04 15:45") == ["actions 0 of 7"])

    // Told at 15:50: the next is due at 16:50. Waiting from 16:00 to 17:00 moves it by an hour.
    life = try life.doing("03-04 15:50", .update(CustomerUpdate(text: "Known, unknown, next")))
      .doing("03-04 16:00", .pause(reason: "Their logs", until: "03-04 18:00"))
    #expect(try life.latest("03-04 16:30", "customer-update") == ["customer-update#2 paused left 3000"])
    life = try life.doing("03-04 17:00", .customerReplied(text: "Here they are"))
    #expect(try life.latest("03-04 17:00", "customer-update") == ["customer-update#2 running due 03-04 17:50"])

    // Resolved at 17:30, after closing time: the call's two business days count from Thursday 09:00, to Monday 09:00;
    // the watch lasts 30 dates.
    life = try life.doing("03-04 17:30", .resolve(Resolution(rootCause: "A certificate ran out")))
    #expect(
      try life.latest("03-04 17:30", "customer-update", "follow-up", "watch") == [
        "customer-update#2 cancelled due 03-04 17:50 ended 03-04 17:30", "follow-up#1 running due 03-09 09:00",
        "watch#1 running due 04-03 17:30",
      ])
    #expect(try life.lists("03-04 17:30") == ["actions 0 of 7", "afterwards 0 of 1"])
    #expect(try life.refusedGates("03-04 18:00") == ["customer-confirmed", "decided"])
    life = try life.ticking("03-05 09:00", "actions").doing("03-05 09:30", .confirmByCustomer(note: nil))
    #expect(
      try life.gates("03-05 09:30") == [
        "customer-confirmed satisfied", "root-cause satisfied", "decided open: undecided: afterwards: Post-mortem",
      ])
    life = try life.ticking("03-05 10:00", "afterwards")
      .doing("03-05 11:00", .close(Closing(outcome: .recovered, csat: 10), reason: nil))
    #expect(try life.record("03-05 11:00").openClocks.map(\.rule) == ["follow-up", "watch"])

    // The call comes in time. On the tenth it breaks again: the watch is broken off, everything else begins anew at P1.
    life = try life.doing("03-06 10:00", .mark("follow-up")).doing("03-10 09:00", .reopen(reason: "Again"))
    #expect(
      try life.latest("03-10 09:00") == [
        "acknowledge#2 running due 03-10 09:15", "notify#2 running due 03-10 09:15",
        "customer-update#3 running due 03-10 10:00", "follow-up#1 met due 03-09 09:00 ended 03-06 10:00",
        "watch#1 cancelled due 04-03 17:30 ended 03-10 09:00",
      ])
    #expect(try life.told("03-10 09:00") == "0 of 4")
    #expect(try life.lists("03-10 09:00") == ["actions 0 of 7"])
    #expect(try life.refusedGates("03-10 09:05") == ["customer-confirmed", "decided"])
    life = try life.doing("03-10 10:00", .resolve(Resolution()))
    #expect(
      try life.latest("04-09 10:00", "follow-up", "watch")
        == ["follow-up#2 breached due 03-12 10:00", "watch#2 met due 04-09 10:00 ended 04-09 10:00"])
  }
}

@Suite("Readings of protocol")
struct ProtocolReadings {
  @Test(arguments: [("P1", ["15m", "15m"]), ("P2", ["1h", "1h"]), ("P3", ["4h"]), ("P4", ["1bd"])])
  func `P4 acknowledges within a business day; at once is 15 minutes for P1, an hour for P2`(
    priority: String, targets: [String]
  ) throws {
    let record = try ProtocolLife.opened(priority).record("03-04 15:00")
    let found = record.clocks.filter { $0.rule == "acknowledge" || $0.rule == "notify" }
    #expect(found.map(\.target.description) == targets)
  }

  @Test func `If needed always asks for a decision, and closing waits for it`() throws {
    var life = try ProtocolLife.opened("P4").doing("03-04 15:30", .resolve(Resolution()), .confirmByCustomer(note: nil))
    #expect(try life.refusedGates("03-04 15:40") == ["root-cause", "decided"])
    let ticket = ItemDecision(checklist: "actions", item: "ticket", choice: .notNeeded)
    #expect(throws: Refusal.alwaysNeeded("Ticket in the system")) {
      try life.doing("03-04 15:40", .decideItem(ticket, reason: "Why not"))
    }
    let cause = ItemDecision(checklist: "actions", item: "root-cause", choice: .notNeeded)
    #expect(throws: Refusal.reasonRequired) { try life.doing("03-04 15:40", .decideItem(cause, reason: "")) }
    life = try life.doing(
      "03-04 15:40", .decideItem(ItemDecision(checklist: "actions", item: "ticket", choice: .done), reason: nil),
      .decideItem(cause, reason: "A question, no fault"), .waiveGate("root-cause", reason: "A question, no fault"))
    #expect(try life.refusedGates("03-04 15:50") == [])
  }

  @Test func `P1's hour counts elapsed time from the last word, P2's day is a working date`() throws {
    let hourly = try Life("protocol", "P1", opened: "03-06 16:40").doing(
      "03-06 17:10", .update(CustomerUpdate(text: "Known")))
    #expect(try hourly.latest("03-06 17:10", "customer-update") == ["customer-update#2 running due 03-06 18:10"])
    // Friday's own date is over with the opening: Monday.
    let daily = try Life("protocol", "P2", opened: "03-06 10:00")
    #expect(try daily.clocks("03-06 10:00", "customer-update") == ["customer-update#1 running due 03-09 17:00"])
  }

  @Test(arguments: ["P3", "P4"])
  func `An update as needed has no clock until a time is promised`(priority: String) throws {
    var life = try ProtocolLife.opened(priority)
    #expect(try life.clocks("03-04 15:00", "customer-update", "promise") == [])
    life = try life.doing("03-04 15:10", .update(CustomerUpdate(text: "Tomorrow", next: "03-05 12:00")))
    #expect(
      try life.clocks("03-04 15:10", "customer-update", "promise") == ["promise#1 running due 03-05 12:00"])
  }

  @Test(arguments: [("P1", "04-03 16:00"), ("P2", "03-18 16:00"), ("P3", "03-11 16:00"), ("P4", nil)])
  func `The watch counts dates from the resolution`(priority: String, due: String?) throws {
    let life = try ProtocolLife.opened(priority).doing("03-04 16:00", .resolve(Resolution()))
    #expect(try life.clocks("03-04 16:00", "watch") == (due.map { ["watch#1 running due \($0)"] } ?? []))
  }
}
