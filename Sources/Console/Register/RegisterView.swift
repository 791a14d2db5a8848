import EscalationDomain
import Screen

/// Every risk and escalation, open and closed, in the columns that somebody chose.
struct RegisterView {
  let model: Model

  /// Header, names of columns, rows; the last line is the footer's.
  static func list(_ size: Size) -> Rect { Rect(size).split(top: 3).rest.split(bottom: 1).rest }

  private var state: RegisterState { model.register }

  func draw(on frame: inout Frame) {
    if let panel = state.risk {
      RiskView(model: model, panel: panel).draw(on: &frame)
      return
    }
    let (header, rest) = frame.bounds.split(top: 2)
    frame.fill(header, Style(.header))
    drawCounts(in: header.line(0), on: &frame)
    drawState(in: header.line(1), on: &frame)
    let list = RegisterView.list(frame.size)
    let viewport = model.registerViewport
    let rows = viewport.visible.map { state.rows[$0] }
    let layout = RegisterLayout(state, rows, width: list.columns - RegisterRowView.lead - 1)
    let isFocused = model.overlay == nil
    if state.line.field == nil { drawTitles(layout, in: rest.line(0), on: &frame) }
    for (line, row) in rows.enumerated() {
      frame.mark(list.line(line), as: Clickable.line(viewport.offset + line))
      RegisterRowView(model: model, row: row, layout: layout, isSelected: viewport.offset + line == state.cursor)
        .draw(in: list.line(line), on: &frame)
    }
    frame.scrollBar(at: list.point(list.columns - 1, 0), viewport)
    if rows.isEmpty { drawEmpty(in: list, on: &frame) }
    FilterMenuView(line: state.line, isFocused: isFocused).draw(below: rest.line(0), on: &frame)
  }

  /// `Register  open   11 escalations  4 risks   ended 31,204 and 3`: what is asked for stands out.
  private func drawCounts(in line: Rect, on frame: inout Frame) {
    let counts = state.page.counts
    let time = model.now.dayAndTime(in: model.viewer.zone)
    let right: Line = [
      Span(String(time.suffix(5)), Style(.title, on: .header)),
      Span(" \(model.viewer.zone.shortName)", Style(.muted, on: .header)),
    ]
    frame.write(right, endingAt: line.endColumn - 1, row: line.row)
    let end = line.columns - 3 - right.reduce(0) { $0 + Width.of($1.text) }
    func piece(_ name: String, _ escalations: Int, _ risks: Int, isAsked: Bool) -> Line {
      let noun = escalations == 1 ? "escalation" : "escalations"
      return [
        Span("\(name) ", Style(isAsked ? .accent : .muted, on: .header, isAsked ? .bold : [])),
        Span("\(escalations.grouped)", Style(isAsked ? .title : .muted, on: .header)),
        Span(line.columns < 100 ? " + " : " \(noun), ", Style(.muted, on: .header)),
        Span("\(risks.grouped)", Style(isAsked ? .title : .muted, on: .header)),
        Span(risks == 1 ? " risk" : " risks", Style(.muted, on: .header)),
      ]
    }
    let scope = state.query.scope
    var column = 1 + frame.write("Register", at: line.point(1, 0), Style(.title, on: .header)) + 3
    guard state.isLoaded else { return }
    for piece in [
      piece("open", counts.openEscalations, counts.openRisks, isAsked: scope != .ended),
      piece("ended", counts.endedEscalations, counts.endedRisks, isAsked: scope != .open),
    ] {
      column += frame.write(piece, at: line.point(column, 0), maxWidth: max(0, end - column)) + 3
    }
  }

