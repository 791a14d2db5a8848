import Testing

@testable import EscalationDomain

@Suite("Which rows a filter leaves")
struct FilterMatchingTests {
  static let now = at("2026-03-03T13:05:00Z")
  static let berlin = (try? Zone("Europe/Berlin")) ?? .utc

  static func at(_ text: String) -> Instant { Instant(iso8601: text) ?? Instant(0) }

  static let playbooks: [Playbook] = {
    var risk = Playbook(id: "risk", name: "Risk")
    risk.severities = [("S0", "Critical"), ("S1", "High"), ("S2", "Medium"), ("S3", "Low")].enumerated().map {
      Grade(id: $1.0, name: $1.1, band: $0 + 1)
    }
    var incident = Playbook(id: "incident", name: "Incident")
    incident.severities = ["P1", "P2", "P3"].enumerated().map { Grade(id: $1, name: $1, band: $0 + 1) }
    incident.levels = [Grade(id: "L1", name: "Lead", band: 3), Grade(id: "L2", name: "Head", band: 1)]
    return [risk, incident]
  }()

  /// One letter an id, so that what is left reads as a word.
  static let rows: [FilterAttributes] = [
    row(
      "A", "Export fails", "Acme", "risk", "S0", owner: "Ann Lee", band: 1, arr: (12_000_000, "EUR"), due: -600,
      renewal: 10),
    row(
      "B", "Late bills", "Bolt, Inc", "risk", "S1", owner: "Bo Chen", band: 2, arr: (9_000_000, "USD"), due: 3600,
      renewal: 60),
    row(
      "C", "Outage", "Acme Japan", "incident", "P1", owner: nil, band: 1, arr: (15_000_000, "JPY"), due: 30_000,
      renewal: nil),
    row(
      "D", "Slow", "Cord", "incident", "P3", owner: "ann lee", band: 3, arr: nil, due: nil, status: .paused,
      renewal: 400),
    row(
      "E", "Old", "Dune", "risk", "S3", owner: "Cy", band: 4, arr: (100, "EUR"), due: 90_000, status: .closed,
      renewal: -3),
  ]

  static func row(
    _ id: String, _ title: String, _ account: String, _ playbook: String, _ severity: String, owner: String?, band: Int,
    arr: (Int64, String)?, due: Int64?, status: Status = .active, renewal: Int?
  ) -> FilterAttributes {
    var row = FilterAttributes()
    (row.id, row.title, row.account, row.playbook, row.severity) = (id, title, account, playbook, severity)
    (row.owner, row.band, row.status, row.isOpen) = (owner, band, .one(status), status.isOpen)
    row.level = id == "D" ? "L2" : nil
    row.arr = arr.map { Money(minorUnits: $0.0, currency: $0.1) }
    let deadline = due.map { now + $0 }
    row.clock = FilterClock(
      rule: "next-update", label: "Next update", deadline: deadline, isBreached: due.map { $0 < 0 } ?? false)
    if id == "B" {
      row.clocks = [
        row.clock,
        FilterClock(rule: "first-response", label: "First response", deadline: now + 100_000, isBreached: false),
      ].compactMap(\.self)
    }
    if id == "A" {
      row.clocks = [
        row.clock,
        FilterClock(rule: "first-response", label: "First response", deadline: now + 1000, isBreached: false),
      ].compactMap(\.self)
    }
    let today = berlin.local(now).date
    row.renewal = renewal.map { today.adding(days: $0) }
    row.opened = now + -Int64(band) * 86_400
    row.changed = now + -Int64(band) * 3600
    row.tags = id == "A" ? ["VIP", "eu"] : id == "B" ? ["vip-lite"] : []
    return row
  }

