/// Collects the rows of a comparison, topic by topic.
struct ComparisonBuilder {
  typealias Row = PlaybookComparison.Row

  let first: Playbook
  let second: Playbook
  let pairs: [PlaybookComparison.Pair]
  private var rows: [Row] = []

  init(_ first: Playbook, _ second: Playbook) {
    self.first = first
    self.second = second
    func grade(_ playbook: Playbook, _ band: Int) -> Grade? {
      playbook.mainScale.flatMap { playbook.grades(of: $0).first { $0.band == band } }
    }
    pairs = (1...4).compactMap { band in
      let pair = PlaybookComparison.Pair(band: band, first: grade(first, band), second: grade(second, band))
      return pair.first == nil && pair.second == nil ? nil : pair
    }
  }

  mutating func build() -> [Row] {
    scales()
    clocks()
    add(.severityChange, "New targets count", first.severityChange.rawValue, second.severityChange.rawValue)
    gates()
    notify()
    health()
    goals()
    let warnings = [first, second].map { $0.warnings.percent.map { "\($0) %" }.joined(separator: ", ") }
    add(.warning, "Shares of the time", warnings[0], warnings[1])
    let before = [first, second].map { Target.elapsed(seconds: $0.warnings.before).description }
    add(.warning, "Before the deadline", before[0], before[1])
    add(.calendar, "Calendar", first.calendar, second.calendar)
    let order = PlaybookComparison.Topic.allCases
    return order.flatMap { topic in rows.filter { $0.topic == topic } }
  }

  /// A row, unless neither says anything.
  private mutating func add(
    _ topic: PlaybookComparison.Topic, _ subject: String, band: Int? = nil, _ first: String?, _ second: String?
  ) {
    if first == nil, second == nil { return }
    rows.append(Row(topic: topic, subject: subject, band: band, first: first, second: second))
  }

  /// A row for each band that both have, or one for all where every band says the same.
  private mutating func addByBand(
    _ topic: PlaybookComparison.Topic, _ subject: String, _ answers: (PlaybookComparison.Pair) -> (String?, String?)
  ) {
    let both = pairs.filter { $0.first != nil && $0.second != nil }
    let found = both.map { (band: $0.band, answers: answers($0)) }
    if let one = found.first, found.allSatisfy({ $0.answers == one.answers }) {
      return add(topic, subject, one.answers.0, one.answers.1)
    }
    for entry in found { add(topic, subject, band: entry.band, entry.answers.0, entry.answers.1) }
  }

  private mutating func scales() {
    func spelled(_ playbook: Playbook) -> String? {
      playbook.mainScale.map { "\($0.key) " + playbook.grades(of: $0).map(\.id).joined(separator: " ") }
    }
    add(.scale, "Grades", spelled(first), spelled(second))
    for pair in pairs where pair.first == nil || pair.second == nil {
      add(.scale, "Band \(pair.band)", pair.first?.id, pair.second?.id)
    }
  }

  // MARK: Clocks

  private mutating func clocks() {
    let (mine, theirs) = (first.clocksByPurpose, second.clocksByPurpose)
    for (purpose, rule) in mine {
      let other = theirs.first { $0.purpose == purpose }?.rule
      clock(purpose.name ?? rule.label, rule, other)
    }
    for (purpose, rule) in theirs where !mine.contains(where: { $0.purpose == purpose }) {
      clock(purpose.name ?? rule.label, nil, rule)
    }
  }

  private mutating func clock(_ subject: String, _ mine: ClockRule?, _ theirs: ClockRule?) {
    let topic: PlaybookComparison.Topic = mine?.repeats ?? theirs?.repeats ?? false ? .cadence : .target
    guard let mine, let theirs else {
      return add(topic, subject, mine.map { $0.spelled(in: first) }, theirs.map { $0.spelled(in: second) })
    }
    let (a, b) = (first.mainScale, second.mainScale)
    addByBand(topic, subject) { pair in
      (mine.target(at: pair.first, of: a)?.description, theirs.target(at: pair.second, of: b)?.description)
    }
    for (what, a, b) in [
      ("stopped by", mine.stopWords, theirs.stopWords), ("pauses", mine.pauseWord, theirs.pauseWord),
      ("on resolving", mine.onResolve.rawValue, theirs.onResolve.rawValue),
      ("calendar", mine.calendar ?? "the account's", theirs.calendar ?? "the account's"),
    ] { add(.clock, "\(subject): \(what)", a, b) }
    add(
      .severityChange, "\(subject): new targets count", mine.severityChange?.rawValue, theirs.severityChange?.rawValue)
  }

