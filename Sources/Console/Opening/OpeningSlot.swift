import EscalationDomain

/// What a console asks of a store.
public typealias ConsoleStore = OpeningStoring & TeamStoring & CustomerStoring & RiskReading & EndedStoring
  & RiskStoring & RegisterStoring
  & PlanStoring
  & FilterFactsStoring
  & BulkStoring
  & NewsStoring
  & RoomStoring & RecordReading

/// Whom a new escalation may be about, and which playbook governs whom.
public struct OpeningBook: Equatable, Sendable {
  /// As people spell them, by name.
  public let accounts: [String]
  public let team: Team
  /// The same names by how they are written small.
  private let spellings: [String: String]

  /// O(accounts).
  public init(accounts: [String], team: Team) {
    self.accounts = accounts
    self.team = team
    spellings = Dictionary(accounts.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The account that is meant, whatever the case it is typed in; nil for a new one. O(1).
  func spelled(_ typed: String) -> String? { typed.nonEmpty.flatMap { spellings[$0.lowercased()] } }
}

/// Room for what a new escalation's form needs to know: asked for as it is filled in.
public struct OpeningSlot: Equatable, Sendable {
  public private(set) var book: OpeningBook?
  /// What is known of the account that was asked for last.
  private var answer: AccountFacts?
  private var asked: String?

  /// A form opens: names and assignments are read anew.
  mutating func start() -> [Effect] {
    asked = nil
    return [.loadOpening]
  }

  mutating func answered(_ book: OpeningBook) { self.book = book }

  /// Asks for what is known of an account, once.
  mutating func want(_ typed: String) -> [Effect] {
    guard let name = book?.spelled(typed), name != asked else { return [] }
    asked = name
    return [.loadAccount(name)]
  }

  mutating func answered(_ name: String, _ facts: AccountFacts?) {
    if name == asked { answer = facts }
  }

  /// An account that could not be read may be asked for again.
  mutating func failed(_ name: String) { if name == asked { asked = nil } }

  /// What is known of the account that is typed: of a new one its name.
  func facts(of typed: String) -> AccountFacts {
    let name = typed.nonEmpty ?? ""
    if let answer, answer.name.lowercased() == name.lowercased() { return answer }
    return AccountFacts(name: book?.spelled(name) ?? name)
  }
}
