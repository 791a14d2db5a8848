import EscalationDomain
import Foundation
import Screen

/// Where an account's health stands, in lines for a person at a shell.
struct HealthText {
  let standing: HealthStanding
  let marks: [(LocalDate, Sparkline.Mark)]
  /// The most cells of the sparkline.
  static let width = 60

  /// Each with its name before it.
  var facts: [(String, String)] {
    guard let latest = standing.latest, let band = standing.band else { return [("  score", "no score yet")] }
    let reading = standing.reading
    var facts = [("  score", "\(latest.composite) \(band.rawValue) on \(latest.date), \(trendText)")]
    if !latest.dimensions.isEmpty {
      facts.append(("  dimensions", latest.dimensions.map { "\($0.name) \($0.score)" }.joined(separator: " · ")))
    }
    if let trigger = reading.trigger {
      let needed = reading.isImproved ? "improved" : "improved from \(standing.improvementNeeded) on"
      facts.append(
        ("  trigger", "\(trigger.score.composite) on \(trigger.score.date), \(trigger.trend.rawValue); \(needed)"))
    }
    facts.append(("  streak", "\(reading.streak) of \(standing.needed) days above \(reading.policy.red)"))
    if reading.redStreak > 0 { facts.append(("  red", Output.count(reading.redStreak, "scored day") + " in a row")) }
    if !standing.missing.isEmpty { facts.append(("  no data", missing)) }
    return facts
  }

  /// The scores above and below the threshold, what happened when, and what it means.
  var sparkline: [String] {
    guard let first = standing.reading.scores.first?.date, first <= standing.today else { return [] }
    let line = Sparkline(
      standing.reading.scores, over: first...standing.today, width: HealthText.width, policy: standing.reading.policy,
      marks: marks)
    return
      (line.chart(.ofLocale)
      + Wrap.lines(line.legend.joined(separator: " · "), width: 76)
      .map { "    \($0)" }).map { "  \($0)" }
  }

  /// - Parameter before: what stands above it in the same columns.
  func print(after before: [(String, String)] = []) {
    Output.table((before + facts).map { [$0.0, $0.1] })
    for line in sparkline { Output.line(Output.visible(line)) }
  }

  private var trendText: String { standing.trend?.rawValue ?? HealthTrigger.Trend.stable.rawValue }

  private var missing: String {
    let days = standing.missing
    let shown = days.suffix(5).map(\.description).joined(separator: ", ")
    return "\(Output.count(days.count, "day")), \(days.count > 5 ? "last " : "")\(shown)"
  }
}

extension Sparkline.Look {
  /// Blocks where the locale is UTF-8, digits elsewhere.
  static var ofLocale: Sparkline.Look {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0]?.nonEmpty }.first ?? ""
    return locale.lowercased().replacing("-", with: "").contains("utf8") ? .unicode : .ascii
  }
}

extension RecordText {
  /// The account's scores, where the playbook follows them.
  func printHealth() {
    guard let playbook = policy.playbooks[record.playbook]?.value else { return }
    let zone = policy.zone(of: record.account, playbook: record.playbook)
    guard let standing = record.health(of: playbook, zone: zone, now: now) else { return }
    section("Health")
    HealthText(standing: standing, marks: record.healthMarks(history, zone: zone)).print()
    if let likely = standing.latest.flatMap(playbook.suggestedHypothesis), record.work.hypotheses.isEmpty {
      Output.table([["  likely cause", "\(likely.label) (\(likely.id)): \(likely.action)"]])
    }
  }
}
