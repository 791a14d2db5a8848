/// Why one row of a file cannot be imported, and where it stands.
public struct RowError: Error, Hashable, Sendable {
  public var file: String
  /// The line on which the trouble is, from 1; an unclosed quote is named by the line that opened it.
  public var line: Int
  public var column: Column?
  public var problem: RowProblem

  public struct Column: Hashable, Sendable {
    /// From 1: the column of a CSV row, or the byte of a line of JSON.
    public var number: Int?
    /// As the header or the key names it.
    public var name: String?

    public init(number: Int? = nil, name: String? = nil) {
      self.number = number
      self.name = name
    }
  }

  public init(file: String, line: Int, column: Column? = nil, problem: RowProblem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// What is wrong with a row: facts only, worded in one place.
public enum RowProblem: Hashable, Sendable {
  // The file as a whole
  case emptyFile
  case utf16
  case missingColumn(String, found: [String])
  case duplicateColumn(String)

  // A row's shape
  case notInEncoding(TextEncoding)
  case nul
  case bareCarriageReturn
  case unclosedQuote
  case textAfterQuote
  case columnCount(found: Int, expected: Int)
  case fieldTooLong(limit: Int)
  case rowTooLong(limit: Int)
  case notJSON(String)
  case notAnObject
  case duplicateKey(String)
  case notAText

  // A value
  case required(ImportField)
  case noValue
  case noDate(String)
  case tooLong(ImportField, bytes: Int, limit: Int)
  case controlCharacter(ImportField)
  case unreadableTime(String, formats: [String])
  case unreadableNumber(String)
  case unreadableMoney(String)
  case notInMap(String, ImportField, known: [String])
  case notOneOf(String, known: [String])
  case outOfRange(String, low: Int, high: Int)

  // Against the policy
  case unknownPlaybook(String, known: [String])
  case unknownCalendar(String, known: [String])
  case unknownGrade(String, ImportField, playbook: String, known: [String])
  case gradeRequired(playbook: String, known: [String])

  // Against the row itself, the file and the log
  case outOfOrder(ImportField, ImportField)
  case needs(ImportField, other: ImportField)
  case endedTwice
  case secondRow(id: String, firstLine: Int)
  case openedElsewhere(id: String, origin: String?)
  case beforeOpening(id: String)
}
