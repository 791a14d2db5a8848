import EscalationDomain
import Screen

/// Every risk and escalation, open and closed, as one console looks at them; lives on while another place is shown.
public struct RegisterState: Equatable, Sendable {
  /// So many rows are held at once; the rest is found by words and by other orders.
  public static let most = 2000

  /// What is asked for.
  public internal(set) var query = RegisterQuery()
  /// What was asked for last came to this.
  public private(set) var page = RegisterPage.empty
  /// Columns of which some row has something to say; all of them where there are no rows.
  public private(set) var filled = Set(RegisterColumn.allCases)
  /// When time alone makes what was read old.
  public private(set) var staleAfter: Instant?
  public private(set) var isLoaded = false
  public internal(set) var reading = BoardState.Reading.idle
  /// Where somebody says which rows they want.
  public internal(set) var line = FilterTyping(.register)
  /// What shows, from left to right.
  public internal(set) var columns = RegisterColumn.standard {
    didSet {
      let isNew = columns.contains(.tags) && !query.tellsTags
      query.tellsTags = columns.contains(.tags)
      if isNew { isOld = true }
    }
  }
  /// Index into the rows.
  public private(set) var cursor = 0
  /// The first row that shows.
  public internal(set) var offset = 0
  /// The risk that is looked at closely.
  public internal(set) var risk: RiskPanel?
  /// What was read is no longer how it is.
  var isOld = true

  init() {}

  public var rows: [RegisterRow] { page.rows }
  public var selectedRow: RegisterRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// The escalation under the cursor; none where a risk is.
  var selected: EscalationID? {
    if case .escalation(let row, _) = selectedRow { row.id } else { nil }
  }

  /// The risk under the cursor, or the one that is looked at.
  var selectedRisk: RiskRow? {
    if let risk { return risk.row }
    if case .risk(let row, _) = selectedRow { return row }
    return nil
  }

  /// Who has the keys.
  var scope: ConsoleCommand.Scope {
    if line.field != nil { return .filter }
    return risk == nil ? .register : .risk
  }

  /// O(rows that are held).
  func row(_ id: EscalationID) -> BoardRow? {
    for case .escalation(let row, _) in rows where row.id == id { return row }
    return nil
  }

  mutating func select(_ index: Int) { cursor = min(max(0, index), max(0, rows.count - 1)) }

  /// Asks anew, one reading at a time.
  mutating func reload() -> [Effect] {
    switch reading {
    case .underWay, .underWayAndOld:
      reading = .underWayAndOld
      return []
    case .idle, .failed:
      (reading, isOld) = (.underWay, false)
      return [.register(.load(query))]
    }
  }

  /// Takes an answer in; the cursor stays on its row, and where that is gone on its place. O(rows that are held).
  mutating func answered(_ asked: RegisterQuery, _ new: RegisterPage) -> [Effect] {
    let again = reading == .underWayAndOld || asked != query
    reading = .idle
    let before = selectedRow?.id
    (page, isLoaded) = (new, true)
    staleAfter = new.staleAfter.flatMap { $0 >= new.asOf ? $0 : nil }
    filled = Set(
      RegisterColumn.allCases.filter { column in
        new.rows.isEmpty || new.rows.contains { $0.has(column, tags: new.tags(of: $0)) }
      })
    select(before.flatMap { id in new.rows.firstIndex { $0.id == id } } ?? cursor)
    return again ? reload() : []
  }

  /// Asks for something else, from its first row on.
  mutating func ask(_ change: (inout RegisterQuery) -> Void) -> [Effect] {
    let before = query
    change(&query)
    return query == before ? [] : reload()
  }
}

/// One risk, looked at closely.
public struct RiskPanel: Equatable, Sendable {
  public internal(set) var row: RiskRow
  /// Everything that is known of it; none until it was read.
  public internal(set) var file: RiskFile?
  /// The first line that shows.
  public internal(set) var offset = 0
  /// What was asked for before everything was read.
  var pending: ConsoleCommand.ID?

  init(_ row: RiskRow) { self.row = row }
}

/// A risk with all that happened to it.
public struct RiskFile: Hashable, Sendable {
  public var risk: Risk
  /// Oldest first.
  public var entries: [RegisterEntry<RiskFact>]
  /// The date where its account lives.
  public var today: LocalDate

  public init(risk: Risk, entries: [RegisterEntry<RiskFact>], today: LocalDate) {
    self.risk = risk
    self.entries = entries
    self.today = today
  }
}
