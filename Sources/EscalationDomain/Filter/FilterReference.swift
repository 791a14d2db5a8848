/// The filter language as help, man page and README tell it: from the same table that is read and completed by.
public enum FilterReference {
  public struct Entry: Hashable, Sendable {
    /// As it is typed, up to its value.
    public var term: String
    public var meaning: String
  }

  /// Every term for rows of a kind.
  public static func terms(of subject: FilterSubject) -> [Entry] {
    let fields = subject.fields.map { field in
      Entry(term: field.names.map { "\($0):" }.joined(separator: " "), meaning: field.meaning(in: subject))
    }
    let flags = FilterFlag.allCases.map { Entry(term: $0.rawValue, meaning: $0.meaning(in: subject)) }
    return fields + flags + joining
  }

  /// How terms are put together, the same everywhere.
  public static let joining = [
    Entry(term: "word", meaning: "occurs in what the row shows; \"in quotes\" as it stands, blanks and all"),
    Entry(term: "a b", meaning: "both; a or b: one of them; (a or b) c: parentheses bind"),
    Entry(term: "-a", meaning: "not: -paused, -owner:me, -(a or b)"),
    Entry(term: ",", meaning: "one of these: sev:S0,S1"),
    Entry(term: "..", meaning: "from one to the other: sev:S0..S1, due:0h..4h"),
    Entry(term: "< <= > >= :", meaning: "less, at most, more, at least, is; a span is from now, or ago"),
  ]

  /// Which rows have a field, in one word each, for a table of all fields.
  public static func rows(with field: FilterField) -> String {
    let subjects = FilterSubject.allCases.filter { $0.has(field) }
    return subjects.count == FilterSubject.allCases.count
      ? "everywhere" : subjects.map(\.place).joined(separator: ", ")
  }

  /// In two columns, a line each. O(fields).
  public static func text(of subject: FilterSubject) -> String {
    let entries = terms(of: subject)
    let width = entries.map(\.term.count).max() ?? 0
    return entries.map { entry in
      entry.term + String(repeating: " ", count: width - entry.term.count + 2) + entry.meaning
    }.joined(separator: "\n")
  }
}