  static let cases: [(text: String, ids: String)] = [
    ("", "ABCDE"), ("acme", "AC"), ("ACME -japan", "A"), ("acme or bolt", "ABC"), ("\"late bills\"", "B"),
    ("sev:s0", "A"), ("sev:S0..S1", "AB"), ("sev:S1..S0", "AB"), ("sev:S1..", "BE"), ("sev:..S1", "AB"),
    ("sev:P1..P2", "C"), ("sev:S0,P1", "AC"), ("sev:high", "B"), ("sev:critical..high", "AB"), ("-sev:S0..S3", "CD"),
    ("level:l2", "D"), ("level:lead..head", "D"), ("stage:x", ""),
    ("owner:me", "AD"), ("owner:nobody", "C"), ("owner:ann", "AD"), ("owner:\"Bo Chen\",cy", "BE"),
    ("-owner:me", "BCE"),
    ("account:acme", "AC"), ("account:\"Bolt, Inc\"", "B"), ("account:Bolt,", "B"), ("title:export", "A"),
    ("id:a", "A"),
    ("id:A,c", "AC"), ("playbook:RISK", "ABE"), ("status:paused", "D"), ("paused", "D"), ("-paused", "ABCE"),
    ("status:open", "ABCD"), ("status:ended", "E"), ("band:1", "AC"), ("band<=2", "ABC"), ("band:2..3", "BD"),
    ("due<4h", "AB"), ("due<=4h", "AB"), ("due:4h", "AB"), ("due>4h", "CE"), ("due>0h", "BCE"), ("due<-5m", "A"),
    ("due<-15m", ""), ("due:none", "D"), ("-due:none", "ABCE"), ("due:today", "ABC"), ("due:tomorrow", "E"),
    ("due<today", ""), ("due<=today", "ABC"), ("due>today", "E"), ("due>=tomorrow", "E"), ("due<wed", "ABC"),
    ("due:tue", "ABC"), ("due<=2026-03-03", "ABC"), ("due<15:30", "AB"), ("due:0h..2h", "B"),
    ("breached", "A"), ("late", "A"), ("-late", "BCDE"),
    ("arr>100k", "AC"), ("arr>100kEUR", "A"), ("arr<=90kUSD", "B"), ("arr:120k", "A"), ("arr>10M", "C"),
    ("arr:none", "D"),
    ("arr<2", "E"), ("arr:1..100k", "BE"),
    ("renewal<60d", "AE"), ("renewal<=60d", "ABE"), ("renewal>9w", "D"), ("renewal<0d", "E"), ("renewal:none", "C"),
    ("renewal<today", "E"), ("renewal:0d..60d", "AB"), ("renewal:60d", "ABE"),
    ("opened<2d", "AC"), ("opened>2d", "DE"), ("opened>=2d", "BDE"), ("opened:yesterday", "AC"),
    ("opened<mon", "BDE"), ("opened>=sun", "ABC"), ("changed<90m", "AC"), ("changed>3h", "E"),
    ("changed>=12:00", "ABC"),
    ("tag:vip", "A"), ("tag:VIP,vip-lite", "AB"), ("tag:none", "CDE"),
    ("clock:first-response", "AB"), ("clock:\"first response\"", "AB"), ("clock:next", "ABCDE"), ("clock:none", ""),
    // Beside a clock's name a deadline is that clock's.
    ("clock:first-response due<4h", "A"), ("clock:next-update due<4h", "AB"), ("clock:first-response breached", ""),
    ("clock:first-response -breached", "AB"), ("clock:next-update breached", "A"),
    ("clock:first-response (due<4h or sev:S1)", "AB"),
    ("(sev:S0 or sev:P1) -owner:nobody", "A"), ("-(sev:S0 or breached) -paused", "BCE"),
  ]

  @Test(arguments: cases) func `rows that are left`(_ row: (text: String, ids: String)) throws {
    let context = FilterContext(now: Self.now, zone: Self.berlin, actor: "ann LEE", playbooks: Self.playbooks)
    let matcher = FilterMatcher(try Filter(parsing: row.text), context)
    let left = Self.rows.filter { attributes in
      matcher.matches(attributes, text: SearchText("\(attributes.id) \(attributes.title) \(attributes.account)"))
    }
    #expect(left.map(\.id).joined() == row.ids, "\(row.text)")
  }

  @Test(arguments: [
    ("due<=today", false), ("due:today", false), ("due<tomorrow", false), ("due>today", true), ("due>=tomorrow", true),
    ("due:tomorrow", true),
  ])
  func `a day ends where the next begins`(text: String, isLeft: Bool) throws {
    let context = FilterContext(now: Self.now, zone: Self.berlin, actor: "ann", playbooks: [])
    // Midnight in Berlin.
    let row = Self.row(
      "M", "t", "a", "risk", "S1", owner: nil, band: 2, arr: nil, due: Self.at("2026-03-03T23:00:00Z") - Self.now,
      renewal: nil)
    #expect(FilterMatcher(try Filter(parsing: text), context).matches(row, text: SearchText("")) == isLeft, "\(text)")
  }

  @Test func `an amount without a currency is compared in each row's own, thousandths included`() {
    let kuwait = Money(minorUnits: 100_001, currency: "KWD")
    #expect(FilterAmount(minorUnits: 10_000, currency: nil).isMet(by: kuwait, .more))
    #expect(!FilterAmount(minorUnits: 10_000, currency: "EUR").isMet(by: kuwait, .more))
    #expect(
      FilterAmount(minorUnits: .max, currency: nil).isMet(by: Money(minorUnits: .min, currency: "JPY"), .more) == false)
    #expect(FilterAmount(minorUnits: .max, currency: nil).isMet(by: Money(minorUnits: .max, currency: "JPY"), .more))
  }

  @Test func `what must be read beside the rows, and what time alone changes`() throws {
    func filter(_ text: String) throws -> Filter { try Filter(parsing: text) }
    #expect(try filter("a sev:S0 breached").neededFacts == [])
    #expect(try filter("-(clock:x or tag:y)").neededFacts == [.clocks, .tags])
    #expect(try filter("a -(b or due<4h)").isTimed && !filter("a sev:S0 owner:me").isTimed)
    #expect(try filter("status:closed").asksForEnded && filter("-status:open").asksForEnded)
    #expect(try !filter("-status:closed").asksForEnded && !filter("status:new").asksForEnded)
  }
}
