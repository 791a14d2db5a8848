/// The words that there are to ask for: what parsing checks grades and playbooks against, and what is offered.
public struct FilterVocabulary: Hashable, Sendable {
  /// What the rows are.
  public var subject = FilterSubject.escalations
  /// As the playbooks spell them, in their order; each once.
  public var severities: [String] = []
  public var levels: [String] = []
  public var stages: [String] = []
  public var playbooks: [String] = []
  public var owners: [String] = []
  public var accounts: [String] = []
  /// Ids of clock rules, and what those are called that tasks, milestones and plans bring.
  public var clocks: [String] = []
  public var tags: [String] = []
  /// Grades' names by ids and ids themselves, small letters: what is typed for them.
  private var named: [Scale: Set<String>] = [:]
  /// What clocks answer to: ids and labels. None where the playbooks are not known.
  var clockNames: Set<String> = []
  /// In which somebody's ARR is, sorted.
  public internal(set) var currencies: [String] = []

  public init() {}

  /// What the playbooks in force and some rows bring. O(rows).
  public init(_ playbooks: [Playbook], rows: [BoardRow]) {
    for playbook in playbooks.sorted(by: { $0.id < $1.id }) {
      add(playbook.severities, .severity)
      add(playbook.levels, .level)
      add(playbook.stages, .stage)
      clocks += playbook.clocks.map(\.id)
      clockNames.formUnion(playbook.clocks.flatMap { [$0.id, $0.label] })
    }
    var (owners, accounts, used) = (Set<String>(), Set<String>(), Set(playbooks.map(\.id)))
    var currencies: Set<String> = []
    rows.withUnsafeBufferPointer { rows in
      for index in rows.indices {
        if let owner = rows[index].owner { owners.insert(owner) }
        accounts.insert(rows[index].account)
        used.insert(rows[index].playbook)
        if let arr = rows[index].arr { currencies.insert(arr.currency) }
        // Of an earlier edition.
        if let grade = rows[index].severity { add(grade, .severity) }
        if let grade = rows[index].level { add(grade, .level) }
        if let grade = rows[index].stage { add(grade, .stage) }
      }
    }
    self.playbooks = used.sorted()
    self.owners = FilterVocabulary.sorted(owners)
    self.accounts = FilterVocabulary.sorted(accounts)
    self.currencies = currencies.sorted()
    if !playbooks.isEmpty {
      clocks += FilterVocabulary.ownClocks
      clockNames.formUnion(FilterVocabulary.ownClocks + PlanLook.allCases.map(\.label))
      // Of an earlier edition, or somebody's own.
      add(rows.lazy.compactMap(\.clock))
    }
    clocks = Set(clocks).sorted()
  }

  static func sorted(_ names: Set<String>) -> [String] {
    names.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  func grades(_ scale: Scale) -> [String] {
    switch scale {
    case .severity: severities
    case .level: levels
    case .stage: stages
    }
  }

  func knows(_ grade: String, on scale: Scale) -> Bool { named[scale]?.contains(grade.lowercased()) ?? false }

  private mutating func add(_ grades: [Grade], _ scale: Scale) {
    for grade in grades {
      add(grade.id, scale)
      named[scale, default: []].insert(grade.name.lowercased())
    }
  }

  private mutating func add(_ grade: String, _ scale: Scale) {
    guard named[scale, default: []].insert(grade.lowercased()).inserted else { return }
    switch scale {
    case .severity: severities.append(grade)
    case .level: levels.append(grade)
    case .stage: stages.append(grade)
    }
  }
}
