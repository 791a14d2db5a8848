import EscalationDomain
import Screen

/// What a listener was told of the log and of its clocks, so that each change is said, and said once: the log tells what
/// people did, in the timeline's own sentences, and the clocks tell what time does.
public struct PlainFollower: Sendable {
  /// The event number up to which the log was told.
  public private(set) var through: Int64
  /// The clocks that were open when the log was last heard of; nil before it was.
  var clocks: [EscalationID: [ClockCycle]]?
  /// Until when it was told what time does to them.
  var told: Instant
  /// What stands on the board as far as was told, and whose it is.
  private var standing: [EscalationID: String]

  /// - Parameter model: one whose board was told as it stands.
  public init(_ model: Model) {
    through = model.board.board.revision
    told = model.now
    standing = Dictionary(model.board.board.rows.lazy.map { ($0.id, $0.account) }, uniquingKeysWith: { $1 })
  }

  /// A line for each thing that is new. O(open clocks log open clocks).
  ///
  /// - Parameter said: lines that were just shown: an act of the viewer's own that stands in one of them is not told
  ///   again.
  public mutating func hear(_ news: News, _ model: Model, said: [String] = []) -> [String] {
    guard news.through >= through else { return [] }
    // Up to now the clocks ran as they were known.
    var lines = tick(model)
    var breaches: Set<ClockKey> = []
    for record in news.records { lines += tell(record, model, said: said, breaches: &breaches) }
    if model.board.board.revision == news.through { lines += comings(model) }
    lines += moved(news, model, but: breaches)
    clocks = news.clocks
    through = news.through
    return lines.map(PlainSpeech.visible)
  }

  /// What came to the board or left it without a word in the log: an import.
  private mutating func comings(_ model: Model) -> [String] {
    let rows = model.board.board.rows
    let new = rows.filter { standing[$0.id] == nil }.map { "new: \(PlainSpeech.row($0, model))" }
    let here = Dictionary(rows.lazy.map { ($0.id, $0.account) }, uniquingKeysWith: { $1 })
    let gone = standing.filter { here[$0.key] == nil }.sorted { $0.key.text < $1.key.text }
    standing = here
    return new + gone.map { "\($0.key), \($0.value): cleared from the board" }
  }
}

extension PlainFollower {
  private mutating func tell(
    _ news: NewsRecord, _ model: Model, said: [String], breaches: inout Set<ClockKey>
  ) -> [String] {
    let record = news.escalation
    let row = BoardRow(record)
    let head = PlainSpeech.head(row)
    let known = clocks?[record.id] ?? []
    var lines: [String] = []
    // A new one is told with its clock.
    let isNew = news.entries.contains { if case .opened = $0.fact { true } else { false } }
    var tellsNext = false
    for entry in news.entries {
      if case .breached(let breach) = entry.fact {
        breaches.insert(ClockKey(breach, of: record.id))
        let isMilestones = record.clocks.contains { $0.rule == breach.rule && Self.isMilestones($0) }
        if entry.mark == .corrected || wasBreached(breach, known) || isMilestones { continue }
      } else if isSaid(entry, of: record, said, model) {
        continue
      }
      tellsNext = !isNew
      let sentence = PlainSpeech.sentence(entry, of: record, model)
      if case .opened = entry.fact {
        lines.append("new: \(PlainSpeech.row(row, model)); \(sentence)")
      } else {
        lines.append("\(head)\(sentence)")
      }
    }
    lines += record.clocks.filter { isNewlyMet($0, known) && !$0.isOwn }.map { "\(head)\($0.label) met" }
    if tellsNext, let next = next(row, known, model) { lines.append(head + next) }
    standing[record.id] = record.status.isOpen ? row.account : nil
    return lines
  }

  private func wasBreached(_ breach: ClockBreach, _ known: [ClockCycle]) -> Bool {
    known.contains { $0.rule == breach.rule && $0.cycle == breach.cycle && $0.breached(at: told) != nil }
  }

  private func isNewlyMet(_ cycle: ClockCycle, _ known: [ClockCycle]) -> Bool {
    guard case .ended(_, let event, .met) = cycle.phase else { return false }
    let before = known.first { $0.rule == cycle.rule && $0.cycle == cycle.cycle }
    return before.map { $0.state(at: told) != .met } ?? (event ?? 0 > through)
  }

  /// The clock that is the most urgent one now, where that is another one than before or it has another deadline.
  private func next(_ row: BoardRow, _ known: [ClockCycle], _ model: Model) -> String? {
    let before = known.mostUrgent()
    guard let now = row.clock else { return before == nil || !row.status.isOpen ? nil : "no clock runs any more" }
    // What is left of one that has ended matters where it is due.
    guard row.status.isOpen || now.deadline != nil else { return nil }
    let isSame = before?.rule == now.rule && before?.cycle == now.cycle && before?.deadline == now.deadline
    return isSame ? nil : "now \(PlainSpeech.clock(now, model))"
  }

  private func isSaid(_ entry: TimelineEntry, of record: Escalation, _ said: [String], _ model: Model) -> Bool {
    guard entry.actor == model.viewer.actor, entry.source == .act else { return false }
    if case .opened = entry.fact {
      return said.contains { $0.hasPrefix("\(record.id) opened: ") && $0.contains(PlainSpeech.visible(record.title)) }
    }
    let sentence = PlainSpeech.visible(entry.fact.sentence(zone: model.viewer.zone))
    return said.contains { $0.hasPrefix("\(record.id) ") && $0.contains(sentence) }
  }
}

/// One run of a clock among those of all escalations.
struct ClockKey: Hashable {
  var escalation: EscalationID
  var rule: String
  var cycle: Int

  init(_ breach: ClockBreach, of escalation: EscalationID) {
    (self.escalation, rule, cycle) = (escalation, breach.rule, breach.cycle)
  }

  init(_ cycle: ClockCycle, of escalation: EscalationID) {
    (self.escalation, rule, self.cycle) = (escalation, cycle.rule, cycle.cycle)
  }
}
