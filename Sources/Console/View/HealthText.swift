import EscalationDomain
import Screen

/// An account's scores for one record, as lines: where they stand, a chart of the last dates, what they need.
struct HealthText {
  /// Dates that the chart goes back.
  static let dates = 60

  let record: Record
  let standing: HealthStanding
  let zone: Zone
  let look: Sparkline.Look

  /// Nil while the playbooks are read, and under a playbook that follows no scores.
  init?(_ record: Record, _ model: Model, ascii: Bool) {
    let escalation = record.escalation
    guard let policy = model.policies?.book.editions[escalation.edition],
      let playbook = policy.playbooks[escalation.playbook]?.value
    else { return nil }
    zone = policy.zone(of: escalation.account, playbook: escalation.playbook)
    guard let standing = escalation.health(of: playbook, zone: zone, now: model.now) else { return nil }
    self.record = record
    self.standing = standing
    look = ascii ? .ascii : .unicode
  }

  func lines(width: Int) -> [Line] {
    var lines = [now]
    lines += chart(width: width)
    let streak = "\(standing.reading.streak) of \(standing.needed) days above \(standing.reading.policy.red)"
    lines.append(labelled("Streak", to: 14) + [Span(streak)])
    let improved =
      standing.reading.isImproved
      ? "yes, \(standing.improvementNeeded) or more" : "not yet, from \(standing.improvementNeeded) on"
    lines.append(labelled("Improved", to: 14) + [Span(improved)])
    if let trigger = standing.reading.trigger {
      let words = "\(trigger.score.composite) on \(trigger.score.date), \(trigger.trend.rawValue)"
      lines += wrapped(labelled("Trigger", to: 14), words, .text, width: width)
    }
    for dimension in standing.latest?.dimensions ?? [] {
      let weakest = standing.latest?.weakest?.name == dimension.name ? "  weakest" : ""
      let lead = labelled(dimension.name, to: 13) + [Span(" ")]
      lines += wrapped(lead, "\(dimension.score)\(weakest)", .text, width: width)
    }
    if let missing {
      lines += wrapped(labelled("No score", to: 14), missing, Style(.muted), width: width)
    }
    return lines
  }

  /// `41 red, 2026-03-02, declining`.
  private var now: Line {
    guard let latest = standing.latest, let band = standing.band else { return [Span("no score yet", .muted)] }
    let role: Role = band == .red ? .error : band == .yellow ? .warning : .success
    let trend = standing.trend.map { ", \($0.rawValue)" } ?? ""
    return [
      Span("\(latest.composite) \(band.rawValue)", Style(role, .bold)), Span(" on \(latest.date)\(trend)", .muted),
    ]
  }

  /// The last dates above and below the line of the threshold, what happened when, and what it all means.
  private func chart(width: Int) -> [Line] {
    let today = standing.today
    let start = today.adding(days: 1 - HealthText.dates)
    let first = min(today, max(start, standing.reading.scores.first?.date ?? start))
    let chart = Sparkline(
      standing.reading.scores, over: first...today,
      width: max(1, min(HealthText.dates, width - 4)),
      policy: standing.reading.policy, marks: record.escalation.healthMarks(record.history, zone: zone))
    let rows = chart.bands.map { band in
      chart.buckets.reduce(into: [Span("\(chart.label(band)) ", .muted)]) { line, bucket in
        let (cell, style) = (String(chart.cell(bucket, band, look)), Style(role(of: bucket, band)))
        if line.count > 1, line[line.count - 1].style == style {
          line[line.count - 1].text += cell
        } else {
          line.append(Span(cell, style))
        }
      }
    }
    let legend = chart.legend.joined(separator: " · ")
    return rows + wrapped([Span("    ")], legend, Style(.muted), width: width)
  }

  private func role(of bucket: Sparkline.Bucket, _ band: Sparkline.Band) -> Role {
    switch band {
    case .above: .barFilled
    case .threshold: .muted
    case .below: bucket.score == nil ? .muted : bucket.isRed ? .barLate : .barFilled
    case .marks: .title
    }
  }

  /// `3 days, the last 2026-03-01`.
  private var missing: String? {
    let missing = standing.missing
    return missing.last.map { "\(missing.count) \(missing.count == 1 ? "day" : "days"), the last \($0)" }
  }
}
