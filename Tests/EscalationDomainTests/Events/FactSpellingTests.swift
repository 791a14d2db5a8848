import Foundation
import Testing

@testable import EscalationDomain

/// The log outlives every version of the program: these texts never change. A new case or field adds a row.
@Suite("How the log spells a fact")
struct FactSpellingTests {
  static let opening = Opening(
    title: "T", account: AccountFacts(name: "Acme"), playbook: "risk", edition: 1, severity: "S1")
  static let fullOpening = Opening(
    title: "T",
    account: AccountFacts(
      name: "Acme", segment: "SMB", arr: Money(minorUnits: 125_050, currency: "usd"),
      renewal: LocalDate(iso: "2026-06-30"), qbr: LocalDate(iso: "2026-04-01"), calendar: "us"),
    playbook: "risk", edition: 2, severity: "S1", level: "L1", stage: "stage-1", owner: "ann",
    contacts: [Contact(name: "Bo", role: "sponsor", email: "b@a", phone: "1")], neededBy: Instant(1_772_445_600),
    details: "D", tags: ["x"], detection: .early, origin: "servicenow")

  static let table: [(Fact, String)] = [
    (
      .opened(opening),
      #"{"opened":{"_0":{"account":{"name":"Acme"},"contacts":[],"edition":1,"playbook":"risk","severity":"S1","tags":[],"title":"T"}}}"#
    ),
    (
      .opened(fullOpening),
      #"{"opened":{"_0":{"account":{"arr":{"currency":"USD","minorUnits":125050},"calendar":"us","name":"Acme","qbr":"2026-04-01","renewal":"2026-06-30","segment":"SMB"},"contacts":[{"email":"b@a","name":"Bo","phone":"1","role":"sponsor"}],"details":"D","detection":"early","edition":2,"level":"L1","neededBy":1772445600,"origin":"servicenow","owner":"ann","playbook":"risk","severity":"S1","stage":"stage-1","tags":["x"],"title":"T"}}}"#
    ),
    (.amended(Amendment()), #"{"amended":{"_0":{}}}"#),
    (
      .amended(Amendment(title: "T", details: "D", tags: ["x"])),
      #"{"amended":{"_0":{"details":"D","tags":["x"],"title":"T"}}}"#
    ),
    (
      .accountChanged(AccountFacts(name: "Acme", segment: "SMB")),
      #"{"accountChanged":{"_0":{"name":"Acme","segment":"SMB"}}}"#
    ),
    (.contactAdded(Contact(name: "Bo")), #"{"contactAdded":{"_0":{"name":"Bo"}}}"#),
    (.contactRemoved(name: "Bo"), #"{"contactRemoved":{"name":"Bo"}}"#),
    (.acknowledged(note: nil), #"{"acknowledged":{}}"#),
    (.acknowledged(note: "a/b"), #"{"acknowledged":{"note":"a/b"}}"#),
    (.updated(CustomerUpdate(text: "T")), #"{"updated":{"_0":{"substantive":true,"text":"T"}}}"#),
    (
      .updated(CustomerUpdate(text: "T", channel: "email", next: Instant(60), substantive: false)),
      #"{"updated":{"_0":{"channel":"email","next":60,"substantive":false,"text":"T"}}}"#
    ),
    (.customerReplied(text: "Ja ä"), #"{"customerReplied":{"text":"Ja ä"}}"#),
    (.checked(note: "n"), #"{"checked":{"note":"n"}}"#),
    (
      .notified(Notification(who: ["A", "B"], channel: "Slack", note: "n")),
      #"{"notified":{"_0":{"channel":"Slack","note":"n","who":["A","B"]}}}"#
    ),
    (.noted(text: "\"q\""), #"{"noted":{"text":"\"q\""}}"#),
    (.assigned(owner: "ann"), #"{"assigned":{"owner":"ann"}}"#),
    (.assigned(owner: nil), #"{"assigned":{}}"#),
    (.severityChanged(to: "S0"), #"{"severityChanged":{"to":"S0"}}"#),
    (.levelEntered("L2"), #"{"levelEntered":{"_0":"L2"}}"#),
    (.stageEntered("stage-2"), #"{"stageEntered":{"_0":"stage-2"}}"#),
    (.neededBySet(Instant(60)), #"{"neededBySet":{"_0":60}}"#),
    (.neededBySet(nil), #"{"neededBySet":{}}"#),
    (.marked("call"), #"{"marked":{"_0":"call"}}"#),
    (.paused(Pause(reason: "r", until: Instant(60))), #"{"paused":{"_0":{"reason":"r","until":60}}}"#),
    (.paused(Pause(reason: "r", until: nil)), #"{"paused":{"_0":{"reason":"r"}}}"#),
    (.resumed, #"{"resumed":{}}"#),
    (.resolved(Resolution()), #"{"resolved":{"_0":{"prevention":[]}}}"#),
    (
      .resolved(Resolution(summary: "s", rootCause: "c", prevention: ["p"])),
      #"{"resolved":{"_0":{"prevention":["p"],"rootCause":"c","summary":"s"}}}"#
    ),
    (.closed(Closing()), #"{"closed":{"_0":{}}}"#),
    (
      .closed(Closing(outcome: .retainedWithLoss, csat: 7)),
      #"{"closed":{"_0":{"csat":7,"outcome":"retained-with-loss"}}}"#
    ),
    (.cancelled, #"{"cancelled":{}}"#),
    (.reopened(edition: 2), #"{"reopened":{"edition":2}}"#),
    (.undone(event: 9), #"{"undone":{"event":9}}"#),
    (
      .breached(ClockBreach(rule: "r", cycle: 2, deadline: Instant(60), byReclassification: true)),
      #"{"breached":{"_0":{"byReclassification":true,"cycle":2,"deadline":60,"rule":"r"}}}"#
    ),
    (
      .policyAdopted(
        PolicyAdoption(edition: 2, moves: [.init(rule: "r", cycle: 1, from: Instant(60), to: nil)])),
      #"{"policyAdopted":{"_0":{"edition":2,"moves":[{"cycle":1,"from":60,"rule":"r"}]}}}"#
    ),
  ]

  @Test("Each fact in writing, and read back the same", arguments: table)
  func spelling(fact: Fact, text: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(fact), as: UTF8.self) == text)
    #expect(try JSONDecoder().decode(Fact.self, from: Data(text.utf8)) == fact)
  }

  @Test("No kind of fact is missing from the table")
  func complete() {
    // 26 kinds; a new one must be added to the table and here.
    #expect(Set(Self.table.map(\.0.kind)).count == 26)
  }

  @Test("The words of sources, outcomes, statuses and detections")
  func words() {
    #expect(Event.Source.allCases.map(\.rawValue) == ["act", "derived", "imported"])
    #expect(
      Closing.Outcome.allCases.map(\.rawValue) == [
        "recovered", "retained-with-loss", "churned", "withdrawn", "duplicate",
      ])
    #expect(Status.allCases.map(\.rawValue) == ["new", "active", "paused", "resolved", "closed", "cancelled"])
    #expect(Detection.allCases.map(\.rawValue) == ["early", "reactive"])
    #expect(
      ClockState.allCases.map(\.rawValue)
        == ["pending", "running", "paused", "met", "breached", "missed", "cancelled"])
  }
}
