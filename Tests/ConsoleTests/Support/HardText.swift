import EscalationDomain

@testable import Console

/// Texts that break screens, one kind each.
struct HardText: Sendable {
  let id: String
  let account: String
  let title: String
  let person: String
  let words: String

  static let all = [
    HardText(
      id: "L-1",
      account:
        "Wolfeschlegelsteinhausenbergerdorff & Sons International Holdings Gesellschaft mit beschränkter "
        + "Haftung",
      title:
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen cannot be ordered, exported, printed, archived or "
        + "even looked at in any of the eleven countries since the quarter began",
      person: "Bartholomew Maximilian Featherstonehaugh-Cholmondeley",
      words: String(repeating: "onewordwithoutanyplacetobreak", count: 9) + " and then many short ones "
        + String(repeating: "to be or not to be ", count: 12)),
    HardText(
      id: "障害-2", account: "株式会社サンプル商事 東京本社 第二営業部", title: "請求書の集計が合わない—月次締めに間に合わない。至急ご対応ください",
      person: "佐藤 健一郎", words: "한국어와 日本語と中文、全角ＡＢＣ１２３、半角ｱｲｳ、句読点。「括弧」も【見出し】もある。"),
    HardText(
      id: "E-3", account: "👩‍👩‍👧‍👦 Family 🇩🇪🇯🇵 Flags", title: "🚨🚨 1️⃣ keycaps, 👍🏽 tones, ❤️ hearts, 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and ☎︎ text",
      person: "Zoë 🦊",
      words: "Nai\u{308}ve re\u{301}sume\u{301}, "
        + "Z\u{351}\u{36B}\u{343}a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}lgo, ก็ำ ह्िन्दी தமிழ் ﷽"),
    HardText(
      id: "R-4", account: "חברת הדוגמה בע״מ", title: "التقارير لا تُطبع منذ ليلة أمس (v2.1) — דחוף מאוד",
      person: "מרים לוי",
      words: "שלום abc 123 עולם, مرحبا بالعالم 456 xyz, and back to the left"),
    HardText(
      id: "H-5", account: "A\u{1B}[31m\u{1B}]0;owned\u{7}cme \u{202E}gnp.exe\u{202C}",
      title: "\u{9B}2J\u{90}q\u{9C}C1, \u{2066}isolate\u{2069}, "
        + "\u{200B}zero\u{FEFF} \u{2028}line\nbreak\ttab\r\u{7F}\u{E000}\u{FFFF}",
      person: "Eve\u{200D}\u{8}\u{8}\u{8}Ann",
      words: "\u{1B}[2J\u{1B}[H\u{1B}P\u{1B}\\ "
        + "\u{61C}\u{200E}\u{200F} \u{AD}soft \u{2060}\u{180E}\u{E0001} end\u{85}next"),
  ]
}

extension Fixture {
  /// An escalation for each hard text, with that text wherever a person may put one.
  static func hardTexts() throws -> FakeStore {
    let store = FakeStore(policies)
    for (index, text) in HardText.all.enumerated() {
      let id = EscalationID(text.id)
      let contact = Contact(name: text.person, role: text.words, email: text.account, phone: text.person)
      let opening = Opening(
        title: text.title,
        account: AccountFacts(
          name: text.account, segment: text.person, arr: Money(minorUnits: 123_456_789_000, currency: "USD"),
          renewal: LocalDate(iso: "2026-03-20")), playbook: "risk", edition: 1,
        severity: "S\(min(3, index))", owner: text.person, contacts: [contact], details: text.words,
        tags: [text.person])
      func act(_ command: Command, _ when: String) throws {
        _ = try store.perform(command, on: id, act: Act(actor: text.person, now: at(when)))
      }
      _ = try store.open(opening, id: id, act: Act(actor: text.person, now: at("2026-03-02T09:00:00Z")))
      try act(.acknowledge(note: text.words), "2026-03-02T09:30:00Z")
      try act(.customerReplied(text: text.words), "2026-03-02T10:00:00Z")
      try act(
        .update(CustomerUpdate(text: text.words, channel: text.person, next: at("2026-03-03T13:20:00Z"))),
        "2026-03-02T11:00:00Z")
      try act(.changeSeverity(to: "S\(3 - min(3, index))", reason: text.words), "2026-03-02T12:00:00Z")
      if index % 2 == 0 {
        try act(.pause(reason: text.words, until: at("2026-03-04T08:00:00Z")), "2026-03-03T09:00:00Z")
      }
      try act(.note(text: text.words), "2026-03-03T10:00:00Z")
    }
    return store
  }
}
