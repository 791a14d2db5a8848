import Testing

@testable import EscalationDomain

@Suite("The log's order and what it held when")
struct HistoryTests {
  static let log = Log([rule("4h")])

  @Test("State follows what occurred, then the number")
  func order() throws {
    let log = Self.log.then("03-02 11:00", .assigned(owner: "later")).then("03-02 10:00", .assigned(owner: "earlier"))
      .then("03-02 12:00", .assigned(owner: "first")).then("03-02 12:00", .assigned(owner: "second"))
    #expect(log.history.events.map(\.sequence) == [1, 3, 2, 4, 5])
    #expect(try log.record("03-02 11:30").owner == "later")
    #expect(try log.record("03-02 13:00").owner == "second")
    #expect(History(log.events.reversed()) == log.history)
  }

  @Test("What was known at a moment leaves out what was written down later, but not what an import brought")
  func known() {
    let log = Self.log.then("03-02 10:00", .ack, recorded: "03-02 15:00")
      .then("03-02 11:00", .noted(text: "n"), recorded: "03-05 00:00", source: .imported)
    #expect(log.history.known(at: "03-02 12:00").events.map(\.sequence) == [1, 3])
    #expect(log.history.known(at: "03-02 15:00").events.map(\.sequence) == [1, 2, 3])
    #expect(log.history.known(at: "03-02 10:30").events.map(\.sequence) == [1])
  }

  @Test("An undo counts until it is undone itself")
  func undone() {
    let log = Self.log.then("03-02 10:00", .ack).then("03-02 10:01", .undone(event: 2))
    #expect(log.history.effective.map(\.sequence) == [1])
    let twice = log.then("03-02 10:02", .undone(event: 3))
    #expect(twice.history.effective.map(\.sequence) == [1, 2])
    #expect(twice.then("03-02 10:03", .undone(event: 4)).history.effective.map(\.sequence) == [1])
    // Before the undo was written down, the act counted.
    #expect(log.history.known(at: "03-02 10:00").effective.map(\.sequence) == [1, 2])
  }

  @Test("An import's events dated before the opening count from the opening")
  func beforeOpening() throws {
    let log = Self.log.then("03-01 10:00", .ack, source: .imported).then(
      "03-01 11:00", .severity("S0"), source: .imported)
    #expect(try log.lines("03-02 10:00") == ["#1 met due 03-02 13:00 ended 03-02 09:00"])
    #expect(try log.record("03-02 10:00").severity == "S0")
    #expect(try log.record("03-02 10:00").acknowledged == "03-02 09:00")
  }

  @Test("What makes no sense where it stands changes nothing")
  func senseless() throws {
    let log = Self.log.then("03-02 09:30", .resumed, source: .imported).then("03-02 09:31", .reopen, source: .imported)
      .then("03-02 10:00", .close, source: .imported).then("03-02 10:01", .close, source: .imported)
      .then("03-02 10:02", .wait(), source: .imported).then("03-02 10:03", .resolve, source: .imported)
      .then("03-02 10:04", .cancelled, source: .imported).then("03-02 10:05", .undone(event: 99), source: .imported)
    let record = try log.record("03-03 00:00")
    #expect(record.status == .closed && record.ended == "03-02 10:00")
    #expect(try log.lines("03-03 00:00") == ["#1 cancelled due 03-02 13:00 ended 03-02 10:00"])
  }

  @Test("What describes an escalation")
  func facts() throws {
    let log = Self.log.then("03-02 10:00", .amended(Amendment(title: "New", tags: ["a"])))
      .then("03-02 10:01", .amended(Amendment(details: "More")))
      .then("03-02 10:02", .contactAdded(Contact(name: "Bo", role: "sponsor")))
      .then("03-02 10:03", .contactAdded(Contact(name: "Cy"))).then("03-02 10:04", .contactAdded(Contact(name: "Bo")))
      .then("03-02 10:05", .contactRemoved(name: "Cy")).then("03-02 10:06", .resolved(Resolution(summary: "fixed")))
    let record = try log.record("03-03 00:00")
    #expect((record.title, record.details, record.tags) == ("New", "More", ["a"]))
    #expect(record.contacts == [Contact(name: "Bo")])
    // Who is changed stays in place.
    #expect(try log.record("03-02 10:04").contacts == [Contact(name: "Bo"), Contact(name: "Cy")])
    #expect(record.resolution?.summary == "fixed")
    #expect(record.changed == "03-02 10:06")
    #expect(try log.settled("03-05 00:00").record("03-05 00:00").changed == "03-02 10:06")
  }
}
