/// The minutes of a session as a page of headings and lines, the same for every form that text takes.
public struct MinutesPage {
  public enum Block: Hashable, Sendable {
    case title(String)
    case section(String)
    /// A heading within a section.
    case head(String)
    case says(String)
    case points([String])
  }

  public private(set) var blocks: [Block] = []
  private let minutes: Minutes
  private let zone: Zone
  private let visible: (String) -> String

  /// - Parameter visible: makes text from outside safe to show, on one line.
  public init(_ minutes: Minutes, visible: @escaping (String) -> String) {
    (self.minutes, zone, self.visible) = (minutes, minutes.zone, visible)
    write()
    blocks = blocks.map(shown)
  }

  private func shown(_ block: Block) -> Block {
    switch block {
    case .title(let text): .title(visible(text))
    case .section(let text): .section(visible(text))
    case .head(let text): .head(visible(text))
    case .says(let text): .says(visible(text))
    case .points(let texts): .points(texts.map(visible))
    }
  }

  private mutating func write() {
    blocks.append(.title("War room \(minutes.room.id)"))
    head()
    list("Decisions", minutes.items.flatMap { item in item.decisions.map { "\(name(item.row)): \(signed($0))" } })
    list("Who does what by when", minutes.items.flatMap { item in item.actions.map { told($0, item.row) } })
    list(
      "Open questions",
      minutes.openQuestions.map { question in
        let action = question.action
        let missing = [action.owner == nil ? "an owner" : nil, action.due == nil ? "a time" : nil]
        return "\(name(question.row)): \(action.kind.rawValue) “\(action.title)” needs "
          + missing.compactMap(\.self).joined(separator: " and ")
      })
    list(
      "At risk",
      minutes.ahead.filter { !$0.ahead.atRisk.isEmpty }.map { row, ahead in
        "\(name(row)): " + ahead.atRisk.map { $0.sentence(zone: zone, now: minutes.asOf) }.joined(separator: "; ")
      })
    changes()
    room()
    list("Not talked about", minutes.items.filter { !$0.wasDiscussed && !$0.wasWrittenAbout }.map { title($0.row) })
    list("Skipped", minutes.skipped.map { "\(title($0.row)): \($0.stamp.why ?? "") (\($0.stamp.by))" })
    list("Notes", minutes.room.notes.map { "\($0.text) (\($0.stamp.by), \(time($0.stamp.at)))" })
  }

  // MARK: Parts

  private mutating func head() {
    let room = minutes.room
    var lines: [String] = []
    if let started = room.started { lines.append("Started \(started.at.words(in: zone)) by \(started.by)") }
    let lasted = (room.lasted(now: minutes.asOf) ?? 0).spokenLength
    let box = room.timebox.map { " of \($0.all) min" } ?? ""
    lines.append(
      room.ended.map { "Ended \($0.words(in: zone)), after \(lasted)\(box)" }
        ?? "Not ended yet, as of \(minutes.asOf.words(in: zone)), after \(lasted)\(box)")
    lines += room.roles.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    for (state, label) in [(RoomAttendance.State.present, "Present"), (.excused, "Excused"), (.absent, "Absent")] {
      let names = room.attendance.filter { $0.state == state }.map(\.name)
      if !names.isEmpty { lines.append("\(label): \(names.joined(separator: ", "))") }
    }
    let totals = minutes.totals
    lines += [
      "Board: \(totals.open) open, \(totals.breached) breached", "At risk: \(totals.atRisk.words)",
      "At risk at the session before: \(minutes.news.atRiskBefore.words)",
    ]
    blocks.append(.points(lines))
  }

  /// What came between the session before and this one.
  private mutating func changes() {
    let news = minutes.news
    let tally = news.tally
    guard !tally.isEmpty || !news.records.isEmpty else { return }
    blocks.append(.section("What changed since \(news.since.words(in: zone))"))
    if !tally.isEmpty { blocks.append(.says(tally.joined(separator: ", "))) }
    let lines = news.records.map { record in
      "\(name(record.row)): " + record.changes.map { $0.sentence(zone: zone, now: news.asOf) }.joined(separator: "; ")
    }
    if !lines.isEmpty { blocks.append(.points(lines)) }
  }

  /// Each that was before the room, or was written about.
  private mutating func room() {
    let items = minutes.items.filter { $0.wasDiscussed || $0.wasWrittenAbout }
    guard !items.isEmpty else { return }
    blocks.append(.section("In the room"))
    for item in items {
      blocks.append(.head(title(item.row)))
      var lines = item.reasons.map { "why: \($0.sentence(zone: zone, now: minutes.room.started?.at ?? minutes.asOf))" }
      lines += item.acts.map(signed)
      if !item.isOnAgenda {
        lines.append(minutes.room.skipped[item.id] == nil ? "was not on the agenda" : "was skipped")
      }
      if item.wasDiscussed { lines.append("before the room for \(item.spent.spokenLength)") }
      blocks.append(.points(lines))
    }
  }

  private mutating func list(_ section: String, _ lines: [String]) {
    if !lines.isEmpty { blocks += [.section(section), .points(lines)] }
  }

  // MARK: Lines

  private func told(_ action: OpenAction, _ row: BoardRow) -> String {
    let noun = action.kind == .task ? "" : "\(action.kind.rawValue): "
    let due = action.due.map { "\(action.kind == .blocker ? "needed by" : "by") \($0.words(in: zone))" } ?? "no time"
    return "\(action.owner ?? "nobody") – \(noun)\(action.title) – \(due) (\(name(row)))"
  }

  private func signed(_ line: Minutes.Line) -> String {
    let why = line.stamp.why.map { "; why: \($0)" } ?? ""
    return "\(line.text)\(why) (\(line.stamp.by), \(time(line.stamp.at)))"
  }

  private func name(_ row: BoardRow) -> String { "\(row.id) \(row.account)" }

  private func title(_ row: BoardRow) -> String {
    "\(row.grade) \(row.id) \(row.account): \(row.title) (\(row.owner ?? "nobody"))"
  }

  private func time(_ instant: Instant) -> String { instant.brief(in: zone, now: minutes.asOf) }
}

extension RoomNews {
  /// `2 opened`, `1 breached` …; empty where nothing happened.
  public var tally: [String] {
    func count(_ number: Int, _ what: String) -> String? { number == 0 ? nil : "\(number) \(what)" }
    return [
      count(opened, "opened"), count(reopened, "reopened"), count(resolved, "resolved"), count(breached, "breached"),
      count(updates, updates == 1 ? "update sent" : "updates sent"),
    ].compactMap(\.self)
  }
}
