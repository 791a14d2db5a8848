import EscalationDomain
import Interchange
import PolicyFiles

/// Playbooks, calendars and what is wrong with their files, as JSON.
enum PolicyJSON {
  static func calendar(_ calendar: BusinessCalendar) -> JSONValue {
    .object([
      "id": .text(calendar.id), "name": .text(calendar.name), "time_zone": .text(calendar.zone.id),
      "hours": .object(
        Weekday.allCases.map { day in
          JSONValue.Member(name: day.name, value: intervals(calendar.hours[day] ?? []))
        }),
      "holidays": .list(
        calendar.holidays.map { holiday in
          .object([
            "date": .maybe(holiday.date), "name": .text(holiday.name), "hours": intervals(holiday.hours ?? []),
          ])
        }),
    ])
  }

  static func playbook(_ playbook: Playbook, version: Int) -> JSONValue {
    .object([
      "id": .text(playbook.id), "name": .text(playbook.name), "version": .int(Int64(version)),
      "purpose": .text(playbook.purpose), "severities": grades(playbook.severities), "levels": grades(playbook.levels),
      "stages": grades(playbook.stages), "clocks": .list(playbook.clocks.map(clock)),
      "steps": .list(
        playbook.process.map { step in
          .object([
            "id": .text(step.id), "label": .text(step.label), "group": .maybe(step.group),
            "accountable": .maybe(step.accountable),
          ])
        }),
      "checklists": .list(playbook.checklists.map(checklist)), "notes": .texts(playbook.notes),
    ])
  }

  private static func checklist(_ list: Checklist) -> JSONValue {
    .object([
      "id": .text(list.id), "label": .text(list.label), "when": .text(list.when.rawValue), "days": .texts(list.days),
      "step": .maybe(list.step),
      "items": .list(
        list.items.map { item in
          .object([
            "id": .text(item.id), "label": .text(item.label), "applies": applies(item.applies),
            "done_by": .maybe(item.doneBy?.description),
          ])
        }),
    ])
  }

  /// The need of all, or by grade.
  private static func applies(_ applies: Applies) -> JSONValue {
    switch applies {
    case .always(let need): .text(need.rawValue)
    case .by(_, let table):
      .object(table.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .text($0.value.rawValue)) })
    }
  }

  /// What a check of a file came to; no problems means that it is in order.
  static func validation(file: String, problems: [PolicyFileError]) -> JSONValue {
    .object([
      "file": .text(file), "ok": .bool(problems.isEmpty),
      "problems": .list(
        problems.map { problem in
          .object([
            "line": .maybe(problem.line.map(Int64.init)), "column": .maybe(problem.column.map(Int64.init)),
            "key": problem.path.isEmpty ? .null : .text(problem.key), "problem": .text("\(problem.problem)"),
          ])
        }),
    ])
  }

  private static func intervals(_ intervals: [DayInterval]) -> JSONValue { .texts(intervals.map { "\($0)" }) }

  private static func grades(_ grades: [Grade]) -> JSONValue {
    .list(
      grades.map { grade in
        .object([
          "id": .text(grade.id), "name": .text(grade.name), "band": .int(Int64(grade.band)),
          "meaning": .text(grade.meaning),
        ])
      })
  }

  /// A target that is the same for all grades stands under `*`.
  private static func clock(_ rule: ClockRule) -> JSONValue {
    let targets: [JSONValue.Member] =
      switch rule.target {
      case .all(let target): [JSONValue.Member(name: "*", value: .text(target.description))]
      case .by(_, let table):
        table.sorted { $0.key < $1.key }.map { JSONValue.Member(name: $0.key, value: .text($0.value.description)) }
      }
    return .object([
      "rule": .text(rule.id), "label": .text(rule.label), "targets": .object(targets), "repeats": .bool(rule.repeats),
      "pausable": .bool(rule.pausable),
    ])
  }
}

extension PolicyJSON {
  /// Two playbooks side by side; `verdict` is `same`, `differ`, `contradict`, `only-first` or `only-second`.
  static func comparison(_ comparison: PlaybookComparison) -> JSONValue {
    .object([
      "first": .text(comparison.first), "second": .text(comparison.second),
      "grades": .list(
        comparison.grades.map { pair in
          .object([
            "band": .int(Int64(pair.band)), "first": .maybe(pair.first?.id), "second": .maybe(pair.second?.id),
          ])
        }),
      "rows": .list(
        comparison.rows.map { row in
          .object([
            "topic": .text(row.topic.rawValue), "subject": .text(row.subject),
            "band": .maybe(row.band.map(Int64.init)), "first": .maybe(row.first), "second": .maybe(row.second),
            "verdict": .text(row.verdict.rawValue),
          ])
        }),
    ])
  }
}
