import EscalationDomain
import Screen

/// The war room: how the session stands, and the part of it that is looked at.
struct RoomView {
  let model: Model

  /// What lies between the header and the footer.
  static func body(_ size: Size) -> Rect { Rect(size).split(top: 3).rest.split(bottom: 1).rest }

  private var state: RoomState { model.room }

  func draw(on frame: inout Frame) {
    let header = frame.bounds.split(top: 3).top
    RoomHeader(model: model).draw(in: header, on: &frame)
    let body = RoomView.body(frame.size)
    frame.rest = body.origin
    guard let file = state.file else { return drawWaiting(in: body, on: &frame) }
    switch state.look {
    case .meeting: MeetingView(model: model, file: file).draw(in: body, on: &frame)
    case .agenda: AgendaView(model: model, file: file).draw(in: body, on: &frame)
    case .since: SinceView(model: model, file: file).draw(in: body, on: &frame)
    case .checklist: ChecklistView(model: model, file: file).draw(in: body, on: &frame)
    case .minutes: MinutesView(model: model).draw(in: body, on: &frame)
    }
  }

  private func drawWaiting(in body: Rect, on frame: inout Frame) {
    var text = "Reading the agenda …"
    if case .failed(let sentence, _) = state.reading { text = sentence }
    frame.write(
      text, at: body.point(0, body.rows / 2), width: body.columns, align: .centre, Style(.muted))
  }

  /// A line in the middle of an empty part, with what to do.
  static func drawEmpty(_ title: String, _ text: String, in body: Rect, on frame: inout Frame) {
    let lines = Wrap.lines(text, width: body.columns - 8)
    let area = body.centred(Size(columns: body.columns - 4, rows: 1 + lines.count))
    frame.write(title, at: area.point(0, 0), width: area.columns, align: .centre, Style(.title))
    for (row, line) in lines.enumerated() {
      frame.write(line, at: area.point(0, row + 1), width: area.columns, align: .centre, Style(.muted))
    }
  }

  /// `◆ S1 W-4 Fabrikam`.
  static func lead(_ row: BoardRow, _ glyphs: Glyphs) -> Line {
    [
      Span("\(glyphs.band(row.band)) \(row.grade)", Style(.band(row.band), .bold)), Span(" \(row.id) ", .muted),
      Span(row.account, .title),
    ]
  }
}
