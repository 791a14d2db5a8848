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

  static let promotedOpening = Opening(
    title: "T", account: AccountFacts(name: "Acme"), playbook: "levels", edition: 1, signal: "dispute", risk: "R-1",
    disputed: Money(minorUnits: 1200, currency: "IDR"))

  static let table: [(Fact, String)] = [
    (
      .opened(opening),
      #"{"opened":{"_0":{"account":{"name":"Acme"},"contacts":[],"edition":1,"playbook":"risk","severity":"S1","tags":[],"title":"T"}}}"#
    ),
    (
      .opened(fullOpening),
      #"{"opened":{"_0":{"account":{"arr":{"currency":"USD","minorUnits":125050},"calendar":"us","name":"Acme","qbr":"2026-04-01","renewal":"2026-06-30","segment":"SMB"},"contacts":[{"email":"b@a","name":"Bo","phone":"1","role":"sponsor"}],"details":"D","detection":"early","edition":2,"level":"L1","neededBy":1772445600,"origin":"servicenow","owner":"ann","playbook":"risk","severity":"S1","stage":"stage-1","tags":["x"],"title":"T"}}}"#
    ),
    (
      .opened(promotedOpening),
      #"{"opened":{"_0":{"account":{"name":"Acme"},"contacts":[],"disputed":{"currency":"IDR","minorUnits":1200},"edition":1,"playbook":"levels","risk":"R-1","signal":"dispute","tags":[],"title":"T"}}}"#
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
    (
      .itemDecided(ItemDecision(checklist: "c", item: "i", choice: .notNeeded)),
      #"{"itemDecided":{"_0":{"checklist":"c","choice":"not-needed","item":"i"}}}"#
    ),
    (
      .itemDecided(ItemDecision(checklist: "c", item: "i", choice: .carriedOver)),
      #"{"itemDecided":{"_0":{"checklist":"c","choice":"carried-over","item":"i"}}}"#
    ),
    (.hypothesisStated(HypothesisStatement(cause: "c")), #"{"hypothesisStated":{"_0":{"cause":"c"}}}"#),
    (
      .hypothesisStated(
        HypothesisStatement(
          hypothesis: "h", cause: "c", intervention: "i", owner: "o", deadline: Instant(60), success: "s",
          competitor: "x")),
      #"{"hypothesisStated":{"_0":{"cause":"c","competitor":"x","deadline":60,"hypothesis":"h","intervention":"i","owner":"o","success":"s"}}}"#
    ),
    (
      .taskAdded(ActionItem(id: "T1", title: "t", owner: "o", due: Instant(60), origin: "h")),
      #"{"taskAdded":{"_0":{"due":60,"id":"T1","origin":"h","owner":"o","title":"t"}}}"#
    ),
    (
      .taskAdded(ActionItem(id: "T1", title: "t", kind: .blocker)),
      #"{"taskAdded":{"_0":{"id":"T1","kind":"blocker","title":"t"}}}"#
    ),
    (.decisionTaken(text: "t"), #"{"decisionTaken":{"text":"t"}}"#),
    (.taskMoved(id: "T1", due: nil), #"{"taskMoved":{"id":"T1"}}"#),
    (.taskAssigned(id: "T1", owner: "bo"), #"{"taskAssigned":{"id":"T1","owner":"bo"}}"#),
    (.taskDone(id: "T1", note: "n"), #"{"taskDone":{"id":"T1","note":"n"}}"#),
    (.taskDropped(id: "T1"), #"{"taskDropped":{"id":"T1"}}"#),
    (.roleGiven(RoleGiven(role: "Scribe", to: "bo")), #"{"roleGiven":{"_0":{"role":"Scribe","to":"bo"}}}"#),
    (
      .noticeWaived(NoticeWaived(stakeholder: "AE", channel: "email")),
      #"{"noticeWaived":{"_0":{"channel":"email","stakeholder":"AE"}}}"#
    ),
    (.customerConfirmed(note: nil), #"{"customerConfirmed":{}}"#),
    (
      .gateAdded(id: "g", label: "G", needs: "prevention:2"),
      #"{"gateAdded":{"id":"g","label":"G","needs":"prevention:2"}}"#
    ),
    (
      .gateOverridden(GateOverride(gate: "g", authority: "VP CS")),
      #"{"gateOverridden":{"_0":{"authority":"VP CS","gate":"g"}}}"#
    ),
    (.gateWaived(id: "g"), #"{"gateWaived":{"id":"g"}}"#),
    (
      .pathRaised(PathRaised(path: "p", to: ["VP CS"], note: "n")),
      #"{"pathRaised":{"_0":{"note":"n","path":"p","to":["VP CS"]}}}"#
    ),
    (
      .pathCalled(PathCalled(path: "p", note: "n")), #"{"pathCalled":{"_0":{"note":"n","path":"p"}}}"#
    ),
    (
      .gateOverridden(GateOverride(gate: "g", authority: "VP CS", confirmed: false)),
      #"{"gateOverridden":{"_0":{"authority":"VP CS","confirmed":false,"gate":"g"}}}"#
    ),
    (
      .messageSent(
        SentMessage(
          template: "t", audience: .customer, channel: "email", to: ["Ann"], subject: "s", body: "b", next: Instant(60),
          countsAs: [.acknowledgement, .substantive, .notification])),
      #"{"messageSent":{"_0":{"audience":"customer","body":"b","channel":"email","countsAs":["acknowledgement","substantive","notification"],"next":60,"subject":"s","template":"t","to":["Ann"]}}}"#
    ),
    (
      .scored(HealthScore(date: LocalDate(daysSinceEpoch: 20_513), composite: 42, dimensions: [.init("usage", 30)])),
      #"{"scored":{"_0":{"composite":42,"date":"2026-03-01","dimensions":[{"name":"usage","score":30}]}}}"#
    ),
    (
      .playbookChanged(PlaybookMove(playbook: "risk", edition: 2, severity: "S1")),
      #"{"playbookChanged":{"_0":{"edition":2,"playbook":"risk","severity":"S1"}}}"#
    ),
    (
      .resolutionAmended(Resolution(rootCause: "r", prevention: ["p"])),
      #"{"resolutionAmended":{"_0":{"prevention":["p"],"rootCause":"r"}}}"#
    ),
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
    (
      .closed(Closing(passedOver: [GateOverride(gate: "g", authority: "VP CS")])),
      #"{"closed":{"_0":{"passedOver":[{"authority":"VP CS","gate":"g"}]}}}"#
    ),
    (.cancelled, #"{"cancelled":{}}"#),
    (.reopened(edition: 2), #"{"reopened":{"edition":2}}"#),
    (.planWritten(PlanChange()), #"{"planWritten":{"_0":{}}}"#),
    (
      .planWritten(
        PlanChange(
          problem: "P", outcome: "O", metric: SuccessMetric(name: "N", baseline: "1", target: "2", now: "3"),
          exitCriteria: ["E"], verifier: "V")),
      #"{"planWritten":{"_0":{"exitCriteria":["E"],"metric":{"baseline":"1","name":"N","now":"3","target":"2"},"outcome":"O","problem":"P","verifier":"V"}}}"#
    ),
    (.planLookSet(.review, due: Instant(60)), #"{"planLookSet":{"_0":"review","due":60}}"#),
    (.planLookSet(.verification, due: nil), #"{"planLookSet":{"_0":"verification"}}"#),
    (
      .planLooked(PlanFinding(look: .verification, holds: false, note: "n")),
      #"{"planLooked":{"_0":{"holds":false,"look":"verification","note":"n"}}}"#
    ),
    (.planSignedOff(by: "Bo"), #"{"planSignedOff":{"by":"Bo"}}"#),
    (
      .milestoneAdded(Milestone(id: "M1", title: "T")),
      #"{"milestoneAdded":{"_0":{"after":[],"id":"M1","kind":"corrective","title":"T"}}}"#
    ),
    (
      .milestoneAdded(
        Milestone(
          id: "M2", title: "T", kind: .detective, owner: "ann", start: Instant(30), due: Instant(60), after: ["M1"])),
      #"{"milestoneAdded":{"_0":{"after":["M1"],"due":60,"id":"M2","kind":"detective","owner":"ann","start":30,"title":"T"}}}"#
    ),
    (.milestoneChanged(id: "M1", MilestoneChange()), #"{"milestoneChanged":{"_1":{},"id":"M1"}}"#),
    (
      .milestoneChanged(id: "M1", MilestoneChange(title: "T", kind: .preventive, owner: "", after: ["M2"])),
      #"{"milestoneChanged":{"_1":{"after":["M2"],"kind":"preventive","owner":"","title":"T"},"id":"M1"}}"#
    ),
    (
      .milestonesShifted([
        MilestoneShift(id: "M1", start: Instant(30), due: Instant(60)), MilestoneShift(id: "M2", start: nil, due: nil),
      ]),
      #"{"milestonesShifted":{"_0":[{"due":60,"id":"M1","start":30},{"id":"M2"}]}}"#
    ),
    (.milestonesOrdered(["M2", "M1"]), #"{"milestonesOrdered":{"_0":["M2","M1"]}}"#),
    (.milestoneStarted(id: "M1"), #"{"milestoneStarted":{"id":"M1"}}"#),
    (.milestoneDone(id: "M1", evidence: "e"), #"{"milestoneDone":{"evidence":"e","id":"M1"}}"#),
    (.milestoneDropped(id: "M1"), #"{"milestoneDropped":{"id":"M1"}}"#),
    (.milestoneReopened(id: "M1"), #"{"milestoneReopened":{"id":"M1"}}"#),
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
    // 58 kinds; a new one must be added to the table and here.
    #expect(Set(Self.table.map(\.0.kind)).count == 58)
  }

  @Test("The words of sources, outcomes, statuses and detections")
  func words() {
    #expect(Event.Source.allCases.map(\.rawValue) == ["act", "derived", "imported"])
    #expect(
      Closing.Outcome.allCases.map(\.rawValue) == [
        "recovered", "retained-with-loss", "churned", "withdrawn", "duplicate",
      ])
    #expect(Status.allCases.map(\.rawValue) == ["new", "active", "paused", "resolved", "closed", "cancelled"])
    #expect(ItemDecision.Choice.allCases.map(\.rawValue) == ["done", "not-needed", "carried-over", "open"])
    #expect(ActionItem.Kind.allCases.map(\.rawValue) == ["blocker"])
    #expect(Detection.allCases.map(\.rawValue) == ["early", "reactive"])
    #expect(
      ClockState.allCases.map(\.rawValue)
        == ["pending", "running", "paused", "met", "breached", "missed", "cancelled"])
  }
}
