import Testing

@testable import EscalationDomain

@Suite("Filters of milestones, of the register and of plans on the board")
struct FilterSubjectTests {
  static let now = FilterMatchingTests.now
  static let berlin = FilterMatchingTests.berlin

  static func left(_ text: String, of subject: FilterSubject, _ rows: [(String, FilterAttributes)]) throws -> String {
    let context = FilterContext(now: now, zone: berlin, actor: "ann lee", playbooks: FilterMatchingTests.playbooks)
    let matcher = FilterMatcher(try Filter(parsing: text, of: subject), context)
    return rows.filter { matcher.matches($0.1, text: SearchText($0.1.title)) }.map(\.0).joined()
  }

  static func board(
    _ id: String, _ severity: String, _ status: Status, next: Int64?? = nil, done: Int = 0
  ) -> BoardRow {
    BoardRow(
      id: EscalationID(id), title: "Title \(id)", account: "Acme", playbook: "risk", severity: severity, level: nil,
      stage: nil, band: 1, status: status, owner: "Ann Lee", arr: nil, renewal: nil, opened: now, changed: now,
      pausedUntil: nil, clock: nil, openClocks: 0, staleAfter: nil,
      plan: next.map { due in
        PlanProgress(
          done: done, of: done + 1, next: PlanProgress.Next(id: "M1", title: "x", owner: nil, due: due.map { now + $0 })
        )
      })
  }

  /// Late, soon, undated, done, none.
  static let plans: [(String, FilterAttributes)] = {
    var done = board("D", "S0", .active)
    done.plan = PlanProgress(done: 2, of: 2, next: nil)
    let rows = [
      board("A", "S0", .active, next: -60), board("B", "S1", .active, next: 3600),
      board("C", "S1", .paused, next: .some(nil)), done, board("E", "S3", .new),
    ]
    return rows.map { ($0.id.text, FilterAttributes($0, now: now)) }
  }()

  @Test(arguments: [
    ("plan:late", "A"), ("plan:open", "ABC"), ("plan:done", "D"), ("plan:none", "E"), ("-plan:none", "ABCD"),
    ("plan:late,done", "AD"), ("milestone<7d", "AB"), ("milestone:today", "AB"), ("milestone<0h", "A"),
    ("milestone:none", "CDE"), ("milestone>30m", "B"), ("plan:open sev:S1", "BC"),
  ])
  func `a row of the board by its plan`(text: String, ids: String) throws {
    #expect(try Self.left(text, of: .escalations, Self.plans) == ids)
  }

  static func milestone(
    _ id: String, _ escalation: BoardRow, _ kind: Milestone.Kind, _ owner: String?, due: Int64?,
    _ status: MilestoneState.Status
  ) -> (String, FilterAttributes) {
    let row = MilestoneRow(
      escalation: escalation.id, subject: escalation.title, account: escalation.account, grade: "S0", band: 1,
      milestone: Milestone(
        id: id, title: "Step \(id)", kind: kind, owner: owner, start: nil, due: due.map { now + $0 }, after: []),
      status: status, blockedBy: [], added: now, completed: status == .done ? now : nil, place: 0)
    return (id, FilterAttributes(row, of: escalation, now: now))
  }

  static let milestones = [
    milestone("P", board("W-1", "S0", .active), .corrective, "Bo", due: -60, .started),
    milestone("Q", board("W-1", "S0", .active), .preventive, "ann lee", due: 3600, .blocked),
    milestone("R", board("W-2", "S2", .paused), .detective, nil, due: nil, .planned),
    milestone("T", board("W-2", "S2", .paused), .corrective, "Bo", due: -900, .done),
  ]

  @Test(arguments: [
    ("kind:corrective", "PT"), ("kind:preventive,detective", "QR"), ("plan:late", "P"), ("breached", "P"),
    ("late", "P"), ("plan:open", "PQR"), ("plan:done", "T"), ("milestone<7d", "PQT"), ("due:today -plan:done", "PQ"),
    ("due:none", "R"), ("owner:me", "Q"), ("owner:nobody", "R"), ("status:blocked", "Q"), ("status:done", "T"),
    ("status:open", "PQR"), ("paused", "RT"), ("-paused", "PQ"), ("sev:S0", "PQ"), ("id:w-2", "RT"), ("id:q", "Q"),
    ("account:acme step", "PQRT"), ("title:\"step p\" or owner:me", "PQ"),
  ])
  func `a milestone by itself and by its escalation`(text: String, ids: String) throws {
    #expect(try Self.left(text, of: .milestones, Self.milestones) == ids)
  }

  static func risk(
    _ id: String, _ status: Risk.Status, score: (Int, Int), review: Int?, arr: Int64?
  ) -> (String, FilterAttributes) {
    let row = RiskRow(
      id: RiskID(id), title: "Risk \(id)", account: "Bolt", category: nil, status: status, likelihood: score.0,
      impactScore: score.1, residual: nil, owner: "Bo",
      nextReview: review.map { berlin.local(now).date.adding(days: $0) },
      arrExposed: arr.map { Money(minorUnits: $0, currency: "EUR") }, escalation: nil)
    let life = RiskLife(registered: now + -86_400, changed: now + -3600, ended: status == .open ? nil : now)
    return (id, FilterAttributes(.risk(row, life), now: now))
  }

