import EscalationDomain

/// What the rows of one escalation add to what its log already holds. Pure; rows come one at a time, in order.
///
/// The log's own imported events go into the state where they lie between two rows, so that a file which holds only
/// newer rows continues where the last import ended. An event that the log holds already is not made again.
struct EventDerivation {
  private let policy: Policy
  private let options: ImportOptions
  private let origin: String
  /// What the log knew at the start, the opening aside, in the order it occurred.
  private let known: [Event]
  private var position = 0
  /// How many of the known events the file has not told of again.
  private var unmatched: [Moment: Int]
  private var state: SourceState?
  private var opening: (at: Instant, facts: Opening)?
  private var last: Instant?
  private var identities: Set<String> = []

  private(set) var drafts: [Draft] = []
  private(set) var duplicates = 0
  private(set) var alreadyKnown = 0

  private struct Moment: Hashable {
    var occurred: Instant
    var fact: Fact
    init(_ occurred: Instant, _ fact: Fact) {
      self.occurred = occurred
      self.fact = fact.withoutEdition
    }
  }

  /// - Parameter history: the log of the escalation; nil where there is none yet.
  init(origin: String, policy: Policy, options: ImportOptions, history: History?) {
    self.origin = origin
    self.policy = policy
    self.options = options
    known = history?.effective.filter { $0.source == .imported && !$0.fact.isOpening } ?? []
    unmatched = Dictionary(known.map { (Moment($0.occurred, $0.fact), 1) }, uniquingKeysWith: +)
    if let event = history?.events.first(where: \.fact.isOpening), case .opened(let facts) = event.fact {
      opening = (event.occurred, facts)
      state = SourceState(facts)
    }
  }

  /// Takes the next row, or says why it does not fit the log.
  mutating func take(_ row: ImportRow) -> RowProblem? {
    if let identity = row.identity, !identities.insert(identity).inserted {
      duplicates += 1
      return nil
    }
    if let opening {
      if let problem = gradeProblem(row, opening.facts.playbook) { return problem }
      let first = row.times.map { times in RecordTimeline(row: row, times: times).facts.first?.at } ?? row.at
      if let first, first < opening.at { return .beforeOpening(id: row.id) }
    }
    if let times = row.times { takeRecord(row, times) } else if let at = row.at { takeUpdate(row, at: at) }
    return nil
  }

  // MARK: - A row is one update

  private mutating func takeUpdate(_ row: ImportRow, at: Instant) {
    // An update dated before the stated opening shows that it was open by then.
    var state = self.state ?? open(row, at: min(row.opened ?? at, at), owner: nil)
    while position < known.count, known[position].occurred < at {
      if last.map({ known[position].occurred > $0 }) ?? true { state.apply(known[position].fact) }
      position += 1
    }
    for fact in RowDiff(before: state, row: row, edition: policy.edition).facts {
      state.apply(fact)
      add(at, fact, by: row)
    }
    self.state = state
    last = at
  }

  // MARK: - A row is one escalation

  private mutating func takeRecord(_ row: ImportRow, _ times: RecordTimes) {
    let timeline = RecordTimeline(row: row, times: times)
    var state = self.state ?? open(row, at: row.opened ?? options.now, owner: row.owner ?? nil)
    let first = drafts.count
    for (at, fact) in timeline.facts { add(at, fact, by: row) }
    let all = known.map { ($0.occurred, $0.fact) } + drafts[first...].map { ($0.occurred, $0.fact) }
    let ordered = all.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    for (_, event) in ordered { state.apply(event.1) }
    // What the row shows and tells no time of happened when the row last changed, and after what it changes.
    var at = row.at ?? options.now
    if let latest = ordered.last?.element.0 { at = max(at, latest) }
    if let opening { at = max(at, opening.at) }
    var final = row
    final.status = timeline.status
    let diff = RowDiff(before: state, row: final, edition: policy.edition, statusResponds: row.status != nil)
    for fact in diff.facts { draft(at, fact, by: row) }
  }

  // MARK: - Events

  private mutating func open(_ row: ImportRow, at: Instant, owner: String?) -> SourceState {
    var facts = Opening(
      title: row.title, account: row.account.over(nil), playbook: row.playbook, edition: policy.edition,
      severity: row.severity, level: row.level, stage: row.stage, owner: owner,
      contacts: [row.contact ?? nil].compactMap(\.self), neededBy: row.neededBy ?? nil, details: row.details ?? nil,
      tags: row.tags ?? [], detection: row.detection, origin: origin)
    if facts.severity == nil, facts.level == nil, facts.stage == nil, let playbook = playbook(row.playbook) {
      facts.level = playbook.levels.first?.id
      if facts.level == nil { facts.stage = playbook.stages.first?.id }
    }
    opening = (at, facts)
    draft(at, .opened(facts), by: row)
    return SourceState(facts)
  }

  private mutating func add(_ at: Instant, _ fact: Fact, by row: ImportRow) {
    if !unmatched.isEmpty {
      let moment = Moment(at, fact)
      if let count = unmatched[moment], count > 0 {
        unmatched[moment] = count - 1
        alreadyKnown += 1
        return
      }
    }
    draft(at, fact, by: row)
  }

  private mutating func draft(_ at: Instant, _ fact: Fact, by row: ImportRow) {
    drafts.append(Draft(occurred: at, actor: row.actor ?? options.actor, source: .imported, fact: fact))
  }

  private func playbook(_ id: String) -> Playbook? { policy.playbooks[id]?.value }

  /// An escalation keeps the playbook it opened with, and the row's severity must be one of that.
  private func gradeProblem(_ row: ImportRow, _ id: String) -> RowProblem? {
    guard id != row.playbook, let playbook = playbook(id) else { return nil }
    for (field, value, scale) in [
      (ImportField.severity, row.severity, playbook.severities), (.level, row.level, playbook.levels),
      (.stage, row.stage, playbook.stages),
    ] {
      if let value, !scale.contains(where: { $0.id == value }) {
        return .unknownGrade(value, field, playbook: id, known: scale.map(\.id))
      }
    }
    return nil
  }
}

extension Fact {
  var isOpening: Bool { if case .opened = self { true } else { false } }

  /// The same under any policy: an import under a newer one is still the same import.
  var withoutEdition: Fact {
    switch self {
    case .opened(var opening):
      opening.edition = 0
      return .opened(opening)
    case .reopened: return .reopened(edition: 0)
    default: return self
    }
  }
}
