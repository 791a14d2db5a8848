/// An account as its register tells it.
public struct Account: Hashable, Sendable {
  public var name: String
  public private(set) var description: AccountDescription?
  /// When it was described last.
  public private(set) var described: Instant?
  /// By date; of a day's scores the last one written down.
  public private(set) var scores: [LocalDate: HealthScore] = [:]
  /// In the order they were added.
  public private(set) var executives: [Executive] = []
  /// All that was written down, what was taken back included.
  public let log: RegisterLog<AccountFact>

  /// - Parameter entries: by when they happened, then by number. O(entries × executives).
  public init(name: String, entries: [RegisterEntry<AccountFact>] = []) {
    self.name = name
    log = RegisterLog(entries)
    for entry in log.effective {
      apply(entry.fact)
      if case .described = entry.fact { described = entry.occurred }
    }
  }

  /// As far as a customer's page tells of it.
  public init(_ customer: Customer) {
    name = customer.facts.name
    log = RegisterLog()
    executives = customer.executives
  }

  private mutating func apply(_ fact: AccountFact) {
    switch fact {
    case .described(let description): self.description = description
    case .scored(let score): scores[score.date] = score
    case .executiveAdded(let contact):
      if let index = index(of: contact.name) {
        executives[index].contact = contact
      } else {
        executives.append(Executive(contact: contact))
      }
    case .executiveRemoved(let name): executives.removeAll { $0.isNamed(name) }
    case .executiveReached(let reached):
      guard let index = index(of: reached.name) else { return }
      // What is told late about an earlier day does not make the last contact older.
      if let last = executives[index].reached, last.on > reached.on { return }
      executives[index].reached = reached
    case .takenBack: break
    }
  }

  private func index(of name: String) -> Int? { executives.firstIndex { $0.isNamed(name) } }

  public func executive(_ name: String) -> Executive? { executives.first { $0.isNamed(name) } }
}

/// An executive contact and when somebody last spoke with them.
public struct Executive: Hashable, Sendable {
  public var contact: ExecutiveContact
  public var reached: ExecutiveReached?

  public init(contact: ExecutiveContact, reached: ExecutiveReached? = nil) {
    self.contact = contact
    self.reached = reached
  }

  func isNamed(_ name: String) -> Bool { contact.name.lowercased() == name.trimmingSpace.lowercased() }
}
