import Testing

@testable import EscalationDomain

@Suite("What is offered while a filter is typed")
struct FilterCompletionTests {
  static let vocabulary: FilterVocabulary = {
    var words = FilterVocabulary(FilterMatchingTests.playbooks, rows: [])
    words.owners = ["Ann Lee", "Bo"]
    words.accounts = ["Acme", "Bolt, Inc", "North Acme"]
    words.clocks = ["first-response", "next-update"]
    words.tags = ["vip"]
    return words
  }()

  typealias Case = (text: String, range: Range<Int>, choices: [String])
  static let cases: [Case] = [
    ("s", 0..<1, ["sev:", "stage:", "status:"]), ("x se", 2..<4, ["sev:"]), ("-du", 1..<3, ["due<"]),
    ("(ow", 1..<3, ["owner:"]),
    ("br", 0..<2, ["breached "]), ("breached", 0..<8, []), ("customer", 0..<8, ["account:"]), ("zz", 0..<2, []),
    ("sev:", 4..<4, ["P1 ", "P2 ", "P3 ", "S0 ", "S1 ", "S2 ", "S3 "]),
    ("sev:p", 4..<5, ["P1 ", "P2 ", "P3 "]), ("sev:P1,s1", 7..<9, ["S1 "]),
    ("owner:", 6..<6, ["me ", "nobody ", "\"Ann Lee\" ", "Bo "]),
    ("owner:\"an", 6..<9, ["\"Ann Lee\" "]), ("account:acme", 8..<12, ["Acme ", "\"North Acme\" "]),
    ("account:bo", 8..<10, ["\"Bolt, Inc\" "]), ("clock:n", 6..<7, ["next-update ", "none ", "first-response "]),
    ("tag:", 4..<4, ["vip ", "none "]), ("status:p", 7..<8, ["paused ", "open "]),
    ("due<t", 4..<5, ["today ", "tomorrow "]),
    ("arr>=1", 5..<6, ["100k ", "1M "]), ("title:x", 6..<7, []), ("nofield:x", 8..<9, []), ("\"se", 0..<3, []),
    ("band:2", 5..<6, []),
  ]

  @Test(arguments: cases) func `fields first, then the values there are`(_ row: Case) {
    let completion = FilterCompletion(row.text, cursor: row.text.count, vocabulary: Self.vocabulary)
    #expect(completion.range == row.range)
    #expect(completion.choices.map(\.text) == row.choices)
  }

  @Test func `only what stands before the cursor counts`() {
    let completion = FilterCompletion("ow sev:S0", cursor: 2, vocabulary: Self.vocabulary)
    #expect(completion.range == 0..<2 && completion.choices.map(\.text) == ["owner:"])
  }

  @Test func `what is taken can be read`() throws {
    for field in FilterField.allCases {
      let typed = field.name + ":"
      for choice in FilterCompletion(typed, cursor: typed.count, vocabulary: Self.vocabulary).choices {
        #expect(throws: Never.self, "\(typed)\(choice.text)") {
          try Filter(parsing: typed + choice.text, vocabulary: Self.vocabulary)
        }
      }
    }
  }
}