  static let register =
    [
      risk("K", .open, score: (4, 4), review: 3, arr: 20_000_000),
      risk("L", .promoted, score: (3, 4), review: -2, arr: nil),
      risk("M", .closed, score: (1, 2), review: nil, arr: 100),
    ]
    + plans.prefix(2).map {
      ($0.0, FilterAttributes(.escalation(board($0.0, "S0", .active, next: -60), ended: nil), now: now))
    }

  @Test(arguments: [
    ("kind:risk", "KLM"), ("kind:escalation", "AB"), ("score>12", "K"), ("score>=12", "KL"), ("score:1..5", "M"),
    ("score:none", "AB"), ("review<7d", "KL"), ("review<0d", "L"), ("review<today", "L"), ("review:none", "MAB"),
    ("status:promoted", "L"), ("status:closed", "M"), ("status:open", "KAB"), ("status:ended", "LM"), ("arr>100k", "K"),
    ("opened:yesterday", "KLM"), ("sev:S0", "AB"), ("plan:late", "AB"), ("kind:risk score>12 or sev:S0", "KAB"),
    ("owner:bo -score>12", "LM"),
  ])
  func `a line of the register, risk or escalation`(text: String, ids: String) throws {
    #expect(try Self.left(text, of: .register, Self.register) == ids)
  }

  static let wrong: [(text: String, subject: FilterSubject, sentence: String)] = [
    ("a score>3", .escalations, "at “score” (column 3): escalations have no score; ask the register for it"),
    ("kind:risk", .escalations, "at “kind” (column 1): escalations have no kind; ask the plans or the register for it"),
    ("tag:x", .milestones, "at “tag” (column 1): milestones have no tag; ask the board or the register for it"),
    ("kind:risk", .milestones, "at “risk” (column 6): “risk” is no kind; known: corrective, preventive, detective"),
    ("kind:x", .register, "at “x” (column 6): “x” is no kind; known: escalation, risk"),
    ("plan:soon", .escalations, "at “soon” (column 6): “soon” is nothing a plan can be; known: late, open, done, none"),
    ("score>high", .register, "at “high” (column 7): “high” is no score; scores are 1 to 25"),
    ("review<3h", .register, "at “3h” (column 8): a review is a date, and “3h” counts less than days; write 60d or 8w"),
    ("review<soon", .register, "at “soon” (column 8): “soon” is no time to a review; write 7d, 2w or 2026-12-31"),
    ("plan<late", .escalations, "at “plan<late” (column 1): plan has no more or less; write plan:…"),
    (
      "status:promoted", .escalations,
      "at “promoted” (column 8): “promoted” is no status; known: new, active, paused, resolved, closed, cancelled, open, ended"
    ),
  ]

  @Test(arguments: wrong) func `what rows have not is an error, and no empty list`(
    _ row: (text: String, subject: FilterSubject, sentence: String)
  ) {
    let error = #expect(throws: FilterError.self) { try Filter(parsing: row.text, of: row.subject) }
    #expect(error?.sentence(in: row.text) == row.sentence)
  }

  @Test(arguments: FilterSubject.allCases) func `the table feeds reading, completion and help alike`(
    subject: FilterSubject
  ) throws {
    var words = FilterCompletionTests.vocabulary
    words.subject = subject
    for field in FilterField.allCases {
      let typed = field.name + ":"
      let choices = FilterCompletion(typed, cursor: typed.count, vocabulary: words).choices
      if !subject.has(field) {
        #expect(choices.isEmpty)
        #expect(throws: FilterError.self) { try Filter(parsing: typed + "x", of: subject) }
      }
      for choice in choices {
        #expect(throws: Never.self, "\(typed)\(choice.text)") {
          try Filter(parsing: typed + choice.text, of: subject, vocabulary: words)
        }
      }
    }
    let offered = FilterCompletion("", cursor: 0, vocabulary: words).choices.map { $0.text.prefix { $0.isLetter } }
    #expect(offered.prefix(subject.fields.count).map(String.init) == subject.fields.map(\.name))
    let told = FilterReference.text(of: subject)
    for field in subject.fields {
      #expect(told.contains("\(field.name):") && told.contains(field.meaning(in: subject)))
    }
  }

  @Test(arguments: [
    "plan:late", "plan:none", "milestone<7d", "kind:risk", "score>12", "score:none", "review<7d", "status:promoted",
    "status:blocked",
  ])
  func `printed it is read as itself`(text: String) throws {
    let filter = try Filter(parsing: text)
    #expect(filter.description == text)
  }

  @Test func `time alone changes who is late`() throws {
    #expect(try Filter(parsing: "plan:late").isTimed && Filter(parsing: "review<7d").isTimed)
    #expect(try !Filter(parsing: "plan:done").isTimed)
  }
}
