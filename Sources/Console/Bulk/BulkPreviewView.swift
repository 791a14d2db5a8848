import EscalationDomain
import Screen

/// What an act would change on each of several escalations: what a person sees before saying yes.
struct BulkPreviewView {
  let model: Model
  let title: String
  /// What is asked about, above the list.
  let head: [Line]
  let preview: BulkPreview?
  let isAnew: Bool
  let offset: Int
  /// What the keys do, in a line.
  let question: String
  /// Why all of it is refused where nothing can be looked at.
  var isOfSession = false

  /// Lines that scroll, and how many show at once, on a screen of a size.
  func extent(_ size: Size) -> (lines: Int, page: Int) {
    let count = lines(Frame(size: Size(columns: 1, rows: 1)).glyphs, width(size) - 6).count
    return (count, max(1, min(count, size.rows - 5)))
  }

  func draw(on frame: inout Frame) {
    let lines = lines(frame.glyphs, width(frame.size) - 6)
    let page = extent(frame.size).page
    let inside = frame.dialog(
      Size(columns: width(frame.size), rows: page + 4), title: title, edge: .warning)
    let (list, below) = inside.split(bottom: min(2, inside.rows - 1))
    frame.draw(lines, in: list, offset: min(offset, max(0, lines.count - list.rows)))
    frame.write(question, at: below.point(0, below.rows - 1), .accent, maxWidth: below.columns)
    frame.lift(inside, to: .dialog)
  }

  private func width(_ size: Size) -> Int { min(100, size.columns - 4) }

  private func lines(_ glyphs: Glyphs, _ width: Int) -> [Line] {
    var lines = head
    if isAnew {
      let warning = "Something changed meanwhile, and nothing was done: this is how it would go now."
      lines += Wrap.lines(warning, width: width).map { [Span($0, .warning)] }
    }
    guard let preview else { return lines + [[Span("working out what would change …", .muted)]] }
    if !lines.isEmpty { lines.append([]) }
    let names = Names(preview, width)
    let refused = preview.lines.filter { $0.refusal != nil }
    if !refused.isEmpty {
      let count = preview.possible.isEmpty ? "Nothing can be done:" : "\(refused.count) left out:"
      lines.append([Span(count, .warning)])
      lines += self.refused(refused, names, glyphs, width)
      if !preview.possible.isEmpty { lines.append([]) }
    }
    for line in preview.possible { lines += done(line, names, glyphs, width) }
    return lines
  }

  /// Widths of what stands before each line.
  private struct Names {
    let id: Int
    let account: Int

    init(_ preview: BulkPreview, _ width: Int) {
      id = min(14, preview.lines.map { Width.of($0.id.text) }.max() ?? 0)
      account = min(max(10, width / 4), preview.lines.map { Width.of($0.account) }.max() ?? 0)
    }

    func lead(_ line: BulkPreview.Line, _ mark: Span) -> Line {
      [
        mark, Span(Fit.padded(line.id.text, to: id) + " ", .title),
        Span(Fit.padded(line.account, to: account) + "  ", Role.text),
      ]
    }
  }

  /// Each with the reason; a reason that several share stands once, above their ids.
  private func refused(_ lines: [BulkPreview.Line], _ names: Names, _ glyphs: Glyphs, _ width: Int) -> [Line] {
    let mark = Span("\(glyphs.crossed) ", .error)
    let byReason = Dictionary(grouping: lines, by: reason)
    var told: Set<String> = []
    return lines.map { ($0, reason($0)) }.filter { told.insert($0.1).inserted }.flatMap { line, reason in
      let same = byReason[reason] ?? []
      if same.count == 1 { return wrapped(names.lead(line, mark), reason, Style(.warning), width: width) }
      let ids = same.map(\.id.text).joined(separator: " · ")
      return wrapped([mark], reason, Style(.warning), width: width)
        + wrapped([Span("  ")], ids, Style(.title), width: width)
    }
  }

  private func reason(_ line: BulkPreview.Line) -> String {
    isOfSession && line.refusal == .overtaken
      ? "somebody acted on it since; only the newest act is taken back"
      : line.refusal?.sentence(zone: model.viewer.zone) ?? ""
  }

