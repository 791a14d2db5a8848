import EscalationDomain
import YAMLReading

extension PlaybookReader {
  mutating func grade(_ value: YAMLValue, _ scale: Scale) -> Grade? {
    guard let entry = mapping(value, .grade),
      let id = field(entry, "id", required: true, { value throws(PolicyFileError) in try value.string() })
    else { return nil }
    return Grade(
      id: id, name: text(entry, "name") ?? id, band: integer(entry, "band", required: true) ?? 4,
      meaning: text(entry, "meaning") ?? "", examples: texts(entry, "examples"), who: texts(entry, "who"))
  }

  mutating func clock(_ value: YAMLValue) -> ClockRule? {
    guard let entry = mapping(value, .clock) else { return nil }
    let id = requiredText(entry, "id")
    let label = requiredText(entry, "label")
    let starts = entry.optional("starts") == nil ? [.opened] : triggers(entry, "starts")
    let stops = triggers(entry, "stops")
    let rule = ClockRule(
      id: id, label: label, starts: starts, stops: stops, target: .all(.sameDay), calendar: text(entry, "calendar"),
      repeats: boolean(entry, "repeats"), pausable: boolean(entry, "pausable"), elapses: boolean(entry, "elapses"),
      advances: boolean(entry, "advances"), onResolve: choice(entry, "on_resolve", ClockRule.OnResolve.self) ?? .keep,
      severityChange: choice(entry, "on_severity_change", SeverityChange.self))
    guard let given = self.value(entry, "target", required: true), let target = targets(given) else { return nil }
    var complete = rule
    complete.target = target
    return complete
  }

  /// One target for all, or one for each grade of a scale; `none` leaves a grade out.
  private mutating func targets(_ value: YAMLValue) -> TargetTable? {
    if value.kind != .mapping {
      return attempt { () throws(PolicyFileError) in .all(try Self.target(value)) }
    }
    let table = table(value) { value throws(PolicyFileError) in
      try value.string() == "none" ? nil : try Self.target(value)
    }
    return table.map { .by($0.scale, $0.table) }
  }

  /// One trigger, or a list of them.
  private mutating func triggers(_ parent: YAMLMapping, _ key: String) -> [Trigger] {
    guard let value = parent.optional(key) else { return [] }
    guard value.kind == .sequence else {
      return attempt { () throws(PolicyFileError) in [try Self.trigger(value)] } ?? []
    }
    return list(parent, key) { reader, item in
      reader.attempt { () throws(PolicyFileError) in try Self.trigger(item) }
    }
  }

  private static func trigger(_ value: YAMLValue) throws(PolicyFileError) -> Trigger {
    try value.value(PlaybookWording.triggers) { Trigger(parsing: $0) }
  }

  mutating func target(_ parent: YAMLMapping, _ key: String) -> Target? {
    field(parent, key) { value throws(PolicyFileError) in try Self.target(value) }
  }

  static func target(_ value: YAMLValue) throws(PolicyFileError) -> Target {
    let text = try value.string()
    do {
      return try Target(parsing: text)
    } catch {
      throw value.failure(PlaybookWording.problem(error, in: text))
    }
  }

  mutating func warnings(_ value: YAMLValue) -> WarningPlan {
    var plan = WarningPlan.standard
    guard let entry = mapping(value, .warnings) else { return plan }
    if entry.optional("percent") != nil {
      plan.percent = list(entry, "percent") { reader, item in
        reader.attempt { () throws(PolicyFileError) in try item.integer() }
      }
    }
    let before = field(entry, "before") { value throws(PolicyFileError) in
      try value.value("elapsed time like 15m") { text -> Int64? in
        guard case .elapsed(let seconds)? = try? Target(parsing: text) else { return nil }
        return seconds
      }
    }
    plan.before = before ?? plan.before
    return plan
  }
}
