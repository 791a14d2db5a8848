/// Acts as people think of them: all that one of them brought about at once, taken back and done again in one piece.
extension History {
  /// The newest act that an undo would take back, oldest event first: a person's, not the opening, not undone already.
  /// O(n log n).
  public var undoableAct: [Event] {
    let (acts, voided) = (acts, voided)
    func counts(_ event: Event) -> Bool {
      if case .opened = event.fact { return false }
      return event.undoes == nil && !voided.contains(event.sequence)
    }
    guard let last = acts.lastIndex(where: counts) else { return [] }
    return whole(acts, endingAt: last).filter(counts)
  }

  /// The newest event of the newest act that an undo would take back.
  public var undoable: Event? { undoableAct.last }

  /// The undo that took something back last and still holds, oldest event first. O(n log n).
  public var lastUndo: [Event] {
    let (acts, voided) = (acts, voided)
    let facts = Dictionary(events.map { ($0.sequence, $0) }) { first, _ in first }
    func holds(_ event: Event) -> Bool {
      // Doing something again is an undo of an undo, and no undo itself.
      guard let target = event.undoes, !voided.contains(event.sequence) else { return false }
      return facts[target].map { $0.undoes == nil } ?? false
    }
    guard let last = acts.lastIndex(where: holds) else { return [] }
    return whole(acts, endingAt: last).filter(holds)
  }

  /// What an undo took back, oldest first.
  public func taken(by undo: [Event]) -> [Event] {
    let taken = Set(undo.compactMap(\.undoes))
    return events.filter { taken.contains($0.sequence) }.sorted { $0.sequence < $1.sequence }
  }

  /// The newest act of a person or an import, whatever became of it: what a look at the record was based on. O(n).
  public var newestAct: Int64 { events.lazy.filter(\.isAct).map(\.sequence).max() ?? 0 }

  /// When somebody did something after an undo, and it still counts; nil where nobody did.
  func actAfter(_ undo: [Event]) -> Instant? {
    guard let last = undo.last?.sequence else { return nil }
    return effective.last { $0.isAct && $0.sequence > last }?.occurred
  }

  /// What people did, in the order in which it was written down.
  private var acts: [Event] { events.filter { $0.source == .act }.sorted { $0.sequence < $1.sequence } }

  private func whole(_ acts: [Event], endingAt last: Int) -> ArraySlice<Event> {
    var first = last
    while first > 0, acts[first].isPart { first -= 1 }
    return acts[first...last]
  }
}

extension Event {
  /// The event that it takes out.
  var undoes: Int64? {
    if case .undone(let target) = fact { return target }
    return nil
  }
}