  private func done(_ line: BulkPreview.Line, _ names: Names, _ glyphs: Glyphs, _ width: Int) -> [Line] {
    guard case .done(let weighed) = line.outcome else { return [] }
    let lead = names.lead(line, Span("\(glyphs.check) ", .success))
    let arrow = " \(glyphs.right) "
    let changes = weighed.changes.map { change in
      let none = change.what == .owner ? "nobody" : "none"
      return "\(change.what.rawValue) \(change.before ?? none)\(arrow)\(change.after ?? none)"
    }
    let moved = weighed.deadlines.filter(\.moves)
    let words =
      changes.isEmpty ? (moved.isEmpty ? "no deadline moves" : "") : changes.joined(separator: " · ")
    var lines = wrapped(lead, words, Style(changes.isEmpty ? .muted : .text), width: width)
    let name = min(24, max(12, width / 3))
    let room = max(8, (width - 4 - name - 1 - 3) / 2)
    for move in moved {
      let (before, after) = (side(move.before, room), side(move.after, room))
      let lead: Line = [
        Span("    " + Fit.padded(move.label, to: name) + " ", .muted),
        Span(Width.of(before) <= room ? Fit.padded(before, to: room) : before, .muted), Span(arrow, .accent),
      ]
      lines += wrapped(lead, after, Style(move.makesLate(at: model.now) ? .error : .text), width: width)
    }
    // What an act leaves undone beside what it ends must not be thought done with it.
    let late = weighed.deadlines.filter { !$0.moves && $0.after.state == .breached }.map(\.label)
    if !late.isEmpty, moved.contains(where: { !$0.after.isOpen }) {
      lines += wrapped([Span("    stays late: ", .muted)], late.joined(separator: ", "), Style(.error), width: width)
    }
    return lines
  }

  private func side(_ side: DeadlineMove.Side, _ room: Int) -> String { DeadlineTable.words(side, model, room) }
}

extension BulkPreview.Line {
  fileprivate var refusal: Refusal? {
    if case .refused(let refusal) = outcome { return refusal }
    return nil
  }
}

extension BulkPreviewView {
  /// Of a form.
  init(_ model: Model, _ form: Form, _ preview: BulkPreview, isAnew: Bool) {
    let count = preview.possible.count
    self.init(
      model: model, title: form.title, head: [], preview: preview, isAnew: isAnew, offset: form.offset,
      question: count == 0
        ? "esc  back to the form" : "y  do it on \(Form.count(count))     esc  back to the form")
  }

  /// Of going back or forth in the session.
  init(_ model: Model, _ question: SessionQuestion) {
    let act = question.act
    let isBack = question.direction == .back
    let scope = act.scope.isEmpty ? "" : " · \(act.scope)"
    var head: [Line] = [
      [Span(act.name, .title)],
      [Span("what you did\(scope), \(act.at.brief(in: model.viewer.zone, now: model.now))", .muted)],
    ]
    if let obstacle = act.obstacle { head += [[], [Span(obstacle, .warning)]] }
    if let remark = act.remark, isBack { head += [[Span(remark, .muted)]] }
    head += BulkPreviewView.lines(question.look, model)
    let isKnown = act.obstacle != nil || question.look != nil
    let can = question.canBeDone
    let earlier = model.session.before(question) == nil ? "" : "     \(isBack ? "z" : "Z")  the one before"
    let yes = can ? "y  \(isBack ? "take it back" : "do it again")     " : ""
    self.init(
      model: model, title: isBack ? "Undo?" : "Redo?", head: head,
      preview: isKnown ? BulkPreview(asOf: model.now, lines: []) : question.preview,
      isAnew: question.isAnew, offset: question.offset, question: "\(yes)esc  leave it\(earlier)", isOfSession: true)
  }
}

extension BulkPreviewView {
  /// What an act on a register would change, or why it may not.
  private static func lines(_ look: RegisterReversal.Look?, _ model: Model) -> [Line] {
    switch look {
    case nil: []
    case .refused(let refusal): [[], [Span(refusal.sentence(zone: model.viewer.zone), .warning)]]
    case .possible(let changes) where changes.isEmpty: [[], [Span("nothing else changes by it", .muted)]]
    case .possible(let changes):
      [[]]
        + changes.map { change in
          [
            Span("\(change.what)  ", .muted), Span("\(change.before) ", .muted), Span("→ ", .accent),
            Span(change.after, Role.text),
          ]
        }
    }
  }
}

extension SessionQuestion {
  /// Whether a yes does something.
  var canBeDone: Bool {
    if act.obstacle != nil { return false }
    if act.mark != nil {
      if case .possible = look { return true }
      return false
    }
    return !(preview?.possible.isEmpty ?? true)
  }
}
