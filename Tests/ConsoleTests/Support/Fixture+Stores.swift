import EscalationDomain

@testable import Console

extension Fixture {
  /// A dozen and more escalations of every kind: late, due, paused, far away, and with names that break columns.
  static func store() throws -> FakeStore {
    let store = FakeStore(policies)
    func open(
      _ id: String, _ severity: String, _ account: String, _ title: String, _ opened: String,
      owner: String? = "Ann Lee",
      arr: Money? = nil, renewal: LocalDate? = nil, calendar: String? = nil, book: String = "risk",
      needed: Instant? = nil,
      contacts: [Contact] = [], details: String? = nil
    ) throws {
      let facts = AccountFacts(
        name: account, segment: arr == nil ? nil : "Enterprise", arr: arr, renewal: renewal, calendar: calendar)
      let opening = Opening(
        title: title, account: facts, playbook: book, edition: 1, severity: severity, owner: owner, contacts: contacts,
        neededBy: needed, details: details)
      _ = try store.open(opening, id: EscalationID(id), act: Act(actor: "Bo Chen", now: at(opened)))
    }
    func act(_ id: String, _ command: Command, _ when: String, by actor: String = "Bo Chen") throws {
      _ = try store.perform(command, on: EscalationID(id), act: Act(actor: actor, now: at(when)))
    }
    let usd = { (thousands: Int64) in Money(minorUnits: thousands * 100_000, currency: "USD") }
    let eur = { (thousands: Int64) in Money(minorUnits: thousands * 100_000, currency: "EUR") }

    try open(
      "W-1", "S0", "Northwind Trading", "Checkout down for every store in the EU region", "2026-03-03T10:20:00Z",
      arr: usd(1250), renewal: LocalDate(iso: "2026-04-05"),
      contacts: [
        Contact(name: "Maria Vogel", role: "sponsor", email: "maria.vogel@northwind.example", phone: "+49 30 555 0101"),
        Contact(name: "佐藤 健", role: "technical lead", email: "sato@northwind.example"),
      ],
      details:
        "Card payments fail with a timeout since the release of last night. Three of the four largest stores are "
        + "offline and their tills queue. The sponsor wants an hourly word.")
    try open(
      "W-2", "S0", "Tailspin Toys", "Data missing after migration 🚨 sponsor has called twice", "2026-03-03T11:30:00Z",
      owner: nil, arr: usd(430), calendar: "us-east")
    try act("W-2", .acknowledge(note: "called back"), "2026-03-03T11:50:00Z")
    try act(
      "W-2",
      .update(
        CustomerUpdate(text: "Restore runs, first tables are back", channel: "call", next: at("2026-03-03T13:30:00Z"))),
      "2026-03-03T12:10:00Z")
    try open(
      "INC0012345", "P1", "Contoso Bank", "Card terminals offline", "2026-03-03T12:52:30Z", owner: "Chidi Okafor",
      arr: eur(830), book: "protocol")
    try open(
      "W-3", "S1", "株式会社サンプル商事", "請求書の集計が合わない — 月次締めに間に合わない", "2026-03-02T23:30:00Z",
      owner: "佐藤 健", arr: Money(minorUnits: 48_000_000, currency: "JPY"), renewal: LocalDate(iso: "2026-09-30"),
      calendar: "japan")
    try act("W-3", .acknowledge(note: nil), "2026-03-03T01:00:00Z", by: "佐藤 健")
    try open(
      "W-4", "S1", "Fabrikam", "Sponsor left; nobody answers since", "2026-03-02T09:15:00Z", owner: "Dana Ruiz",
      arr: usd(96), renewal: LocalDate(iso: "2026-04-11"))
    try act("W-4", .acknowledge(note: "wrote to the whole team"), "2026-03-02T10:00:00Z", by: "Dana Ruiz")
    try act(
      "W-4", .pause(reason: "their new sponsor starts on Thursday", until: at("2026-03-05T08:00:00Z")),
      "2026-03-03T09:00:00Z", by: "Dana Ruiz")
    try open(
      "W-5", "S1", "A\u{1B}[31mcme \u{202E}gnp.exe", "Title with\nline break, \u{200B}zero width and \u{07} bell",
      "2026-03-03T08:00:00Z", owner: "Eve\u{200D}", calendar: "us-east")
    try open(
      "W-6", "S2",
      "The Extraordinarily Long Company Name of Wolfeschlegelsteinhausenbergerdorff & Sons International Holdings GmbH",
      "Integration with the warehouse is late again, which delays the roll-out in all eleven countries by another quarter",
      "2026-03-02T14:00:00Z", owner: "Bartholomew Featherstonehaugh", arr: eur(64))
    try open(
      "W-7", "S2", "Café Zoë 👩‍👩‍👧‍👦", "Nai\u{308}ve re\u{301}sume\u{301} parser breaks 🇩🇪 exports", "2026-02-27T10:00:00Z",
      arr: eur(12), renewal: LocalDate(iso: "2026-03-01"))
    try act("W-7", .acknowledge(note: nil), "2026-02-27T12:00:00Z", by: "Ann Lee")
    try open(
      "W-8", "S2", "Adventure Works", "Usage declines moderately", "2026-03-03T09:00:00Z", owner: "Dana Ruiz",
      arr: usd(210), needed: at("2026-03-06T16:00:00Z"))
    try open("W-9", "S3", "Lucerne", "Stakeholder mapping goes slowly", "2026-03-02T08:00:00Z", owner: "Dana Ruiz")
    try act("W-9", .acknowledge(note: nil), "2026-03-02T09:00:00Z", by: "Dana Ruiz")
    try act(
      "W-9", .changeSeverity(to: "S2", reason: "more teams than thought"), "2026-03-02T10:00:00Z", by: "Dana Ruiz")
    try act("W-9", .changeSeverity(to: "S3", reason: "back to what it was"), "2026-03-03T08:30:00Z", by: "Dana Ruiz")
    try open(
      "INC0012399", "P3", "Woodgrove", "How to export audit logs", "2026-03-03T12:00:00Z", owner: "Chidi Okafor",
      book: "protocol")
    return store
  }

  /// Many rows, for what must not depend on how many there are.
  static func manyRows(_ count: Int) -> Board {
    let templates = (try? store().board(now: now))?.rows ?? []
    let rows = (0..<count).map { index in
      var row = templates[index % templates.count]
      row.id = EscalationID("W-\(index)")
      row.account = "Account \(index % 500)"
      row.clock?.due = .at(now + Int64(index * 7 % 500_000))
      return row
    }
    return Board(rows: rows, revision: Int64(count), asOf: now)
  }
}
