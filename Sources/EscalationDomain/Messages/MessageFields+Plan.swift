extension MessageFields.Field {
  /// What the corrective action plan says. The team wrote it for itself, so the customer reads it only where somebody
  /// says so.
  static let plan: [Self] = [
    Self("ahead", isInternal: true) { source, zone in .list(milestones(source, zone, openOnly: true)) },
    Self("outcome", isInternal: true) { source, _ in source.record.work.plan.outcome.map { .text($0) } },
    Self("metric", isInternal: true) { source, _ in source.record.work.plan.metric?.name.map { .text($0) } },
    Self("baseline", isInternal: true) { source, _ in source.record.work.plan.metric?.baseline.map { .text($0) } },
    Self("goal", isInternal: true) { source, _ in source.record.work.plan.metric?.target.map { .text($0) } },
    Self("now", isInternal: true) { source, _ in source.record.work.plan.metric?.now.map { .text($0) } },
    Self("exit_criteria", isInternal: true) { source, _ in .list(source.record.work.plan.exitCriteria) },
    Self("verified_by", isInternal: true) { source, _ in source.record.work.plan.verifier.map { .text($0) } },
    Self("effectiveness_review", isInternal: true) { source, zone in
      source.record.work.plan.looks[.review].map { .text($0.words(in: zone)) }
    },
    Self("customer_sign_off", isInternal: true) { source, zone in
      source.record.work.plan.signedOff.map { .text("\($0.value), \($0.stamp.at.words(in: zone))") }
    },
  ]

  /// `Ship the fix (ann, by Tue 2026-03-03 09:00 UTC, late)`: in the plan's order, what was dropped left out.
  static func milestones(
    _ source: MessageFields.Source, _ zone: Zone, openOnly: Bool = false
  ) -> [String] {
    source.record.work.plan.milestones.compactMap { state in
      let milestone = state.milestone
      let now = source.record.asOf
      switch state.condition {
      case .dropped: return nil
      case .done(let stamp, _): return openOnly ? nil : "\(milestone.title) (done \(stamp.at.words(in: zone)))"
      case .open, .started:
        let rest = [
          milestone.owner, milestone.due.map { "by \($0.words(in: zone))" }, state.isLate(at: now) ? "late" : nil,
        ].compactMap { $0 }
        return milestone.title + (rest.isEmpty ? "" : " (\(rest.joined(separator: ", ")))")
      }
    }
  }
}
