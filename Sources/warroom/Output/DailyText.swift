import EscalationDomain

/// The daily checklist and the brief as text to read in a terminal or to paste.
struct DailyText {
  let zone: Zone

  func lines(_ daily: DailyChecklist) -> [String] {
    guard !daily.groups.isEmpty else { return ["nothing is asked of the room today"] }
    let carried = daily.carriedCount == 0 ? "" : ", \(daily.carriedCount) carried over"
    var lines = [
      "Checklist \(daily.asOf.words(in: zone)): \(daily.openCount) open\(carried)"
    ]
    for group in daily.groups {
      lines += ["", head(group.row)]
      lines += group.items.map { "  - \($0.sentence(zone: zone, now: daily.asOf))" }
    }
    return lines
  }

  /// Of each part no more than this goes onto the page, two lines to a fire counted.
  private static let most = 12

  /// - Parameter isWhole: tells everything, however many pages that takes.
  func lines(_ brief: Brief, isWhole: Bool) -> [String] {
    let now = brief.asOf
    func part<Item>(_ items: [Item]) -> ArraySlice<Item> { isWhole ? items[...] : items.prefix(Self.most) }
    func rest<Item>(_ items: [Item]) -> [String] {
      let more = items.count - part(items).count
      return more > 0 ? ["  … and \(more) more; --all tells them"] : []
    }
    var lines = [
      "Brief \(now.words(in: zone)), until \(brief.until.words(in: zone))",
      "\(brief.totals.open) open, \(brief.totals.breached) breached, \(brief.totals.paused) paused",
    ]
    lines += ["", "On fire"]
    if brief.fires.isEmpty { lines.append("  nothing") }
    for fire in part(brief.fires) {
      lines.append("  \(head(fire.row))")
      let told = isWhole ? fire.breached[...] : fire.breached.prefix(1)
      let more = fire.breached.count - told.count
      lines += told.map { "    - \($0.sentence(zone: zone, now: now))" + (more > 0 ? ", and \(more) more" : "") }
    }
    lines += rest(brief.fires)
    lines += ["", "Due by \(brief.until.brief(in: zone, now: now))"]
    if brief.due.isEmpty { lines.append("  nothing") }
    for due in part(brief.due) {
      lines.append(
        "  \(due.row.grade)  \(due.row.id)  \(due.row.account): \(due.reason.sentence(zone: zone, now: now))")
    }
    lines += rest(brief.due)
    lines += ["", "Who waits for what"]
    if brief.waits.isEmpty { lines.append("  nobody") }
    for wait in part(brief.waits) {
      lines.append("  \(wait.row.grade)  \(wait.row.id)  \(wait.row.account): \(wait.sentence(zone: zone, now: now))")
    }
    return lines + rest(brief.waits)
  }

  private func head(_ row: BoardRow) -> String {
    "\(row.grade)  \(row.id)  \(row.account): \(row.title) (\(row.owner ?? "nobody"))"
  }
}
