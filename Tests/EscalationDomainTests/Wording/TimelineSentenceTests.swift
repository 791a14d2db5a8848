import Testing

@testable import EscalationDomain

@Suite("A line of the timeline")
struct TimelineSentenceTests {
  static let log = Log([rule("4h")])

  private func lines(_ log: Log) throws -> [String] {
    try log.record("03-02 12:00").timeline(log.history, now: "03-02 12:00").map { $0.sentence(zone: .utc) }
  }

  @Test("An undo names what it took back")
  func undo() throws {
    let log = try Self.log.doing(.assign(owner: "Bo"), "03-02 10:00").doing(.undo(event: nil), "03-02 10:01")
    #expect(try lines(log).last == "took back: assigned to Bo")
  }

  @Test("A pause tells its reason once, another act its own behind it")
  func reasons() {
    func sentence(_ fact: Fact, why: String) -> String {
      TimelineEntry(sequence: 2, at: "03-02 10:00", recorded: "03-02 10:00", actor: "ann", why: why, fact: fact)
        .sentence(zone: .utc)
    }
    #expect(
      sentence(.paused(Pause(reason: "logs", until: "03-03 09:00")), why: "logs")
        == "paused: logs · until Tue 2026-03-03 09:00 UTC")
    #expect(sentence(.severityChanged(to: "S0"), why: "worse") == "severity S0 (worse)")
  }
}

@Suite("What a playbook calls by names")
struct PlaybookNamesTests {
  static let book: Playbook = {
    var book = Playbook(id: "care", name: "Care")
    book.checklists = [
      Checklist(
        id: "daily", label: "Daily", when: .once,
        items: [ChecklistItem(id: "ring", label: "Call them", applies: .always(.yes))])
    ]
    book.process = [ProcessStep(id: "look", label: "Look closely")]
    return book
  }()

  @Test(arguments: [
    (Fact.itemDecided(ItemDecision(checklist: "daily", item: "ring", choice: .done)), "done: Call them"),
    (.itemDecided(ItemDecision(checklist: "daily", item: "ring", choice: .notNeeded)), "not needed: Call them"),
    (.itemDecided(ItemDecision(checklist: "daily", item: "gone", choice: .open)), "open again: daily/gone"),
    (.marked("look"), "done: Look closely"), (.marked("else"), "done: else"),
    (.gateWaived(id: "cause"), "the gate cause is not needed"),
  ])
  func names(fact: Fact, sentence: String) { #expect(fact.sentence(zone: .utc, playbook: Self.book) == sentence) }

  @Test("Without a playbook the ids stand") func ids() {
    let fact = Fact.itemDecided(ItemDecision(checklist: "daily", item: "ring", choice: .done))
    #expect(fact.sentence(zone: .utc) == "done: daily/ring")
  }
}

@Suite("An id that a person gives")
struct EscalationIDTests {
  @Test(arguments: [
    ("W-1", true), ("INC0000065", true), ("ticket/4", true), ("北-1", true), ("", false), ("a b", false), ("-x", false),
    ("a\nb", false), ("a\u{202E}b", false), (String(repeating: "i", count: 64), true),
    (String(repeating: "i", count: 65), false),
  ])
  func typeable(text: String, isTypeable: Bool) {
    #expect(EscalationID(text).isTypeable == isTypeable)
  }
}
