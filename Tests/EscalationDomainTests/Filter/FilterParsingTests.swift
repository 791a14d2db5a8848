import Testing

@testable import EscalationDomain

@Suite("What a filter's text is understood as")
struct FilterParsingTests {
  static let read: [(text: String, printed: String)] = [
    ("", ""), ("   ", ""), ("\"\"", ""), ("acme", "acme"), ("Acme  Bolt", "Acme Bolt"),
    ("\"two words\"", "\"two words\""), ("\"say \\\"no\\\"\"", "\"say \\\"no\\\"\""),
    ("sev:S0", "sev:S0"), ("severity:s0", "sev:s0"), ("SEV:S0..S1", "sev:S0..S1"), ("sev:S1..", "sev:S1.."),
    ("sev:..S1", "sev:..S1"), ("sev:S0,S2", "sev:S0 or sev:S2"), ("sev:S0..S0", "sev:S0"),
    ("sev:\"Very high\"", "sev:\"Very high\""),
    ("owner:me", "owner:me"), ("owner:nobody", "owner:nobody"), ("owner:\"me\"", "owner:\"me\""),
    ("owner:\"Ann Lee\"", "owner:\"Ann Lee\""), ("account:\"Acme, Inc\"", "account:\"Acme, Inc\""),
    ("account:Acme,Inc", "account:Acme,Inc"), ("id:W-1,W-2", "id:W-1 or id:W-2"),
    ("due<4h", "due<4h"), ("due:<=4h", "due<=4h"), ("due=today", "due:today"), ("due:none", "due:none"),
    ("due>-2h", "due>-2h"), ("due<fri", "due<fri"), ("due<Friday", "due<fri"), ("due<17:00", "due<17:00"),
    ("due<\"fri 17:00\"", "due<\"fri 17:00\""), ("due:2h..4h", "due>=2h due<=4h"),
    ("renewal<60d", "renewal<60d"), ("renewal<=2026-12-31", "renewal<=2026-12-31"),
    ("opened<7d", "opened<7d"), ("updated<1h", "changed<1h"),
    ("breached", "breached"), ("LATE", "breached"), ("paused", "status:paused"), ("\"paused\"", "\"paused\""),
    ("status:new,open", "status:new or status:open"), ("band<=2", "band<=2"), ("band:1..2", "band>=1 band<=2"),
    ("arr>100k", "arr>100k"), ("arr>1,500.50", "arr>1500.50"), ("arr>=1.5M", "arr>=1500k"),
    ("arr>100kEUR", "arr>100kEUR"), ("arr>\"eur 2m\"", "arr>2MEUR"), ("arr:none", "arr:none"),
    ("arr:1k..2k", "arr>=1k arr<=2k"), ("clock:first-response", "clock:first-response"),
    ("tag:vip", "tag:vip"), ("tag:none", "tag:none"),
    ("-breached", "-breached"), ("--breached", "breached"), ("-sev:S0,S1", "-(sev:S0 or sev:S1)"),
    ("-(a b)", "-(a b)"), ("-\"\" a", "a"), ("a or b c", "a or b c"), ("(a or b) c", "(a or b) c"),
    ("a (b c)", "a b c"), ("a or (b or c)", "a or b or c"), ("a and b OR c", "a b or c"), ("\"or\"", "\"or\""),
    ("((((a))))", "a"), ("W-12", "W-12"), ("a-b", "a-b"), ("\"-x\"", "\"-x\""), ("\"a:b\"", "\"a:b\""),
    ("日本 -owner:佐藤", "日本 -owner:佐藤"),
  ]

  @Test(arguments: read) func `a text is read, and printed it is the same filter`(
    _ row: (text: String, printed: String)
  ) throws {
    let filter = try Filter(parsing: row.text)
    #expect(filter.description == row.printed)
    #expect(try Filter(parsing: filter.description) == filter)
  }

  typealias Wrong = (text: String, problem: FilterError.Problem, range: Range<Int>)
  static let wrong: [Wrong] = [
    ("duee<4h", .unknownField("duee", nearest: "due"), 0..<4),
    ("x ownr:me", .unknownField("ownr", nearest: "owner"), 2..<6),
    ("http://x", .unknownField("http", nearest: nil), 0..<4), ("<4h", .noField, 0..<1),
    ("a sev:", .noValue(.severity), 2..<6),
    ("sev:S0,", .noValue(.severity), 0..<7), ("sev<S1", .notOrdered(.severity), 0..<6),
    ("status:gone", .unknownStatus("gone", known: FilterStatus.all), 7..<11), ("band:5", .notABand("5"), 5..<6),
    ("arr>lots", .notAnAmount("lots"), 4..<8),
    ("arr>99999999999999999999", .notAnAmount("99999999999999999999"), 4..<24),
    ("due<soon", .notATime(.due, "soon"), 4..<8), ("due<9999999h", .notATime(.due, "9999999h"), 4..<12),
    ("renewal<3h", .notDays(.renewal, "3h"), 8..<10), ("due:17:00", .notADay("17:00"), 4..<9),
    ("or a", .nothingBefore("or"), 0..<2), ("a or", .nothingAfter("or"), 2..<4),
    ("a or or b", .nothingBefore("or"), 5..<7),
    ("a and", .nothingAfter("and"), 2..<5), ("a -", .nothingAfter("-"), 2..<3), ("-or", .nothingAfter("-"), 0..<1),
    ("(a or) b", .nothingAfter("or"), 3..<5), ("()", .emptyGroup, 0..<2), ("a (b", .notClosed, 2..<3),
    ("a) b", .notOpened, 1..<2), ("account:\"Ac", .quoteNotClosed, 8..<11), ("\"", .quoteNotClosed, 0..<1),
  ]

