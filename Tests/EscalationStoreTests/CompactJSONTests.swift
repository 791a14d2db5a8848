import EscalationDomain
import Foundation
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite struct CompactJSONTests {
  static let odd = "a \"quoted\" \\ line\n\r\t\u{1}\u{1F} – ünï 🚨 </script>"

  static let facts: [Fact] = [
    .opened(
      Opening(
        title: odd,
        account: AccountFacts(
          name: "N", segment: "S", arr: Money(minorUnits: -5, currency: "EUR"),
          renewal: LocalDate(daysSinceEpoch: 20_000), calendar: "c"),
        playbook: "room", edition: 3, severity: "S1", level: "L1", stage: "s", owner: "o",
        contacts: [Contact(name: "A", role: "r"), Contact(name: "B")], neededBy: RoomPolicy.start, details: "",
        tags: ["x", odd], detection: .early, origin: "i")),
    .opened(.room()), .amended(Amendment()), .amended(Amendment(tags: [])), .accountChanged(AccountFacts(name: "N")),
    .contactAdded(Contact(name: "A")), .contactRemoved(name: "A"), .acknowledged(note: nil), .acknowledged(note: odd),
    .updated(CustomerUpdate(text: "t", next: RoomPolicy.start, substantive: false)), .customerReplied(text: ""),
    .checked(note: nil), .notified(EscalationDomain.Notification(who: ["a", "b"])), .noted(text: odd),
    .assigned(owner: nil), .assigned(owner: "o"), .severityChanged(to: "S2"), .levelEntered("L2"),
    .stageEntered("save"), .neededBySet(nil), .neededBySet(RoomPolicy.start), .marked("m"),
    .paused(Pause(reason: "r", until: nil)), .resumed, .resolved(Resolution(prevention: ["p"])),
    .closed(Closing(outcome: .retainedWithLoss, csat: 7)), .cancelled, .reopened(edition: 2), .undone(event: .max),
    .breached(ClockBreach(rule: "r", cycle: 2, deadline: RoomPolicy.start, byReclassification: true)),
    .policyAdopted(
      PolicyAdoption(
        edition: 2,
        moves: [
          .init(rule: "r", cycle: 1, from: RoomPolicy.start, to: nil), .init(rule: "q", cycle: 1, from: nil, to: nil),
        ])),
  ]

  @Test(arguments: facts)
  func everyFactComesBackAndReadsAsFoundationWritesIt(_ fact: Fact) throws {
    let text = try CompactJSON.text(fact)
    #expect(try JSONDecoder().decode(Fact.self, from: Data(text.utf8)) == fact)
    let ours = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    let theirs = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(fact)) as? NSDictionary
    #expect(ours == theirs)
    #expect(ours != nil)
  }

  @Test func everyKindIsHere() {
    let kinds = Set(CompactJSONTests.facts.map(\.kind))
    #expect(kinds.count == 26)
  }

  @Test func nestedListsAndTablesClose() throws {
    let value = [["a": [1, -2], "b": []], [:]]
    let text = try CompactJSON.text(value)
    #expect(try JSONDecoder().decode([[String: [Int]]].self, from: Data(text.utf8)) == value)
  }

  @Test func whatCannotBeWrittenInOnePassIsRefused() throws {
    struct Interleaved: Encodable {
      func encode(to encoder: any Encoder) throws {
        var outer = encoder.unkeyedContainer()
        var inner = outer.nestedUnkeyedContainer()
        try outer.encode(1)
        try inner.encode(2)
      }
    }
    #expect(throws: EncodingError.self) { try CompactJSON.text(Interleaved()) }
    #expect(throws: EncodingError.self) { try CompactJSON.text(1.5) }
  }
}
