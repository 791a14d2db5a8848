import EscalationDomain
import Screen

/// Every deadline that a new escalation would start: what a person sees before it is opened.
struct OpeningReviewView {
  let model: Model
  let review: OpeningReview

  /// Answers the row below it.
  func draw(at start: Int, on frame: inout Frame) -> Int {
    let width = frame.size.columns
    var row = start
    func line(_ text: String, _ role: Role) {
      for piece in Wrap.lines(text, width: width) {
        frame.write(piece, at: Point(column: 0, row: row), role)
        row += 1
      }
    }
    let grade = review.grade.map { " as \($0)" } ?? ""
    line("It opens for \(review.account)\(grade) under \(review.playbook).", .text)
    if let why = review.why { line("because: \(why)", .muted) }
    row += 1
    let name = min(26, max(14, width / 4))
    frame.write("Clock", at: Point(column: 0, row: row), .label)
    frame.write("Target", at: Point(column: name + 1, row: row), .label)
    frame.write("Due", at: Point(column: name + 14, row: row), .label)
    row += 1
    for clock in review.clocks {
      frame.write(clock.label, at: Point(column: 0, row: row), Style(.text), maxWidth: name)
      frame.write(clock.target.description, at: Point(column: name + 1, row: row), Style(.muted), maxWidth: 12)
      let late = clock.state(at: model.now) == .breached
      frame.write(
        due(clock), at: Point(column: name + 14, row: row),
        Style(clock.deadline == nil ? .muted : late ? .error : .text),
        maxWidth: width - name - 14)
      row += 1
    }
    if review.clocks.isEmpty { line("no clock starts", .muted) }
    row += 1
    line("\(model.yesKey)  open it     esc  back to the form", .accent)
    return row
  }

  private func due(_ clock: ClockCycle) -> String {
    guard let deadline = clock.deadline else { return "waits for \(clock.due.waitingFor ?? "its start")" }
    let away = deadline - model.now
    let words = deadline.words(in: model.viewer.zone)
    return away > 0 ? "\(words), in \(DurationText.minutes(away))" : "\(words), late already"
  }
}

/// What a step to another playbook keeps, ends and starts, with every deadline before and after.
struct MoveReviewView {
  let model: Model
  let form: Form
  let review: MoveReview

  /// Answers the row below it.
  func draw(at start: Int, on frame: inout Frame) -> Int {
    var row = start
    func line(_ text: String, _ role: Role) {
      for piece in Wrap.lines(text, width: frame.size.columns) {
        frame.write(piece, at: Point(column: 0, row: row), role)
        row += 1
      }
    }
    line(review.sentence, .text)
    row += 1
    let subject = form.subject
    row = DeadlineTable(
      model: model, moves: review.deadlines, from: subject.severity ?? subject.level ?? subject.stage,
      to: review.grade ?? form.text(.playbook)
    ).drawTable(at: row, on: &frame)
    row += 1
    for effect in DeadlineMove.Effect.allCases {
      let clocks = review.deadlines.filter { $0.effect == effect }.map(\.label)
      if !clocks.isEmpty { line("\(effect.words): \(clocks.joined(separator: ", "))", .muted) }
    }
    line("stays as it is: \(DeadlineMove.untouched)", .muted)
    row += 1
    line("\(model.yesKey)  move it     esc  back to the form", .accent)
    return row
  }
}
