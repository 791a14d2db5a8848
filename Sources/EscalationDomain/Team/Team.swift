/// The team as its register tells it: who fills which line of a contact matrix, and which playbook governs whom.
public struct Team: Hashable, Sendable {
  public struct Filled: Hashable, Sendable {
    public var slot: String
    public var contact: Contact
    public var stamp: Work.Stamp
  }
  public struct Assignment: Hashable, Sendable {
    public var scope: PlaybookScope
    public var playbook: String
    public var stamp: Work.Stamp

    public init(scope: PlaybookScope, playbook: String, stamp: Work.Stamp) {
      self.scope = scope
      self.playbook = playbook
      self.stamp = stamp
    }
  }
  /// By playbook.
  public private(set) var filled: [String: [Filled]] = [:]
  /// Accounts before segments, by name.
  public private(set) var assignments: [Assignment] = []
  /// All that was written down, by playbook, what was taken back included.
  public private(set) var logs: [String: RegisterLog<TeamFact>] = [:]
  /// The last thing that was said about it.
  public private(set) var changed: Instant?

  public init() {}

  /// - Parameter entries: those of every playbook, in any order. O(n log n).
  public init(_ entries: [(playbook: String, entry: RegisterEntry<TeamFact>)]) {
    self.init(
      logs: Dictionary(grouping: entries, by: \.playbook).mapValues { RegisterLog($0.map(\.entry)) })
  }

  init(logs: [String: RegisterLog<TeamFact>]) {
    self.logs = logs
    let counted = logs.flatMap { playbook, log in log.effective.map { (playbook: playbook, entry: $0) } }
    for (playbook, entry) in counted.sorted(by: {
      ($0.entry.occurred, $0.entry.sequence) < ($1.entry.occurred, $1.entry.sequence)
    }) { apply(entry, playbook) }
    changed = logs.values.compactMap { $0.entries.last?.occurred }.max()
    assignments.sort { a, b in
      switch (a.scope, b.scope) {
      case (.account, .segment): true
      case (.segment, .account): false
      default: a.scope.name.lowercased() < b.scope.name.lowercased()
      }
    }
  }

  private mutating func apply(_ entry: RegisterEntry<TeamFact>, _ playbook: String) {
    let stamp = Work.Stamp(at: entry.occurred, by: entry.actor, why: entry.why)
    switch entry.fact {
    case .slotFilled(let slot, let contact):
      filled[playbook, default: []].removeAll { $0.slot == slot }
      filled[playbook, default: []].append(Filled(slot: slot, contact: contact, stamp: stamp))
    case .slotCleared(let slot): filled[playbook]?.removeAll { $0.slot == slot }
    case .assigned(let scope):
      assignments.removeAll { $0.scope.folded == scope.folded }
      assignments.append(Assignment(scope: scope, playbook: playbook, stamp: stamp))
    case .unassigned(let scope): assignments.removeAll { $0.scope.folded == scope.folded }
    case .takenBack: break
    }
  }

  public func filled(_ slot: String, of playbook: String) -> Filled? {
    filled[playbook]?.first { $0.slot == slot }
  }

  /// Those who fill a line of a playbook's contact matrix whose role holds every word of this one: the line
  /// `L2 CS team lead/manager` is a manager's.
  public func holders(of role: String, in playbook: Playbook) -> [Contact] {
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    let asked = words(role)
    return playbook.contactMatrix.filter { !asked.isEmpty && asked.isSubset(of: words($0.role + " " + $0.id)) }
      .compactMap { filled($0.id, of: playbook.id)?.contact }
  }

  public func assignment(_ scope: PlaybookScope) -> Assignment? {
    assignments.first { $0.scope.folded == scope.folded }
  }

  /// The playbook that governs an account's new escalations: its own, else its segment's.
  public func playbook(for account: AccountFacts) -> String? { assignment(for: account)?.playbook }

  /// The same with whose it is: the account's own, else its segment's.
  public func assignment(for account: AccountFacts) -> Assignment? {
    assignment(.account(account.name)) ?? account.segment.flatMap { assignment(.segment($0)) }
  }
}