  /// What shows of what there is, by what it is sorted, and the words.
  private func drawState(in line: Rect, on frame: inout Frame) {
    let quiet = Style(.muted, on: .header)
    let shown = state.rows.count
    let order = state.query.order
    let found =
      state.page.matching > shown
      ? "first \(shown.grouped) of \(state.page.matching.grouped)" : "\(shown.grouped) shown"
    var right: Line = [Span("\(found) by \(order.column.name)\(arrow(frame.glyphs))", quiet)]
    if case .failed = state.reading { right = [Span("store unreachable", Style(.error, on: .header))] }
    if case .readOnly = model.access { right.insert(Span("read only  ", Style(.warning, on: .header)), at: 0) }
    if let selected = model.selectionText(isShort: true) {
      right.insert(Span("\(selected)  ", Style(.accent, on: .header, .bold)), at: 0)
    }
    if !state.isLoaded { right = [] }
    let width = right.reduce(0) { $0 + Width.of($1.text) }
    frame.write(right, endingAt: line.endColumn - 1, row: line.row)
    let room = max(0, line.columns - width - 6)
    if state.line.entry != .none {
      let note = Rect(column: line.column, row: line.endRow, columns: line.columns, rows: 1)
      FilterLine(line: state.line, isFocused: model.overlay == nil, ground: .header).draw(
        in: line.split(right: width + 2).rest, note: note, on: &frame)
    } else if state.page.matching > shown {
      let key = model.keyName(.filter, in: .register)
      frame.write("type \(key) to look among all of them", at: line.point(1, 0), quiet, maxWidth: room)
    } else {
      let scope = state.query.scope
      let words = scope == .all ? "everything, open and ended" : scope == .open ? "what is open" : "what has ended"
      frame.write(words, at: line.point(1, 0), quiet, maxWidth: room)
    }
  }

  private func arrow(_ glyphs: Glyphs) -> Character { state.query.order.grows ? glyphs.up : glyphs.down }

  private func drawTitles(_ layout: RegisterLayout, in line: Rect, on frame: inout Frame) {
    for column in layout.columns.columns {
      let isSorted = column.id == state.query.order.column
      let title = column.id.heading + (isSorted ? String(arrow(frame.glyphs)) : "")
      let start = line.point(RegisterRowView.lead + column.column, 0)
      frame.mark(
        Rect(column: start.column, row: start.row, columns: column.width, rows: 1), as: Clickable.column(column.id))
      frame.write(
        title, at: start, width: column.width,
        align: column.id.isRight ? .right : .left, Style(isSorted ? .accent : .label))
    }
  }

  private func drawEmpty(in list: Rect, on frame: inout Frame) {
    let (title, text): (String, String)
    let (turn, new) = (model.keyName(.registerScope, in: .register), model.keyName(.newRisk, in: .register))
    if !state.isLoaded {
      if case .failed(let reason, _) = state.reading {
        (title, text) = ("The register could not be read", reason)
      } else {
        (title, text) = ("Reading the register …", "")
      }
    } else if state.line.text.isEmpty {
      switch state.query.scope {
      case .open: (title, text) = ("Nothing is open", "\(turn) shows what has ended too; \(new) puts a risk here.")
      case .ended: (title, text) = ("Nothing has ended yet", "\(turn) turns to what is open.")
      case .all:
        let opens = model.keyName(.newEscalation, in: .board)
        (title, text) = ("The register is empty", "\(new) puts a risk here; \(opens) on the board opens an escalation.")
      }
    } else {
      let clear = model.keyName(.clearFilter, in: .register)
      (title, text) = (
        "Nothing here is like this", "\(clear) takes the filter away; \(turn) looks among what else there is."
      )
    }
    let lines = Wrap.lines(text, width: list.columns - 8)
    let area = list.centred(Size(columns: list.columns - 4, rows: 1 + lines.count))
    frame.write(title, at: area.point(0, 0), width: area.columns, align: .centre, Style(.title))
    for (row, line) in lines.enumerated() {
      frame.write(line, at: area.point(0, row + 1), width: area.columns, align: .centre, Style(.muted))
    }
  }
}

extension Int {
  /// `31,204`.
  fileprivate var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return self < 0 ? "-\(text)" : text
  }
}
