import EscalationDomain
import Testing

@testable import PolicyFiles

@Suite("What can never come about in a playbook, or contradicts itself")
struct PlaybookReachTests {
  /// A sound file; each case replaces one text in it.
  static let sound = """
    id: team
    name: Team
    calendar: standard
    severities: [{id: A, band: 1}, {id: B, band: 2}]
    levels: [{id: one, band: 1}]
    clocks:
      - {id: first, label: First, stops: [acknowledged, "raised:late"], target: 2h}
      - {id: tell, label: Tell, stops: all-notified, target: {A: 4h, B: none}}
      - {id: watch, label: Watch, starts: resolved, target: 30d, elapses: true}
    process:
      - {id: call, label: Call}
    checklists:
      - id: list
        label: List
        items:
          - {id: ticket, label: Ticket, applies: {A: yes}}
      - id: day
        label: Day
        when: daily
        items:
          - {id: look, label: Look}
    notify:
      - {grade: A, stakeholders: Sponsor}
    signals:
      - {id: fall, family: use, label: Fall}
    paths:
      - {id: late, label: Late, clock: first, to: Manager}
    gates:
      - {id: streak, label: Streak, needs: health-streak:30}
      - {id: decided, label: Decided, needs: checklists-decided, applies: {A: yes}}
    templates:
      - {id: mail, label: Mail, audience: customer, counts_as: [substantive], fields: [name], body: "Hi {{name}}"}
    guidance:
      - {id: card, title: Card, fits: [fall, call, mail]}
    health: {closes_after_days: 30}
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var replace: String
    var with: String
    /// `line key`
    var at: String
    var says: String
    var testDescription: String { with }
  }

  static let cases: [Case] = [
    // Gates and checklists
    Case(
      replace: "checklists-decided, applies: {A: yes}", with: "checklists-decided, applies: {A: no, B: no}",
      at: "30 gates[2].applies", says: "no grade is asked"),
    Case(
      replace: "checklists-decided, applies: {A: yes}", with: "checklists-decided, applies: {A: yes, B: if-needed}",
      at: "30 gates[2].applies.B", says: "asks anything at B"),
    Case(
      replace: "needs: checklists-decided, applies: {A: yes}", with: "needs: checklists-decided",
      at: "30 gates[2].needs", says: "asks anything at B"),
    Case(
      replace: "label: List\n", with: "label: List\n    when: each-check\n", at: "31 gates[2].applies.A",
      says: "asks anything at A"),
    Case(
      replace: "label: Ticket, applies: {A: yes}",
      with: "label: Ticket}\n      - {id: fax, label: Fax, applies: {A: no}", at: "17 checklists[1].items[2].applies",
      says: "no grade is asked"),
    Case(
      replace: "closes_after_days: 30", with: "closes_after_days: 14", at: "29 gates[1].needs",
      says: "30 days and health for 14"),
    Case(replace: "health-streak:30", with: "step:fax", at: "29 gates[1].needs", says: "no step"),
    Case(
      replace: "health: {closes_after_days: 30}", with: "purpose: None", at: "29 gates[1].needs",
      says: "without scores"),
    Case(replace: "id: list", with: "id: call", at: "13 checklists[1].id", says: "is a step"),
    // People
    Case(replace: "{A: 4h, B: none}", with: "{A: 4h, B: 1bd}", at: "8 clocks[2].target.B", says: "nobody at B"),
    Case(replace: "target: {A: 4h, B: none}", with: "target: 4h", at: "8 clocks[2].stops", says: "nobody at B"),
    Case(
      replace: "notify:\n  - {grade: A, stakeholders: Sponsor}", with: "purpose: None", at: "8 clocks[2].stops",
      says: "names nobody;"),
    Case(replace: "clock: first", with: "clock: watch", at: "27 paths[1].clock", says: "never late"),
    Case(
      replace: "raised:late", with: "raised:lat", at: "7 clocks[1].stops[2]", says: "did you mean \"late\"?"),
    // Grades, calendars
    Case(replace: "{id: one, band: 1}", with: "{id: b, band: 1}", at: "5 levels[1].id", says: "under severities"),
    Case(replace: "calendar: standard", with: "calendar: past", at: "3 calendar", says: "no working time ahead"),
    Case(
      replace: "target: 2h}", with: "target: 2h, calendar: past}", at: "7 clocks[1].calendar",
      says: "no working time ahead"),
    // Words
    Case(replace: "fields: [name]", with: "fields: [name, arr]", at: "32 templates[1].fields[2]", says: "no text uses"),
    Case(
      replace: "fields: [name]", with: "fields: [name], optional: [arr]", at: "32 templates[1].optional[1]",
      says: "no text uses"),
    Case(
      replace: "audience: customer", with: "audience: internal", at: "32 templates[1].counts_as[1]",
      says: "is no substantive"),
    Case(replace: "fits: [fall,", with: "fits: [fal,", at: "34 guidance[1].fits[1]", says: "did you mean \"fall\"?"),
    Case(
      replace: "{id: fall,", with: "{id: mail,", at: "34 guidance[1].fits[3]", says: "a signal and a template"),
  ]

  @Test("The file that the cases change is sound")
  func soundFile() {
    #expect(Self.check(Self.sound) == [])
  }

  @Test("Each fault is named once, with its line, its key and what to do", arguments: cases)
  func fault(of aCase: Case) throws {
    let range = try #require(Self.sound.firstRange(of: aCase.replace))
    let text = String(Self.sound[..<range.lowerBound]) + aCase.with + String(Self.sound[range.upperBound...])
    let errors = Self.check(text)
    let error = try #require(errors.first { $0.description.contains(aCase.says) }, "\(errors)")
    #expect("\(error.line ?? 0) \(error.key)" == aCase.at)
    // Renaming the signal leaves the card without it.
    #expect(errors.count == (aCase.with == "{id: mail," ? 2 : 1), "\(errors)")
  }

  @Test("What was installed once can still be read, whatever has become a fault since; what never could be read cannot")
  func installed() throws {
    let text = Self.sound.replacing("closes_after_days: 30", with: "closes_after_days: 14")
    #expect(throws: PolicyFileErrors.self) { try PlaybookFile.parse(text, file: "team.yaml") }
    #expect(try PlaybookFile.installed(text, file: "team.yaml").id == "team")
    let older = text + "\nroom: {questions: [What moved?], once: [Is it triaged?]}\n"
    #expect(throws: PolicyFileErrors.self) { try PlaybookFile.parse(older, file: "team.yaml") }
    #expect(try PlaybookFile.installed(older, file: "team.yaml").id == "team")
    let torn = text.replacing("target: {A: 4h, B: none}", with: "target: {A: 4q}")
    #expect(throws: PolicyFileErrors.self) { try PlaybookFile.installed(torn, file: "team.yaml") }
  }

  private static func check(_ text: String) -> [PolicyFileError] {
    PlaybookFile.check(text: text, file: "team.yaml", calendars: ["standard", "past"], closed: ["past"])
  }
}
