import EscalationDomain
import Screen

/// A question that `y` answers with yes.
struct ConfirmationView {
  let model: Model
  let question: Confirmation

  func draw(on frame: inout Frame) {
    if case .session(let question) = question {
      return BulkPreviewView(model, question).draw(on: &frame)
    }
    let width = min(72, frame.size.columns - 4)
    let lines = text.flatMap { line in Wrap.lines(line.text, width: width - 4).map { [Span($0, line.style)] } }
    let inside = frame.dialog(Size(columns: width, rows: lines.count + 2), title: title, edge: .warning)
    frame.draw(lines, in: inside, offset: 0)
    frame.lift(inside, to: .dialog)
  }

  private var title: String {
    switch question {
    case .undo(let id, _): "Undo on \(id)?"
    case .quit, .quitSending: "Leave the console?"
    case .takeAway: "Take it away?"
    case .dropView: "Drop this view?"
    case .endRoom: "End the session?"
    case .session: ""
    case .dropDraft: "Drop the draft?"
    }
  }

  private var text: [Span] {
    switch question {
    case .undo(_, .looking): return [Span("looking for the newest act …", .muted)]
    case .undo(_, .nothing):
      return [
        Span("No act of a person since the opening is left to take back.", Role.text), Span("", Role.text),
        Span("esc  close", .accent),
      ]
    case .undo(let id, .found(let event)):
      let playbook = model.records[id].flatMap { model.playbook(of: $0.escalation) }
      let when = event.occurred.words(in: model.viewer.zone)
      // All that the act wrote goes together.
      let act = model.records[id]?.history.undoableAct ?? []
      let facts = act.last == event ? act.map(\.fact) : [event.fact]
      let sentences = facts.map { Span($0.sentence(zone: model.viewer.zone, playbook: playbook), .title) }
      return [Span("This no longer counts:", Role.text), Span("", Role.text)] + sentences + [
        Span("\(event.actor), \(when)", .muted),
        Span("", Role.text), Span("It stays in the timeline, marked as undone.", .muted),
        Span("\(model.yesKey)  take it back     esc  leave it", .accent),
      ]
    case .session: return []
    case .endRoom: return model.endQuestion
    case .quitSending:
      return [
        Span("The message command is still at work: what it sends would not be logged.", Role.text),
        Span("\(model.yesKey)  leave     esc  stay", .accent),
      ]
    case .dropView(let index):
      let view = model.views.indices.contains(index) ? model.views[index] : nil
      return [
        Span(view?.name ?? "", .title), Span(view?.filterShown ?? "", Role.text), Span("", Role.text),
        Span("\(model.yesKey)  drop it     esc  keep it", .accent),
      ]
    case .takeAway(_, let item):
      return [
        Span(item.label, .title), Span(item.farewell, Role.text), Span("", Role.text),
        Span("\(model.yesKey)  take it away     esc  leave it", .accent),
      ]
    case .dropDraft(_, let title):
      return [
        Span(title, .title), Span("What you typed there goes.", Role.text), Span("", Role.text),
        Span("\(model.yesKey)  drop it     esc  keep it", .accent),
      ]
    case .quit(let drafts):
      let what = drafts == 1 ? "A draft that is not saved goes" : "\(drafts) drafts that are not saved go"
      return [Span("\(what) with it.", Role.text), Span("\(model.yesKey)  leave     esc  stay", .accent)]
    }
  }
}
