import EscalationDomain

/// An escalation with its log, as of one moment.
public struct Record: Equatable, Sendable {
  public let escalation: Escalation
  public let history: History
  /// The registers beside its log; none where they were not read.
  public let registers: Registers?
  /// Newest first.
  public let timeline: [TimelineEntry]
  /// Open clocks by urgency, then ended ones, the newest first.
  public let clocks: [ClockCycle]

  /// O(events log events).
  public init(_ escalation: Escalation, _ history: History, _ registers: Registers? = nil) {
    self.escalation = escalation
    self.history = history
    self.registers = registers
    timeline = escalation.timeline(history, now: escalation.asOf).reversed()
    let open = escalation.openClocks.sorted { ($0.deadline ?? .max, $0.started) < ($1.deadline ?? .max, $1.started) }
    let ended = escalation.clocks.filter { !$0.isOpen }.sorted { ($0.ended ?? .min) > ($1.ended ?? .min) }
    clocks = open + ended
  }

  /// When time alone makes it old, if it does.
  public var staleAfter: Instant? { escalation.nextChange.flatMap { $0 >= escalation.asOf ? $0 : nil } }
}

/// Room for one record: the one that is looked at, and the one that was asked for.
public struct RecordSlot: Equatable, Sendable {
  public private(set) var record: Record?
  /// The escalation that should be here.
  public private(set) var wanted: EscalationID?
  private var asked: EscalationID?
  private var askAgain = false
  /// What could not be read is not asked for again at once, but with the next reading that works.
  private var refused: EscalationID?

  /// The record of that escalation, if it is the one that is here.
  public subscript(id: EscalationID) -> Record? { record?.escalation.id == id ? record : nil }

  /// Asks for a record unless it is here or on its way.
  mutating func want(_ id: EscalationID) -> [Effect] {
    wanted = id
    return self[id] == nil && refused != id ? ask() : []
  }

  /// Asks for what is wanted again, for it has changed.
  mutating func refresh() -> [Effect] { wanted == nil ? [] : ask(again: true) }

  /// Asks anew for what could not be read.
  mutating func retry() -> [Effect] { refused == nil ? [] : ask() }

  /// One request at a time: keys that run down the board ask for the last row only.
  private mutating func ask(again: Bool = false) -> [Effect] {
    guard let wanted else { return [] }
    refused = nil
    if asked != nil {
      if again || asked != wanted { askAgain = true }
      return []
    }
    asked = wanted
    return [.loadRecord(wanted)]
  }

  /// Takes an answer in, or its failure.
  mutating func answered(_ id: EscalationID, _ answer: Record?) -> [Effect] {
    if let answer, id == wanted { record = answer }
    guard id == asked else { return [] }
    asked = nil
    if answer == nil { refused = id }
    let more = wanted != id || (askAgain && answer != nil)
    askAgain = false
    return more && wanted != nil ? ask() : []
  }
}
