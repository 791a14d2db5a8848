extension MessageFields.Field {
  /// When what happened, and what is promised.
  static let course: [Self] = [
    Self("opened") { source, zone in .text(source.record.opened.words(in: zone)) },
    Self("identified_on") { source, zone in
      .text((source.risk?.identifiedOn ?? zone.local(source.record.opened).date).description)
    },
    Self("identified_by", isInternal: true) { source, _ in
      (source.risk?.identifiedBy ?? source.history.events.first(where: \.isAct)?.actor).map { .text($0) }
    },
    Self("acknowledged") { source, zone in source.record.acknowledged.map { .text($0.words(in: zone)) } },
    Self("resolved") { source, zone in
      switch source.record.condition {
      case .resolved(let at), .closed(_, let at): .text(at.words(in: zone))
      case .open, .paused, .cancelled: nil
      }
    },
    Self("needed_by") { source, zone in source.record.neededBy.map { .text($0.words(in: zone)) } },
    Self("next_update") { source, zone in source.next.map { .text($0.words(in: zone)) } },
    Self("root_cause") { source, _ in source.record.resolution?.rootCause.map { .text($0) } },
    Self("fix", "summary", "resolution") { source, _ in source.record.resolution?.summary.map { .text($0) } },
    Self("prevention") { source, _ in source.record.resolution.map { .list($0.prevention) } },
    Self("timeline", isInternal: true) { source, zone in
      .list(source.latest(latestEntries).map { "\($0.at.dayAndTime(in: zone)) \($0.sentence(zone: zone))" })
    },
  ]

  /// So much of the timeline a message can bear.
  private static let latestEntries = 8

  /// What is held to be the cause, what is done about it, who has been told.
  static let work: [Self] = [
    Self("cause", isInternal: true) { source, _ in
      (source.record.resolution?.rootCause ?? hypothesis(source)?.cause ?? source.risk?.cause).map { .text($0) }
    },
    Self("hypothesis", isInternal: true) { source, _ in hypothesis(source).map { .text($0.cause) } },
    Self("intervention", isInternal: true) { source, _ in hypothesis(source)?.intervention.map { .text($0) } },
    Self("success", isInternal: true) { source, _ in hypothesis(source)?.success.map { .text($0) } },
    Self("competitor", isInternal: true) { source, _ in hypothesis(source)?.competitor.map { .text($0) } },
    Self("next_step", isInternal: true) { source, zone in
      let planned = source.record.work.plan.next?.milestone
      return openTasks(source).first.map { .text(line($0, zone)) }
        ?? planned.map { .text(line($0.title, $0.owner, $0.due, zone)) }
    },
    Self("tasks", isInternal: true) { source, zone in .list(openTasks(source).map { line($0, zone) }) },
    // Tasks stand for milestones where the plan has none.
    Self("milestones", isInternal: true) { source, zone in
      let planned = milestones(source, zone)
      return .list(planned.isEmpty ? openTasks(source).map { line($0, zone) } : planned)
    },
    Self("tried", "done", isInternal: true) { source, _ in .list(done(source)) },
    Self("notified", isInternal: true) { source, _ in
      var seen: Set<String> = []
      return .list(source.record.work.notices.flatMap(\.value.who).filter { seen.insert($0.lowercased()).inserted })
    },
  ]

  private static func hypothesis(_ source: MessageFields.Source) -> HypothesisStatement? {
    source.record.work.hypotheses.last?.value
  }

  /// What is due first stands first; what has no time stands last, in the order it was added.
  private static func openTasks(_ source: MessageFields.Source) -> [ActionItem] {
    source.record.work.tasks.filter(\.isOpen).map(\.task).enumerated()
      .sorted { ($0.element.due ?? .max, $0.offset) < ($1.element.due ?? .max, $1.offset) }.map(\.element)
  }

  /// `Call the sponsor (ann, by Tue 2026-03-03 09:00 UTC)`.
  private static func line(_ task: ActionItem, _ zone: Zone) -> String {
    line(task.title, task.owner, task.due, zone)
  }

  private static func line(_ title: String, _ owner: String?, _ due: Instant?, _ zone: Zone) -> String {
    let rest = [owner, due.map { "by \($0.words(in: zone))" }].compactMap { $0 }
    return title + (rest.isEmpty ? "" : " (\(rest.joined(separator: ", ")))")
  }

  /// Steps of the playbook that were done, then finished tasks with what came of them.
  private static func done(_ source: MessageFields.Source) -> [String] {
    let steps = source.playbook.process.filter { source.record.work.steps[$0.id] != nil }.map(\.label)
    let tasks = source.record.work.tasks.compactMap { state -> String? in
      guard case .done(_, let note) = state.condition else { return nil }
      return state.task.title + (note.map { ": \($0)" } ?? "")
    }
    return steps + tasks
  }
}
