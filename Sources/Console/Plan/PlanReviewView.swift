import EscalationDomain
import Screen

/// Every milestone that a shift moves, with its times before and after: what a person sees before saying yes.
struct PlanShiftView {
  let model: Model
  let review: PlanShiftReview

  /// Answers the row below it.
  func draw(at start: Int, on frame: inout Frame) -> Int {
    let width = frame.size.columns
    var row = start
    let name = max(16, min(36, width - 46))
    let side = (width - name - 4) / 2
    frame.write("Milestone", at: Point(column: 0, row: row), .label)
    frame.write("now due", at: Point(column: name + 1, row: row), .label)
    frame.write("then due", at: Point(column: name + side + 4, row: row), .label)
    row += 1
    for move in review.moves {
      frame.write(
        [Span("\(move.after.id) ", .muted), Span(move.title)], at: Point(column: 0, row: row), maxWidth: name)
      frame.write(words(move.before.due), at: Point(column: name + 1, row: row), .muted, maxWidth: side)
      frame.write(String(frame.glyphs.right), at: Point(column: name + side + 2, row: row), .accent)
      let isLate = move.after.due.map { $0 <= model.now } ?? false
      frame.write(
        words(move.after.due), at: Point(column: name + side + 4, row: row), isLate ? .error : .text, maxWidth: side)
      row += 1
      if let then = move.after.start, then != move.before.start {
        frame.write("start", at: Point(column: 3, row: row), .muted, maxWidth: name - 3)
        frame.write(words(move.before.start), at: Point(column: name + 1, row: row), .muted, maxWidth: side)
        frame.write(String(frame.glyphs.right), at: Point(column: name + side + 2, row: row), .accent)
        frame.write(words(then), at: Point(column: name + side + 4, row: row), .muted, maxWidth: side)
        row += 1
      }
    }
    let others = review.moves.count - 1
    let what = others > 0 ? "move them" : "move it"
    frame.write("y  \(what)     esc  back to the form", at: Point(column: 0, row: row + 1), .accent)
    return row + 2
  }

  /// `Thu 2026-03-05 17:00`: whole dates, for what is agreed with a customer.
  private func words(_ instant: Instant?) -> String {
    instant?.dayAndTime(in: model.viewer.zone) ?? "no fixed time"
  }
}

/// The milestones that the playbook's outline adds to a plan.
struct OutlineReviewView {
  let model: Model
  let milestones: [Milestone]

  /// Answers the row below it.
  func draw(at start: Int, on frame: inout Frame) -> Int {
    var row = start
    func put(_ lines: [Line]) {
      for line in lines {
        frame.write(line, at: Point(column: 0, row: row))
        row += 1
      }
    }
    put([[Span("The playbook's outline adds to the plan:")], []])
    for milestone in milestones {
      let due = milestone.due.map { "due \($0.dayAndTime(in: model.viewer.zone))" } ?? "no due time"
      let after = milestone.after.isEmpty ? "" : " · after \(milestone.after.joined(separator: ", "))"
      let spans = [Span(milestone.title), Span(" · \(milestone.kind.rawValue) · \(due)\(after)", .muted)]
      put(wrapped(Span(Fit.padded(milestone.id, to: 5), .muted), spans, width: frame.size.columns))
    }
    row += 1
    let what = milestones.count == 1 ? "add it" : "add all \(milestones.count)"
    put([[Span("y  \(what)     esc  leave the plan as it is", .accent)]])
    return row
  }
}
