import Foundation
import Testing

@testable import EscalationDomain

/// The registers outlive every version of the program: these texts never change. A new case or field adds a row.
@Suite struct `How the registers spell a fact` {
  static let least = RiskEntry(
    title: "T", account: "Acme", likelihood: 1, impactScore: 2, identifiedOn: LocalDate(daysSinceEpoch: 20_514),
    identifiedBy: "ann")
  static let full = RiskEntry(
    title: "T", account: "Acme", category: "c", description: "d", cause: "e", signal: "s", impact: "i", likelihood: 1,
    impactScore: 2, response: .transfer, contingency: "g", owner: "o", residual: 2,
    identifiedOn: LocalDate(daysSinceEpoch: 20_514), identifiedBy: "ann", nextReview: LocalDate(daysSinceEpoch: 20_515),
    arrExposed: Money(minorUnits: 100, currency: "USD"))

  static let risks: [(RiskFact, String)] = [
    (
      .registered(least),
      #"{"registered":{"_0":{"account":"Acme","identifiedBy":"ann","identifiedOn":"2026-03-02","impactScore":2,"likelihood":1,"title":"T"}}}"#
    ),
    (
      .revised(full),
      #"{"revised":{"_0":{"account":"Acme","arrExposed":{"currency":"USD","minorUnits":100},"category":"c","cause":"e","contingency":"g","description":"d","identifiedBy":"ann","identifiedOn":"2026-03-02","impact":"i","impactScore":2,"likelihood":1,"nextReview":"2026-03-03","owner":"o","residual":2,"response":"transfer","signal":"s","title":"T"}}}"#
    ),
    (.reviewed(next: nil, note: nil), #"{"reviewed":{}}"#),
    (
      .reviewed(next: LocalDate(daysSinceEpoch: 20_515), note: "n"),
      #"{"reviewed":{"next":"2026-03-03","note":"n"}}"#
    ),
    (.promoted("W-1"), #"{"promoted":{"_0":"W-1"}}"#), (.closed, #"{"closed":{}}"#),
    (.takenBack(entry: 4), #"{"takenBack":{"entry":4}}"#),
  ]

  static let teams: [(TeamFact, String)] = [
    (
      .slotFilled(slot: "L1", by: Contact(name: "Ann", email: "a@x", phone: "1")),
      #"{"slotFilled":{"by":{"email":"a@x","name":"Ann","phone":"1"},"slot":"L1"}}"#
    ),
    (.slotCleared(slot: "L1"), #"{"slotCleared":{"slot":"L1"}}"#),
    (.assigned(.account("Acme")), #"{"assigned":{"_0":{"account":{"_0":"Acme"}}}}"#),
    (.unassigned(.segment("SMB")), #"{"unassigned":{"_0":{"segment":{"_0":"SMB"}}}}"#),
    (.takenBack(entry: 4), #"{"takenBack":{"entry":4}}"#),
  ]

  static let box = RoomTimebox(each: 5, all: 30)

  static let rooms: [(RoomFact, String)] = [
    (.pinned("W-1"), #"{"pinned":{"_0":"W-1"}}"#), (.unpinned("W-1"), #"{"unpinned":{"_0":"W-1"}}"#),
    (.skipped("W-1"), #"{"skipped":{"_0":"W-1"}}"#), (.unskipped("W-1"), #"{"unskipped":{"_0":"W-1"}}"#),
    (.added("W-1"), #"{"added":{"_0":"W-1"}}"#), (.ordered(["W-2", "W-1"]), #"{"ordered":{"_0":["W-2","W-1"]}}"#),
    (
      .started(RoomStart(agenda: ["W-1"], since: Instant(30), until: Instant(60), timebox: box)),
      #"{"started":{"_0":{"agenda":["W-1"],"since":30,"timebox":{"all":30,"each":5},"until":60}}}"#
    ),
    (
      .started(
        RoomStart(agenda: [], since: Instant(30), until: Instant(60), timebox: box, zone: .utc, through: 7)),
      #"{"started":{"_0":{"agenda":[],"since":30,"through":7,"timebox":{"all":30,"each":5},"until":60,"zone":"UTC"}}}"#
    ),
    (.driven(console: "c"), #"{"driven":{"console":"c"}}"#), (.entered("W-1"), #"{"entered":{"_0":"W-1"}}"#),
    (.left, #"{"left":{}}"#), (.adjourned, #"{"adjourned":{}}"#), (.continued, #"{"continued":{}}"#),
    (
      .attended(RoomAttendance(name: "Bo", state: .excused)),
      #"{"attended":{"_0":{"name":"Bo","state":"excused"}}}"#
    ),
    (.roleTaken(role: "scribe", by: "Bo"), #"{"roleTaken":{"by":"Bo","role":"scribe"}}"#),
    (.roleTaken(role: "scribe", by: nil), #"{"roleTaken":{"role":"scribe"}}"#),
    (.timeboxed(box), #"{"timeboxed":{"_0":{"all":30,"each":5}}}"#), (.noted("n"), #"{"noted":{"_0":"n"}}"#),
    (.ended(), #"{"ended":{}}"#), (.ended(through: 9), #"{"ended":{"through":9}}"#),
    (.takenBack(entry: 4), #"{"takenBack":{"entry":4}}"#),
  ]

  private func check<Fact: Codable & Equatable>(_ table: [(Fact, String)]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for (fact, text) in table {
      #expect(String(decoding: try encoder.encode(fact), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode(Fact.self, from: Data(text.utf8)) == fact)
    }
  }

  @Test func `the Risk Register's`() throws { try check(Self.risks) }
  @Test func `the team's`() throws { try check(Self.teams) }
  @Test func `the war room's`() throws { try check(Self.rooms) }

  @Test func `no kind of a session's fact is missing`() {
    // 18 kinds; a new one must be added to the table and here.
    let kinds = Self.rooms.compactMap { $0.1.split(separator: "\"").dropFirst().first }
    #expect(Set(kinds).count == 18)
    #expect(RoomAttendance.State.allCases.map(\.rawValue) == ["present", "absent", "excused"])
    #expect(RegisterKind.allCases.map(\.rawValue) == ["account", "risk", "team", "room"])
  }
}