  @Test(arguments: wrong) func `what is wrong is said with its place`(_ row: Wrong) throws {
    let error = #expect(throws: FilterError.self) { try Filter(parsing: row.text) }
    #expect(error == FilterError(row.problem, row.range))
    #expect(error?.sentence(in: row.text).hasPrefix("at “") ?? false)
  }

  @Test func `sentences say where, what and what to do`() throws {
    func sentence(_ text: String, _ vocabulary: FilterVocabulary? = nil) -> String? {
      do throws(FilterError) {
        _ = try Filter(parsing: text, vocabulary: vocabulary)
        return nil
      } catch { return error.sentence(in: text) }
    }
    #expect(sentence("a duee<4h") == "at “duee” (column 3): there is no “duee”; did you mean due?")
    #expect(sentence("sev>S1") == "at “sev>S1” (column 1): sev has no more or less; write sev:…")
    var book = Playbook(id: "room", name: "Room")
    book.severities = [Grade(id: "S0", name: "Critical", band: 1), Grade(id: "S1", name: "High", band: 2)]
    book.levels = [Grade(id: "L1", name: "Lead", band: 2)]
    let vocabulary = FilterVocabulary([book], rows: [])
    #expect(sentence("sev:S9", vocabulary) == "at “S9” (column 5): no playbook has the severity “S9”; known: S0, S1")
    #expect(sentence("sev:L1", vocabulary) == "at “L1” (column 5): “L1” is a level; write level:L1")
    #expect(sentence("playbook:x", vocabulary) == "at “x” (column 10): there is no playbook “x”; known: room")
    for text in ["sev:s0..high", "sev:CRITICAL", "level:l1", "playbook:ROOM"] {
      #expect(sentence(text, vocabulary) == nil)
    }
  }

  @Test func `clocks and currencies that nobody has are said with what is known`() throws {
    var book = Playbook(id: "room", name: "Room")
    book.clocks = [
      ClockRule(
        id: "first-response", label: "Answer the customer", stops: [.acknowledged], target: .all(.promised))
    ]
    var words = FilterVocabulary([book], rows: [])
    words.currencies = ["EUR", "QQQ"]
    func sentence(_ text: String, _ words: FilterVocabulary?) -> String? {
      do throws(FilterError) {
        _ = try Filter(parsing: text, vocabulary: words)
        return nil
      } catch { return error.sentence(in: text) }
    }
    #expect(
      sentence("a clock:nonsense", words)
        == "at “nonsense” (column 9): there is no clock “nonsense”; known: first-response, milestone, plan, task")
    #expect(sentence("arr>100kXYZ", words) == "at “100kXYZ” (column 5): “XYZ” is no currency; in use: EUR, QQQ")
    // By id, by label, by a part; tasks, milestones and plans; a currency that nobody has yet, and one of their own.
    for text in [
      "clock:first-response", "clock:\"answer the\"", "clock:RESP", "clock:task", "clock:task:T1", "clock:milestone",
      "clock:review", "clock:none", "arr>100kGBP", "arr>1mqqq", "arr>\"jpy 5m\"", "arr>100k",
    ] {
      #expect(sentence(text, words) == nil, "\(text)")
    }
    // Where nothing is known, anything may be meant.
    #expect(sentence("clock:nonsense arr>100kXYZ", nil) == nil)
    #expect(sentence("clock:nonsense", FilterVocabulary([], rows: [])) == nil)
    for text in ["clock:x", "arr>1kEUR"] { #expect(try Filter(parsing: text).namesWords, "\(text)") }
    #expect(try !Filter(parsing: "arr>1k").namesWords)
  }

  @Test func `hostile texts answer at once`() {
    let texts = [
      String(repeating: "(", count: 10_000), String(repeating: "(", count: 3000), String(repeating: "-(", count: 1500),
      String(repeating: "(a ", count: 1000), String(repeating: "-", count: 4001), String(repeating: "a ", count: 1900),
      String(repeating: "sev:" + String(repeating: "S,", count: 900), count: 2),
      "due<" + String(repeating: "9", count: 3000) + "d",
      String(repeating: "\"", count: 3999), String(repeating: "a or ", count: 799),
      "arr>" + String(repeating: "9", count: 3000),
    ]
    for text in texts { #expect(throws: FilterError.self, "\(text.prefix(20))") { try Filter(parsing: text) } }
    let dashes = String(repeating: "-", count: 3000) + "a"
    #expect((try? Filter(parsing: dashes)) == .term(.word("a")))
    let deep = String(repeating: "-(a ", count: 39) + "b" + String(repeating: ")", count: 39)
    #expect((try? Filter(parsing: deep))?.description == deep)
  }
}
