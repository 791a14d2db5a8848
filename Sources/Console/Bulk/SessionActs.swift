import EscalationDomain

/// One thing that this console did, on one escalation or on many.
public struct SessionAct: Hashable, Sendable {
  /// What it was, as the timeline says it.
  public var name: String
  public var at: Instant
  public var parts: [Part]
  /// Where it was written, if that was a register and not the log.
  public var mark: RegisterMark?
  /// Why it cannot be taken back, where it never can.
  public var obstacle: String?
  /// What taking it back leaves as it is.
  public var remark: String?

  /// What it wrote on one escalation: the newest event of the act, and of the undo that took it back.
  public struct Part: Hashable, Sendable {
    public var id: EscalationID
    public var event: Int64
    public var undo: Int64?
  }

  /// What is left of a message once its record is taken back.
  static let ofMessage = "A message that is out stays out: only the record of it goes."

  /// `W-1`, or `4 escalations`.
  var scope: String {
    switch parts.count {
    case 0: mark?.scope ?? ""
    case 1: parts[0].id.text
    default: "\(parts.count) escalations"
    }
  }
}

/// What this console did since it started, and what of it was taken back, the newest last. It holds no more than
/// pointers into the log: the log says what counts.
public struct SessionActs: Hashable, Sendable {
  static let most = 500
  public private(set) var done: [SessionAct] = []
  public private(set) var undone: [SessionAct] = []

  mutating func did(_ act: SessionAct) {
    done.append(act)
    if done.count > SessionActs.most { done.removeFirst() }
  }

  /// Moves parts of an act from what was done to what was taken back.
  ///
  /// - Parameter undos: the undo of each escalation's part.
  mutating func tookBack(_ act: SessionAct, _ undos: [EscalationID: Int64]) {
    var taken = SessionActs.split(act, for: Set(undos.keys), outOf: &done)
    for index in taken.parts.indices { taken.parts[index].undo = undos[taken.parts[index].id] }
    if !taken.parts.isEmpty { undone.append(taken) }
  }

  /// And back.
  mutating func didAgain(_ act: SessionAct, _ ids: Set<EscalationID>) {
    var again = SessionActs.split(act, for: ids, outOf: &undone)
    for index in again.parts.indices { again.parts[index].undo = nil }
    if !again.parts.isEmpty { done.append(again) }
  }

  /// The same for an act on a register, both ways.
  mutating func reversed(_ reversal: RegisterReversal, _ entry: Int64) {
    var act = reversal.act
    switch reversal.direction {
    case .back:
      guard let index = done.lastIndex(of: act) else { return }
      done.remove(at: index)
      act.mark?.undo = entry
      undone.append(act)
    case .again:
      guard let index = undone.lastIndex(of: act) else { return }
      undone.remove(at: index)
      act.mark?.undo = nil
      done.append(act)
    }
  }

  /// What this console did with an event, if it did it.
  func act(of event: Int64, on id: EscalationID) -> SessionAct? {
    done.last { act in act.parts.contains { $0.id == id && $0.event == event } }
  }

  /// The parts on some escalations; what is left stays where it was.
  private static func split(
    _ act: SessionAct, for ids: Set<EscalationID>, outOf acts: inout [SessionAct]
  ) -> SessionAct {
    var taken = act
    taken.parts = act.parts.filter { ids.contains($0.id) }
    guard let index = acts.lastIndex(of: act) else { return taken }
    acts[index].parts.removeAll { ids.contains($0.id) }
    if acts[index].parts.isEmpty { acts.remove(at: index) }
    return taken
  }

  /// The act that would be asked about instead.
  func before(_ question: SessionQuestion) -> SessionAct? {
    let acts = question.direction == .back ? done : undone
    guard let index = acts.lastIndex(of: question.act), index > 0 else { return nil }
    return acts[index - 1]
  }
}

/// Whether to take something back, or to do it again; looked at first.
public struct SessionQuestion: Hashable, Sendable {
  public enum Direction: Hashable, Sendable { case back, again }

  public let direction: Direction
  public let act: SessionAct
  /// What would come of it; nil while that is being worked out.
  public internal(set) var preview: BulkPreview?
  /// The same of an act on a register.
  public internal(set) var look: RegisterReversal.Look?
  /// Somebody acted between the look and the answer.
  public internal(set) var isAnew = false
  /// The first line that shows.
  public internal(set) var offset = 0

  init(_ direction: Direction, _ act: SessionAct) { (self.direction, self.act) = (direction, act) }

  var steps: [BulkAct.Step] {
    act.parts.compactMap { part in
      switch direction {
      case .back: BulkAct.Step(id: part.id, command: .undo(event: part.event))
      case .again: part.undo.map { BulkAct.Step(id: part.id, command: .redo(event: $0)) }
      }
    }
  }
}