  // MARK: Gates, people, figures

  private mutating func gates() {
    var kinds: [String] = []
    for gate in first.gates + second.gates where !kinds.contains(gate.needs.kind) { kinds.append(gate.needs.kind) }
    for kind in kinds {
      let (mine, theirs) = (first.gate(kind), second.gate(kind))
      guard let mine, let theirs else {
        add(.gate, kind, mine?.needs.description, theirs?.needs.description)
        continue
      }
      let (a, b) = (first.mainScale, second.mainScale)
      addByBand(.gate, kind) { pair in (mine.asks(pair.first, a), theirs.asks(pair.second, b)) }
      add(.authority, "Over \(kind)", mine.authority, theirs.authority)
    }
  }

  private mutating func notify() {
    let (a, b) = (first, second)
    addByBand(.notify, "Who hears") { pair in (a.hears(pair.first), b.hears(pair.second)) }
  }

  private mutating func health() {
    func figures(_ playbook: Playbook) -> [String: String] {
      guard let health = playbook.health else { return [:] }
      var figures = [
        "Red below": "\(health.red)", "Yellow below": "\(health.yellow)",
        "Opens after days": "\(health.opensAfterDays)",
        "Improvement in points": "\(health.improvement)", "Closes after days": "\(health.closesAfterDays)",
        "Contact stale after days": "\(health.staleDays)", "Stale with an open record": "\(health.staleDaysOpen)",
        "Dimensions": health.dimensions.joined(separator: ", "),
      ]
      figures["Last stage at once from"] = health.enterpriseValue?.description
      return figures
    }
    let (mine, theirs) = (figures(first), figures(second))
    for name in Set(mine.keys).union(theirs.keys).sorted() { add(.threshold, name, mine[name], theirs[name]) }
  }

  private mutating func goals() {
    let metrics = first.metrics + second.metrics.filter { metric in !first.metrics.contains { $0.id == metric.id } }
    for metric in metrics {
      func goal(_ playbook: Playbook) -> String? {
        playbook.metrics.first { $0.id == metric.id }.map { $0.goal ?? "watched" }
      }
      add(.goal, metric.label, goal(first), goal(second))
    }
  }
}

extension ClockRule {
  fileprivate func target(at grade: Grade?, of scale: Scale?) -> Target? {
    guard let grade, let scale else { return nil }
    return target.target(scale, grade.id)
  }

  /// Its target, or those of its grades in the playbook's order.
  fileprivate func spelled(in playbook: Playbook) -> String {
    switch target {
    case .all(let target): target.description
    case .by(let scale, let table):
      playbook.grades(of: scale).compactMap { grade in table[grade.id].map { "\(grade.id) \($0)" } }
        .joined(separator: " · ")
    }
  }

  fileprivate var stopWords: String { stops.isEmpty ? "itself" : stops.map(\.description).joined(separator: ", ") }
  fileprivate var pauseWord: String { pausable ? "yes" : "no" }
}

extension Gate {
  fileprivate var authority: String { overriddenBy.isEmpty ? "whoever leads" : overriddenBy.joined(separator: ", ") }

  /// What it asks at a grade: its condition, weakened to "if needed" or absent where the table says so.
  fileprivate func asks(_ grade: Grade?, _ scale: Scale?) -> String? {
    guard let grade, let scale else { return nil }
    let need = applies.need(
      severity: scale == .severity ? grade.id : nil, level: scale == .level ? grade.id : nil,
      stage: scale == .stage ? grade.id : nil)
    switch need {
    case .yes: return needs.description
    case .ifNeeded: return "\(needs) if needed"
    case .no: return nil
    }
  }
}

extension Gate.Condition {
  /// The spelling without its value, save for a step's, which is a matter of its own.
  fileprivate var kind: String {
    switch self {
    case .prevention: "prevention"
    case .healthStreak: "health-streak"
    case .rootCause, .customerConfirmed, .checklistsDecided, .step: description
    }
  }
}

extension Playbook {
  fileprivate func gate(_ kind: String) -> Gate? { gates.first { $0.needs.kind == kind } }

  /// Whom its matrix names at a grade, and through what.
  fileprivate func hears(_ grade: Grade?) -> String? {
    guard let grade, let scale = mainScale else { return nil }
    let lines = notify.filter { $0.scale == scale && $0.grade == grade.id }.map { rule in
      let through = rule.channels.isEmpty ? "" : " by \(rule.channels.joined(separator: ", "))"
      return rule.stakeholders.joined(separator: ", ") + through
    }
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }
}
