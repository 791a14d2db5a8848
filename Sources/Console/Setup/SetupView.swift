import EscalationDomain
import Screen

/// One step of the setup: a question, what is typed or chosen, what that means, and where in the whole it stands.
public struct SetupView {
  let setup: Setup

  public static func frame(_ setup: Setup, size: Size, glyphs: Glyphs = .unicode) -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    SetupView(setup: setup).draw(on: &frame)
    return frame
  }

  private func draw(on frame: inout Frame) {
    let (top, rest) = frame.bounds.split(top: 1)
    let (middle, footer) = rest.split(bottom: 1)
    frame.fill(top, Style(.header))
    let step = (setup.steps.firstIndex(of: setup.step) ?? 0) + 1
    frame.write(
      [Span("warroom", Style(.title, on: .header)), Span("  setting up", Style(.muted, on: .header))],
      at: top.point(1, 0))
    frame.write(
      [Span("step \(step) of \(setup.steps.count)", Style(.muted, on: .header))], endingAt: top.endColumn - 1, row: 0)
    let width = min(84, middle.columns - 4)
    let height = min(middle.rows, 18)
    let area = middle.centred(Size(columns: width, rows: height))
    drawStep(in: area, on: &frame)
    drawFooter(in: footer, on: &frame)
  }

  private func drawStep(in area: Rect, on frame: inout Frame) {
    frame.write(title, at: area.point(0, 0), Style(.title), maxWidth: area.columns)
    var row = 1
    for line in Wrap.lines(explanation, width: area.columns) {
      frame.write(line, at: area.point(0, row), Style(.muted))
      row += 1
    }
    let body = area.split(top: row + 1).rest
    switch setup.step {
    case .who: drawField("Name", setup.name, at: 0, focused: true, in: body, on: &frame)
    case .zone: drawZones(in: body, on: &frame)
    case .hours: drawHours(in: body, on: &frame)
    case .playbook: drawPlaybooks(in: body, on: &frame)
    case .beginning: drawBeginnings(in: body, on: &frame)
    case .review: drawReview(in: body, on: &frame)
    }
    if let problem = setup.problem {
      let lines = Wrap.lines("\(frame.glyphs.crossed) \(problem)", width: area.columns)
      for (index, line) in lines.suffix(3).enumerated() {
        frame.write(line, at: area.point(0, area.rows - min(3, lines.count) + index), Style(.error))
      }
    }
  }

  private var title: String {
    switch setup.step {
    case .who: "Who are you?"
    case .zone: "Where are you?"
    case .hours: "When does your team work?"
    case .playbook: "Which playbook do you use most?"
    case .beginning: "What should the board begin with?"
    case .review: "Is this right?"
    }
  }

  private var explanation: String {
    switch setup.step {
    case .who: "Every act carries the name of who did it."
    case .zone: "Times are shown and read in this zone. Type a city or choose."
    case .hours:
      "Clocks that count working time count these hours, where an account or a playbook names no others. "
        + "Holidays can be added later."
    case .playbook: "It takes a new escalation where nothing else says which one does. All of them stay at hand."
    case .beginning: "An import shows what it would bring before anything is written."
    case .review: "Nothing is written yet. Enter writes it, esc goes back, ctrl-c leaves everything as it was."
    }
  }

  private static let label = 10

  private func drawField(
    _ label: String, _ field: TextField, at row: Int, focused: Bool, hint: String = "", in body: Rect,
    on frame: inout Frame
  ) {
    frame.write(label, at: body.point(0, row), Style(focused ? .title : .label), maxWidth: SetupView.label - 1)
    let width = body.columns - SetupView.label
    frame.draw(field, at: body.point(SetupView.label, row), width: width, placeholder: hint, focused: focused)
  }

  private func drawZones(in body: Rect, on frame: inout Frame) {
    // What is offered stands there as a hint does: typing takes its place.
    drawField(
      "Zone", setup.isZoneOffered ? TextField() : setup.zone, at: 0, focused: true,
      hint: setup.isZoneOffered ? setup.zone.text : "a city, as Berlin", in: body, on: &frame)
    let list = body.split(top: 2).rest
    let names = setup.fittingZones
    let rows = max(1, list.rows - (setup.problem == nil ? 0 : 2))
    let viewport = Viewport(height: min(rows, 8), count: names.count, selected: setup.zoneChoice, margin: 1)
    for (row, index) in viewport.visible.enumerated() {
      drawChoice(
        names[index], "", isChosen: index == setup.zoneChoice, at: list.point(SetupView.label, row), in: list,
        on: &frame)
    }
  }

  /// Answers the row below it.
  private func drawChoice(
    _ name: String, _ meaning: String, isChosen: Bool, hasFocus: Bool = true, at point: Point, in body: Rect,
    on frame: inout Frame
  ) {
    let ground: Role = isChosen && hasFocus ? .selection : .text
    let room = body.endColumn - point.column
    if ground == .selection {
      frame.fill(Rect(column: point.column, row: point.row, columns: room, rows: 1), Style(.text, on: ground))
      if frame.cursor == nil { frame.rest = point }
    }
    frame.write(
      [
        Span("\(isChosen ? String(frame.glyphs.pointer) : " ") ", Style(.accent, on: ground)),
        Span(name, Style(isChosen ? .title : .text, on: ground)), Span("  ", Style(.text, on: ground)),
        Span(meaning, Style(.muted, on: ground)),
      ], at: point, maxWidth: room)
  }

  private func drawHours(in body: Rect, on frame: inout Frame) {
    drawField("Days", setup.days, at: 0, focused: setup.focus == 0, hint: "mon-fri", in: body, on: &frame)
    drawField("Hours", setup.hours, at: 2, focused: setup.focus == 1, hint: "09:00-17:00", in: body, on: &frame)
    guard let week = setup.week, let zone = setup.chosenZone else { return }
    frame.write(
      "= \(week.sentence(zone))", at: body.point(SetupView.label, 4), Style(.success),
      maxWidth: body.columns - SetupView.label)
  }

  private func drawPlaybooks(in body: Rect, on frame: inout Frame) {
    var row = 0
    let widest = setup.ground.playbooks.map { Width.of($0.name) }.max() ?? 0
    for index in 0...setup.ground.playbooks.count {
      let isNone = index == setup.ground.playbooks.count
      let name = isNone ? "None" : setup.ground.playbooks[index].name
      let meaning = isNone ? "It is asked for each time." : setup.ground.playbooks[index].sentence
      drawChoice(
        Fit.padded(name, to: min(44, max(4, widest))), meaning, isChosen: index == setup.playbook,
        at: body.point(0, row), in: body, on: &frame)
      row += 1
    }
    guard setup.ground.playbooks.indices.contains(setup.playbook) else { return }
    let lines = Wrap.lines(setup.ground.playbooks[setup.playbook].sentence, width: body.columns - 2)
    for (index, line) in lines.enumerated() where row + 1 + index < body.rows {
      frame.write(line, at: body.point(2, row + 1 + index), Style(.muted))
    }
  }

  private func drawBeginnings(in body: Rect, on frame: inout Frame) {
    let widest = Setup.Beginning.allCases.map { Width.of($0.name) }.max() ?? 0
    for (row, beginning) in Setup.Beginning.allCases.enumerated() {
      drawChoice(
        Fit.padded(beginning.name, to: widest), beginning.meaning, isChosen: beginning == setup.beginning,
        hasFocus: setup.focus == 0, at: body.point(0, row), in: body, on: &frame)
    }
    guard setup.beginning == .file else { return }
    drawField("File", setup.file, at: 4, focused: setup.focus == 1, hint: "its path", in: body, on: &frame)
    let isHere = setup.focus == 2
    frame.write("Columns", at: body.point(0, 5), Style(isHere ? .title : .label))
    let name = setup.ground.profiles.indices.contains(setup.profile) ? setup.ground.profiles[setup.profile] : ""
    if isHere { frame.rest = body.point(SetupView.label, 5) }
    frame.write(
      "\(isHere ? "< " : "  ")\(name)\(isHere ? " >" : "")", at: body.point(SetupView.label, 5),
      Style(isHere ? .title : .text, on: isHere ? .selection : .text))
    if setup.preview == .reading {
      frame.write("reading the file …", at: body.point(SetupView.label, 6), Style(.muted))
    }
  }

  private func drawReview(in body: Rect, on frame: inout Frame) {
    guard let answers = setup.answers else { return }
    var lines: [Line] = []
    func add(_ label: String, _ text: String, _ style: Style = Style(.text)) {
      lines += wrapped(labelled(label, to: SetupView.label), text, style, width: body.columns)
    }
    add("You", answers.actor)
    add("Zone", answers.zone.id)
    if let week = answers.week { add("Hours", week.sentence(answers.zone)) }
    add("Playbook", setup.ground.playbooks.first { $0.id == answers.playbook }?.name ?? "asked for each time")
    if !setup.ground.hasStore {
      var begins = answers.beginning.name
      if answers.beginning == .file, case .found(let words) = setup.preview { begins = "\(answers.file): \(words)" }
      add("Begins", begins)
    }
    lines.append([])
    add("Writes", setup.ground.config, Style(.accent))
    if !setup.ground.hasStore { add("", setup.ground.store, Style(.accent)) }
    if setup.isWriting { lines.append([Span("writing …", .muted)]) }
    frame.rest = body.origin
    frame.draw(lines, in: body, offset: max(0, lines.count - body.rows))
  }

  private func drawFooter(in line: Rect, on frame: inout Frame) {
    frame.fill(line, Style(.footer))
    var prompts = [("enter", setup.step == .review ? "write it" : "next")]
    if setup.step != .who { prompts.append(("esc", "back")) }
    switch setup.step {
    case .zone, .playbook: prompts.append(("down", "choose"))
    case .hours: prompts.append(("tab", "next field"))
    case .beginning:
      prompts.append(("down", "choose"))
      if setup.beginning == .file { prompts.append(("tab", "next field")) }
      if setup.focus == 2 { prompts.append(("right", "other columns")) }
    case .who, .review: break
    }
    prompts.append(("ctrl-c", "leave"))
    var column = line.column + 1
    for (key, label) in prompts where column + key.count + label.count + 1 < line.endColumn {
      column +=
        frame.write(
          [Span(key, Style(.key, on: .footer)), Span(" \(label)", Style(.footer))],
          at: Point(column: column, row: line.row)) + 2
    }
  }
}

extension Setup.Beginning {
  var name: String {
    switch self {
    case .empty: "Empty"
    case .file: "An import"
    case .demo: "Demo data"
    }
  }

  var meaning: String {
    switch self {
    case .empty: "you open the first escalation"
    case .file: "a CSV or JSON-lines export"
    case .demo: "some forty invented escalations, to look round"
    }
  }
}
