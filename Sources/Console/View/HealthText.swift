import EscalationDomain
import Screen

/// An account's scores for one record, as lines: where they stand, a row of cells of the last dates, what they need.
struct HealthText {
  /// Dates that the row of cells goes back.
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
    lines += row(width: width)
    lines.append([
      Span(Fit.padded("Streak", to: 14), .label),
      Span("\(standing.reading.streak) of \(standing.needed) days above \(standing.reading.policy.red)"),
    ])
    lines.append([
      Span(Fit.padded("Improved", to: 14), .label),
      Span(
        standing.reading.isImproved
          ? "yes, \(standing.improvementNeeded) or more" : "not yet, from \(standing.improvementNeeded) on"),
    ])
    if let trigger = standing.reading.trigger {
      let words = "\(trigger.score.composite) on \(trigger.score.date), \(trigger.trend.rawValue)"
      lines += wrapped([Span(Fit.padded("Trigger", to: 14), .label)], words, .text, width: width)
    }
    for dimension in standing.latest?.dimensions ?? [] {
      let weakest = standing.latest?.weakest?.name == dimension.name ? "  weakest" : ""
      let lead = [Span(Fit.padded(dimension.name, to: 13) + " ", .label)]
      lines += wrapped(lead, "\(dimension.score)\(weakest)", .text, width: width)
    }
    if let missing {
      lines += wrapped([Span(Fit.padded("No score", to: 14), .label)], missing, Style(.muted), width: width)
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

  /// The cells of the last dates, what happened below them, and what the marks mean.
  private func row(width: Int) -> [Line] {
    let today = standing.today
    let line = Sparkline(
      standing.reading.scores, over: today.adding(days: 1 - HealthText.dates)...today,
      width: max(1, min(HealthText.dates, width - 4)),
      policy: standing.reading.policy, marks: record.escalation.healthMarks(record.history, zone: zone))
    var scores: Line = []
    for bucket in line.buckets {
      let role: Role = bucket.score == nil ? .muted : bucket.isRed ? .error : .accent
      let cell = String(line.level(bucket, look))
      if scores.last?.style == Style(role) {
        scores[scores.count - 1].text += cell
      } else {
        scores.append(Span(cell, role))
      }
    }
    if let latest = standing.latest { scores.append(Span(" \(latest.composite)", .label)) }
    let legend = "\(HealthText.dates) days to \(today), a dot for none · \(line.legend)"
    return [scores, [Span(line.rows(look).marks, .label)]] + Wrap.lines(legend, width: width).map { [Span($0, .muted)] }
  }

  /// `3 days, the last 2026-03-01`.
  private var missing: String? {
    let missing = standing.missing
    return missing.last.map { "\(missing.count) \(missing.count == 1 ? "day" : "days"), the last \($0)" }
  }
}
