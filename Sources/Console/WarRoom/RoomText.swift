import EscalationDomain
import Screen

/// What the war room says about one escalation, in lines.
struct RoomText {
  let model: Model
  let file: RoomFile

  private var zone: Zone { model.viewer.zone }
  private var now: Instant { model.now }

  /// All of it: its title, why it is here, what changed, what is open on its checklist.
  func about(_ item: Agenda.Item, width: Int, glyphs: Glyphs) -> [Line] {
    var lines = Wrap.lines(item.row.title, width: width).prefix(2).map { [Span($0, .title)] }
    lines.append(facts(item.row))
    lines += section("Why", why(item, width: width, glyphs: glyphs), nothing: "nothing asks for it now")
    lines += section("Since the last one", changes(item.id, width: width, glyphs), nothing: "nothing changed")
    let open = file.checklist(of: item.id).filter(\.isOpen)
    lines += section(
      "Checklist",
      open.flatMap { wrapped([Span("[ ] ", .muted)], $0.sentence(zone: zone, now: now), Style.text, width: width) },
      nothing: nil)
    return lines
  }

  /// `owner Ann · EUR 120k · renews 2026-05-01`.
  func facts(_ row: BoardRow) -> Line {
    var line: Line = [Span("owner ", .muted), Span(row.owner ?? "nobody", Style(row.owner == nil ? .warning : .text))]
    if let arr = row.arr { line.append(Span(" · \(arr.short)", Style.text)) }
    if let renewal = row.renewal { line.append(Span(" · renews \(renewal)", .muted)) }
    if row.status == .paused { line.append(Span(" · paused", .paused)) }
    if !row.status.isOpen { line.append(Span(" · \(row.status.rawValue)", .success)) }
    return line
  }

  func why(_ item: Agenda.Item, width: Int, glyphs: Glyphs) -> [Line] {
    item.reasons.flatMap { reason -> [Line] in
      let late = reason.breached != nil
      let isNew = reason.isNews ? "  new" : ""
      return wrapped(
        [Span(late ? "\(glyphs.crossed) " : "\(glyphs.bullet) ", Style(late ? .error : .muted))],
        reason.sentence(zone: zone, now: now) + isNew, late ? Style(.error) : Style(.text), width: width)
    }
  }

  func changes(_ id: EscalationID, width: Int, _ glyphs: Glyphs) -> [Line] {
    file.news(of: id).flatMap { change in
      wrapped([Span("\(glyphs.bullet) ", .muted)], change.sentence(zone: zone, now: now), Style.text, width: width)
    }
  }

  /// What people wrote down about it in this session, the newest first. Of an item of a checklist the last answer counts,
  /// and none where it was opened again.
  func said(_ record: Record, width: Int, _ glyphs: Glyphs) -> [Line] {
    guard let started = file.room.started?.at else { return [] }
    let playbook = model.playbook(of: record.escalation)
    var answered: Set<[String]> = []
    return record.history.effective.filter { $0.source == .act && $0.occurred >= started }.reversed()
      .flatMap { event -> [Line] in
        if case .itemDecided(let decision) = event.fact {
          let isLast = answered.insert([decision.checklist, decision.item]).inserted
          guard isLast, decision.choice != .open else { return [] }
        }
        let isDone = event.fact.isDone
        return wrapped(
          [Span("\(isDone ? glyphs.check : glyphs.bullet) ", isDone ? .met : .muted)],
          "\(event.actor): \(words(event, playbook))", .text, width: width)
      }
  }

  private func words(_ event: Event, _ playbook: Playbook?) -> String {
    let sentence = event.fact.sentence(zone: zone, playbook: playbook)
    switch event.fact {
    case .taskAdded(let item) where item.owner == nil: return "\(sentence) · nobody yet"
    case .itemDecided:
      // An answer to a question stands behind it.
      guard let why = event.why?.nonEmpty else { return sentence }
      return sentence + (sentence.hasSuffix("?") ? " " : ": ") + why
    default: return sentence + (event.why?.nonEmpty.map { " (\($0))" } ?? "")
    }
  }

  private func section(_ title: String, _ lines: [Line], nothing: String?) -> [Line] {
    if lines.isEmpty { return nothing.map { [[Span("\(title): ", .label), Span($0, .muted)]] } ?? [] }
    return [[Span(title, .label)]] + lines
  }
}

extension Fact {
  /// Something that is settled by it; the rest was only said or begun.
  fileprivate var isDone: Bool {
    switch self {
    case .itemDecided(let decision): decision.choice == .done || decision.choice == .notNeeded
    case .taskDone, .milestoneDone, .acknowledged, .updated, .messageSent, .checked, .resolved, .closed,
      .customerConfirmed:
      true
    default: false
    }
  }
}

extension Model {
  /// What is left as the session ends, before the question whether it does.
  var endQuestion: [Span] {
    guard let file = room.file else { return [] }
    let missed = file.items.count - file.room.agenda.filter(file.room.discussed.contains).count
    let plural = missed == 1 ? "one on the agenda was" : "\(missed) on the agenda were"
    return [
      Span(missed == 0 ? "All on the agenda was talked about." : "\(plural) not talked about.", Role.text)
    ] + openQuestions(file) + [
      Span("Its minutes stand from then on: later acts belong to the next session.", .muted), Span("", Role.text),
      Span("\(yesKey)  end it     esc  go on", .accent),
    ]
  }

  /// How much to do has no owner or no time, and the first of it.
  private func openQuestions(_ file: RoomFile) -> [Span] {
    let items = file.items + file.arrivals + file.skipped.map(\.item)
    let open = items.flatMap { item in
      item.reasons.filter(\.isOpenQuestion).map { "\(item.id) \($0.sentence(zone: viewer.zone, now: now))" }
    }
    guard !open.isEmpty else { return [] }
    let shown = open.prefix(open.count == 4 ? 4 : 3).map { Span("  \($0)", Role.text) }
    let rest = open.count - shown.count
    let line = keyName(.commandLine, in: .room)
    return [Span(open.count == 1 ? "One question is open:" : "\(open.count) questions are open:", .warning)] + shown
      + (rest == 0 ? [] : [Span("  and \(rest) more", .muted)])
      + [Span("  \(line)task assign and \(line)task move give them to somebody and a time", .muted)]
  }
}
