import EscalationDomain

@testable import Console

extension Fixture {
  /// Playbooks with something to send: one of words, one of words that break screens.
  static let messagePolicies: PolicyBook = {
    let calendar = BusinessCalendar.allDay(zone("America/New_York"))
    return PolicyBook(
      Policy(
        edition: 1, installed: at("2026-01-01T00:00:00Z"),
        playbooks: [
          "words": Versioned(version: 1, value: wordsBook), "hard": Versioned(version: 1, value: hardWordsBook),
          "silent": Versioned(version: 1, value: silentBook),
        ],
        calendars: [calendar.id: Versioned(version: 1, value: WorkingTimeline(calendar))],
        defaultCalendar: calendar.id))
  }()

  private static let silentBook: Playbook = {
    var book = Playbook(id: "silent", name: "Silent")
    book.severities = [Grade(id: "P4", name: "Question", band: 4)]
    return book
  }()

  private static let wordsBook: Playbook = {
    var book = Playbook(id: "words", name: "Words")
    book.severities = [Grade(id: "P1", name: "Outage", band: 1), Grade(id: "P2", name: "Degraded", band: 2)]
    book.notify = [
      NotifyRule(
        grade: "P1", scale: .severity, stakeholders: ["Account lead", "Support"], channels: ["slack", "email"])
    ]
    book.clocks = [
      ClockRule(
        id: "first-response", label: "First response", stops: [.acknowledged], target: .all(target("1h")),
        onResolve: .stop),
      ClockRule(
        id: "next-update", label: "Next update", starts: [.opened, .customerUpdate], stops: [.customerUpdate],
        target: .all(target("4h")), repeats: true, onResolve: .cancel),
      ClockRule(id: "told", label: "Team told", stops: [.allNotified], target: .all(target("2h")), onResolve: .cancel),
      ClockRule(
        id: "promise", label: "Promised update", starts: [.promised], stops: [.customerUpdate],
        target: .all(.promised), onResolve: .cancel),
    ]
    book.templates = [
      MessageTemplate(
        id: "alert", label: "First alert", countsAs: [.notification], channels: ["slack", "email"],
        fields: ["severity", "account", "title", "impact"],
        body: "{{severity}} at {{account}}: {{title}}\nWhat it means: {{impact}}"),
      MessageTemplate(
        id: "hello", label: "First word", audience: .customer, countsAs: [.acknowledgement], channels: ["email"],
        fields: ["contact", "title", "known", "next_update"], optional: ["workaround"],
        subject: "We are on it: {{title}}",
        body: """
          Hello {{contact}},

          we have your report and work on it. What we know so far: {{known}}
          {{#workaround}}
          Until then: {{workaround}}
          {{/workaround}}
          You hear from us again by {{next_update}}.
          """),
      MessageTemplate(
        id: "status", label: "Where we stand", audience: .customer, countsAs: [.substantive],
        channels: ["email", "portal"], fields: ["contact", "known", "doing"], optional: ["next_update"],
        subject: "Where we stand",
        body: """
          Hello {{contact}},

          what we know: {{known}}
          What we do:
          {{#doing}}
          - {{.}}
          {{/doing}}
          {{#next_update}}
          The next word comes by {{next_update}}.
          {{/next_update}}
          """),
    ]
    return book
  }()

  private static let hardWordsBook: Playbook = {
    var book = wordsBook
    (book.id, book.name) = ("hard", HardText.all[0].title)
    book.templates = HardText.all.enumerated().map { index, text in
      MessageTemplate(
        id: "t\(index)", label: text.title, audience: index % 2 == 0 ? .customer : .internal,
        countsAs: index % 2 == 0 ? [.acknowledgement] : [.notification], channels: [text.person, text.account],
        fields: ["title", "owner", "known", "next_update"], optional: ["impact"],
        subject: "\(text.title) {{title}}",
        body: "\(text.words)\n\n{{title}} {{owner}} {{known}} \(text.person) {{next_update}}\n{{impact}}")
    }
    return book
  }()

  /// M-1 just opened, M-2 answered once, M-3 whose playbook has nothing to send.
  static func messageStore() throws -> FakeStore {
    let store = FakeStore(messagePolicies)
    func open(_ id: String, _ severity: String, _ account: String, _ title: String, _ book: String) throws {
      let opening = Opening(
        title: title, account: AccountFacts(name: account), playbook: book, edition: 1, severity: severity,
        owner: "Ann Lee",
        contacts: [
          Contact(name: "Maria Vogel", role: "sponsor", email: "maria@northwind.example"), Contact(name: "Lee, Joe"),
        ])
      _ = try store.open(opening, id: EscalationID(id), act: Act(actor: "Bo Chen", now: at("2026-03-03T12:50:00Z")))
    }
    try open("M-1", "P1", "Northwind Trading", "Orders are lost", "words")
    try open("M-2", "P2", "Fabrikam", "Reports are slow", "words")
    try open("M-3", "P4", "Lucerne", "How to export", "silent")
    _ = try store.perform(
      .acknowledge(note: nil), on: EscalationID("M-2"), act: Act(actor: "Bo Chen", now: at("2026-03-03T12:55:00Z")))
    return store
  }

  /// One escalation full of what breaks screens, with such templates.
  static func hardMessages() throws -> FakeStore {
    let store = FakeStore(messagePolicies)
    for text in HardText.all {
      let opening = Opening(
        title: text.title, account: AccountFacts(name: text.account), playbook: "hard", edition: 1, severity: "P1",
        owner: text.person, contacts: [Contact(name: text.person, email: text.account)], details: text.words)
      _ = try store.open(
        opening, id: EscalationID(text.id), act: Act(actor: text.person, now: at("2026-03-03T12:50:00Z")))
    }
    return store
  }
}
