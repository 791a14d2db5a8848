import EscalationDomain
import Screen

/// The next steps of a record's plan, a line each.
enum PlanGlance {
  /// None where nothing of a plan is left to do.
  static func lines(_ record: Record, _ model: Model, width: Int, glyphs: Glyphs, atMost limit: Int) -> [Line] {
    let rows = MilestoneRow.rows(of: record.escalation)
    let open = rows.filter(\.isOpen).inDueOrder
    guard !open.isEmpty, limit > 0 else { return [] }
    let done = rows.count - open.count
    let shown = open.prefix(max(1, min(5, limit)))
    let more = open.count > shown.count ? " · \(open.count - shown.count) more" : ""
    let heading: Line = [Span("Plan", .label), Span(" \(done)/\(rows.count)\(more)", .muted)]
    return [heading] + shown.map { line($0, model, width: width, glyphs) } + [[]]
  }

  /// `✗ M3 Ship the fix · Ann Lee   +2h 05m`.
  private static func line(_ row: MilestoneRow, _ model: Model, width: Int, _ glyphs: Glyphs) -> Line {
    let (mark, role) = MilestoneFace.mark(row, now: model.now, glyphs)
    let left = row.milestone.due.map { DurationText.minutes($0 - model.now) } ?? "no date"
    let leftRole = row.milestone.due == nil ? Role.muted : DueFace(row.milestone.due, now: model.now).role
    let words = row.milestone.title + (row.milestone.owner.map { " · \($0)" } ?? "")
    let lead = "\(mark) "
    let id = "\(row.milestone.id) "
    let room = max(0, width - Width.of(lead) - Width.of(id) - Width.of(left) - 1)
    return [
      Span(lead, Style(role)), Span(id, .muted), Span(Fit.padded(words, to: room, ellipsis: glyphs.ellipsis)),
      Span(" "), Span(left, Style(leftRole)),
    ]
  }
}
