import EscalationDomain

/// Reads the values of rows as a profile says, and checks them against the policy.
struct RowInterpreter {
  let profile: ImportProfile
  let policy: Policy
  let options: ImportOptions
  let file: String
  /// What to call each value, by its place in a row.
  let columns: [RowError.Column]
  private let plans: [ImportField: Plan]
  private let identity: [Int]
  /// Which values the file has a column for.
  private let present: [Bool]

  private enum Plan {
    case slot(Int)
    case template(RowTemplate, [Int])
  }

  init(
    profile: ImportProfile, policy: Policy, options: ImportOptions, file: String, columns: [RowError.Column]
  ) {
    self.profile = profile
    self.policy = policy
    self.options = options
    self.file = file
    self.columns = columns
    let names = profile.sources.map(\.name)
    let slots = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    plans = profile.fields.mapValues { source in
      switch source {
      case .column(let name): .slot(slots[name] ?? 0)
      case .template(let template): .template(template, template.parts.map { slots[$0.column] ?? 0 })
      }
    }
    identity = profile.sameUpdate.compactMap { slots[$0] }
    present = columns.map { profile.format == .jsonl || $0.number != nil }
  }

  func row(_ source: SourceRow) throws(RowError) -> ImportRow {
    let row = RowValues(interpreter: self, source: source)
    let id = try row.required(.id)
    if id.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw row.failure(.controlCharacter(.id), .id)
    }
    let (playbookID, playbook) = try self.playbook(row)
    var result = ImportRow(
      id: profile.idPrefix + id, at: try row.time(profile.layout == .updates ? .at : .updated),
      order: try row.integer(.order) ?? 0, actor: try row.text(.actor),
      identity: identity.isEmpty ? nil : identity.map { source.values[$0] }.joined(separator: "\u{1F}"),
      title: try row.required(.title), details: try row.mapped(.details) { r throws(RowError) in try r.text(.details) },
      tags: try row.tags(), account: try account(row), contact: try contact(row), playbook: playbookID,
      severity: try severity(row, playbook), level: try grade(.level, row, playbook.levels, playbook),
      stage: try grade(.stage, row, playbook.stages, playbook),
      owner: try row.mapped(.owner) { r throws(RowError) in try r.text(.owner) },
      neededBy: try row.mapped(.neededBy) { r throws(RowError) in try r.time(.neededBy, secondOfDay: 86_399) },
      detection: try row.oneOf(.detection, Detection.self), opened: try row.time(.opened),
      status: nil, statusText: try row.text(.status), note: try row.text(.note),
      resolution: Resolution(summary: try row.text(.resolution), rootCause: try row.text(.rootCause)),
      closing: Closing(outcome: try row.oneOf(.outcome, Closing.Outcome.self), csat: try csat(row)), times: nil)
    result.status = try status(result.statusText, row)
    try checkGrade(result, playbook, row)
    switch profile.layout {
    case .updates: if result.at == nil { throw row.failure(.required(.at), .at) }
    case .records: result.times = try times(result, row)
    }
    return result
  }

  private func playbook(_ row: RowValues) throws(RowError) -> (String, Playbook) {
    let named = options.playbook == nil ? try row.text(.playbook) : nil
    guard let id = options.playbook ?? named ?? profile.playbook else {
      throw row.failure(.required(.playbook), .playbook)
    }
    guard let playbook = policy.playbooks[id]?.value else {
      throw row.failure(.unknownPlaybook(id, known: policy.playbooks.keys.sorted()), .playbook)
    }
    return (id, playbook)
  }

  private func account(_ row: RowValues) throws(RowError) -> AccountColumns {
    let calendar = try row.mapped(.calendar) { r throws(RowError) in try r.text(.calendar) }
    if let calendar, let calendar, policy.calendars[calendar] == nil {
      throw row.failure(.unknownCalendar(calendar, known: policy.calendars.keys.sorted()), .calendar)
    }
    return AccountColumns(
      name: try row.required(.account),
      segment: try row.mapped(.segment) { r throws(RowError) in try r.text(.segment) },
      arr: try row.mapped(.arr) { r throws(RowError) in try r.money() },
      renewal: try row.mapped(.renewal) { r throws(RowError) in try r.date(.renewal) },
      qbr: try row.mapped(.qbr) { r throws(RowError) in try r.date(.qbr) }, calendar: calendar)
  }

  private func contact(_ row: RowValues) throws(RowError) -> Contact?? {
    try row.mapped(.contact) { r throws(RowError) in
      guard let name = try r.text(.contact) else { return nil }
      return Contact(
        name: name, role: try r.text(.contactRole), email: try r.text(.contactEmail), phone: try r.text(.contactPhone))
    }
  }

  private func severity(_ row: RowValues, _ playbook: Playbook) throws(RowError) -> String? {
    guard let text = try row.text(.severity) else { return nil }
    var id = text
    if let map = profile.severities {
      guard let mapped = map.values[text] ?? map.otherwise else {
        throw row.failure(.notInMap(text, .severity, known: map.values.keys.sorted()), .severity)
      }
      id = mapped
    }
    if playbook.severity(id) != nil { return id }
    guard let known = playbook.severityID(matching: id) else {
      throw row.failure(
        .unknownGrade(id, .severity, playbook: playbook.id, known: playbook.severities.map(\.id)), .severity)
    }
    return known
  }

  private func grade(
    _ field: ImportField, _ row: RowValues, _ scale: [Grade], _ playbook: Playbook
  ) throws(RowError) -> String? {
    guard let text = try row.text(field) else { return nil }
    let lower = text.lowercased()
    guard let grade = scale.first(where: { $0.id.lowercased() == lower || $0.name.lowercased() == lower }) else {
      throw row.failure(.unknownGrade(text, field, playbook: playbook.id, known: scale.map(\.id)), field)
    }
    return grade.id
  }

  /// A scale of levels or stages starts at its first step; severities need to be told.
  private func checkGrade(_ result: ImportRow, _ playbook: Playbook, _ row: RowValues) throws(RowError) {
    guard result.severity == nil, result.level == nil, result.stage == nil, playbook.levels.isEmpty,
      playbook.stages.isEmpty
    else { return }
    throw row.failure(.gradeRequired(playbook: playbook.id, known: playbook.severities.map(\.id)), .severity)
  }

  private func status(_ text: String?, _ row: RowValues) throws(RowError) -> ImportProfile.Status? {
    guard let text, let map = profile.statuses else { return nil }
    guard let status = map.values[text] ?? map.otherwise else {
      throw row.failure(.notInMap(text, .status, known: map.values.keys.sorted()), .status)
    }
    return status
  }

  private func csat(_ row: RowValues) throws(RowError) -> Int? {
    guard let text = try row.text(.csat) else { return nil }
    guard let value = Int(text), (1...10).contains(value) else {
      throw row.failure(.outOfRange(text, low: 1, high: 10), .csat)
    }
    return value
  }

  private func times(_ result: ImportRow, _ row: RowValues) throws(RowError) -> RecordTimes {
    guard let opened = result.opened else { throw row.failure(.required(.opened), .opened) }
    let times = RecordTimes(
      acknowledged: try row.time(.acknowledged), paused: try row.time(.paused),
      pauseReason: try row.text(.pauseReason), pauseUntil: try row.time(.pauseUntil), resumed: try row.time(.resumed),
      resolved: try row.time(.resolved), closed: try row.time(.closed), cancelled: try row.time(.cancelled),
      lastUpdate: try row.time(.lastUpdate), lastUpdateText: try row.text(.lastUpdateText),
      nextUpdate: try row.time(.nextUpdate))
    if let problem = RecordTimeline(row: result, times: times).fault(opened: opened) {
      var field: ImportField?
      if case .outOfOrder(let later, _) = problem { field = later }
      if case .needs(let given, _) = problem { field = given }
      throw row.failure(problem, field)
    }
    return times
  }

  // MARK: - Values

  /// The field's text without limits or defaults; empty where it has none or no column.
  func raw(_ field: ImportField, _ values: [String]) -> String {
    func value(_ slot: Int) -> String { profile.empty.contains(values[slot]) ? "" : values[slot] }
    switch plans[field] {
    case .slot(let slot): return value(slot)
    case .template(let template, let slots): return template.fill(slots.map(value))
    case nil: return ""
    }
  }

  /// Whether rows of this file say anything of a field.
  func isPresent(_ field: ImportField) -> Bool {
    if profile.defaults[field] != nil { return true }
    switch plans[field] {
    case .slot(let slot): return present[slot]
    case .template(_, let slots): return slots.contains { present[$0] }
    case nil: return false
    }
  }

  func column(_ field: ImportField) -> RowError.Column {
    if case .slot(let slot) = plans[field] { return columns[slot] }
    return RowError.Column(name: field.rawValue)
  }
}
