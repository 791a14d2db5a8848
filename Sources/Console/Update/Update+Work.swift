import EscalationDomain

extension Model {
  /// Marks the selected line of the Work pane; what cannot be marked was refused before.
  mutating func markDone() -> [Effect] {
    guard let item = selectedWork, case .escalation(var place) = place else { return [] }
    switch item.mark {
    case .perform(let command):
      place.marking = item.name
      self.place = .escalation(place)
      return [.perform(command, on: place.id)]
    case .ask(let kind): return openForm(kind, about: item)
    case .go(let checklist):
      guard let list = records[place.id].flatMap({ work(of: $0) }) else { return [] }
      let first = list.items.firstIndex { item in
        if case .item(let owner, let state) = item.what { return owner.id == checklist && state.isOpen }
        return false
      }
      if let first { place.work = ItemCursor(list, at: first) }
      self.place = .escalation(place)
      return []
    case .none: return []
    }
  }

  mutating func openGuidance() -> [Effect] {
    guard let id = subject?.id else { return [] }
    overlay = .guidance(GuidancePanel(id: id))
    return records.want(id)
  }

  /// The gates of a record as they stand now; nil until the playbooks are read.
  func gates(of record: Record) -> [GateState]? {
    policies?.book.editions[record.escalation.edition].map {
      WorkView(record.escalation, policy: $0, now: now).gates
    }
  }
}
