extension MessageFields.Field {
  /// The names under which the details are told as such.
  static let details = ["details", "description", "situation"]

  /// What it is and where it stands.
  static let record: [Self] = [
    Self("id", "ticket") { source, _ in .text(source.record.id.text) },
    Self("title", "issue", "problem") { source, _ in .text(source.record.title) },
    Self(details, isInternal: true) { source, _ in source.record.details.map { .text($0) } },
    Self("impact", isInternal: true) { source, _ in
      (source.risk?.impact?.nonEmpty ?? source.record.details).map { .text($0) }
    },
    Self("playbook", isInternal: true) { source, _ in .text(source.playbook.name) },
    Self("severity") { source, _ in grade(source.playbook.severity(source.record.severity)) },
    Self("level") { source, _ in grade(source.playbook.level(source.record.level)) },
    Self("stage", isInternal: true) { source, _ in grade(source.playbook.stage(source.record.stage)) },
    Self("status") { source, _ in .text(source.record.status.rawValue) },
    Self("signal", isInternal: true) { source, _ in
      source.record.signal.map { id in .text(source.playbook.signals.first { $0.id == id }?.label ?? id) }
    },
    Self("risk_entry", isInternal: true) { source, _ in source.record.risk.map { .text($0) } },
    Self("owner", "point_of_contact") { source, _ in source.record.owner.map { .text($0) } },
    Self("sender") { source, _ in .text(source.actor) },
    Self("contact") { source, _ in (source.to.first ?? source.record.contacts.first?.name).map { .text($0) } },
    Self("contacts") { source, _ in
      .list(source.record.contacts.map { $0.name + ($0.role.map { " (\($0))" } ?? "") })
    },
  ]

  /// The customer's figures.
  static let account: [Self] = [
    Self("account", "customer") { source, _ in .text(source.record.account.name) },
    Self("segment", isInternal: true) { source, _ in source.record.account.segment.map { .text($0) } },
    Self("arr", "acv", isInternal: true) { source, _ in source.record.account.arr.map { .text($0.description) } },
    Self("arr_exposed", isInternal: true) { source, _ in
      (source.risk?.arrExposed ?? source.record.account.arr).map { .text($0.description) }
    },
    Self("renewal", isInternal: true) { source, _ in source.record.account.renewal.map { .text($0.description) } },
    Self("qbr", isInternal: true) { source, _ in source.record.account.qbr.map { .text($0.description) } },
    Self("health", isInternal: true) { source, _ in latest(source).map { .text("\($0.composite) of 100") } },
    Self("dimensions", isInternal: true) { source, _ in
      latest(source).map { .list($0.dimensions.map { "\($0.name) \($0.score)" }) }
    },
    Self("weakest", isInternal: true) { source, _ in latest(source)?.weakest.map { .text($0.name) } },
    Self("trigger_score", isInternal: true) { source, _ in
      source.record.work.trigger.map { .text("\($0.score.composite) of 100") }
    },
    Self("trend", isInternal: true) { source, _ in source.record.work.trigger.map { .text($0.trend.rawValue) } },
  ]

  private static func latest(_ source: MessageFields.Source) -> HealthScore? {
    HealthReading(source.record.work, policy: source.playbook.health).latest
  }

  /// `S1 High`; once where id and name are the same word.
  private static func grade(_ grade: Grade?) -> MessageFields.Value? {
    guard let grade else { return nil }
    return .text(grade.id.lowercased() == grade.name.lowercased() ? grade.name : "\(grade.id) \(grade.name)")
  }
}
