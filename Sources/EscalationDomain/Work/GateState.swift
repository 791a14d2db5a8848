/// A gate as it stands for a record: whether it lets it close, and what is missing.
public struct GateState: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case satisfied
    /// With what would satisfy it.
    case open(Missing)
    /// Passed over with authority; it stays listed (PLAYBOOKS, All five).
    case overridden(Work.Stamp, GateOverride)
    /// An "if needed" gate decided against.
    case notNeeded(Work.Stamp)
  }

  /// What is still to come before a gate opens.
  public enum Missing: Hashable, Sendable {
    case rootCause
    case prevention(has: Int, needs: Int)
    case customerConfirmation
    /// Open items by checklist.
    case decisions([OpenItems])
    case healthStreak(has: Int, needs: Int)
    case step(String, label: String)

    public struct OpenItems: Hashable, Sendable {
      public var checklist: String
      public var labels: [String]
      /// It is asked for once the record is resolved.
      public var awaitsResolution = false
    }
  }

  public var id: String
  public var label: String
  public var need: Need
  public var state: State
  public var overriddenBy: [String]
  /// This record's own, beside the playbook's.
  public var isAdded: Bool

  public var blocks: Bool {
    if case .open = state { return true }
    return false
  }

  /// How it was passed over, if it was.
  public var override: GateOverride? {
    if case .overridden(_, let override) = state { return override }
    return nil
  }
}

extension Escalation {
  /// The gates of the governing playbook at the record's grades, then the record's own, each as it stands.
  ///
  /// O(gates × checklist items + scores).
  public func gates(of playbook: Playbook, zone: Zone, now: Instant) -> [GateState] {
    let lists = checklists(of: playbook, zone: zone, now: now)
    let health = HealthReading(work, policy: playbook.health)
    func state(_ id: String, _ needs: Gate.Condition) -> GateState.State {
      guard let missing = missing(needs, playbook, lists, health) else { return .satisfied }
      if let override = work.overriddenGates.last(where: { $0.value.gate == id }) {
        return .overridden(override.stamp, override.value)
      }
      return work.waivedGates[id].map { .notNeeded($0) } ?? .open(missing)
    }
    let own = playbook.gates.compactMap { gate -> GateState? in
      let need = gate.applies.need(severity: severity, level: level, stage: stage)
      guard need != .no else { return nil }
      return GateState(
        id: gate.id, label: gate.label, need: need, state: state(gate.id, gate.needs), overriddenBy: gate.overriddenBy,
        isAdded: false)
    }
    let added = work.addedGates.map { gate in
      GateState(
        id: gate.value.id, label: gate.value.label, need: .yes, state: state(gate.value.id, gate.value.needs),
        overriddenBy: [], isAdded: true)
    }
    return own + added
  }

  private func missing(
    _ condition: Gate.Condition, _ playbook: Playbook, _ lists: [ChecklistState], _ health: HealthReading
  ) -> GateState.Missing? {
    switch condition {
    case .rootCause: return resolution?.rootCause?.nonEmpty == nil ? .rootCause : nil
    case .prevention(let count):
      let has = resolution?.prevention.count { $0.nonEmpty != nil } ?? 0
      return has < count ? .prevention(has: has, needs: count) : nil
    case .customerConfirmed: return work.customerConfirmed == nil ? .customerConfirmation : nil
    case .checklistsDecided:
      let open = lists.filter { $0.openCount > 0 && $0.checklist.gates }.map { list in
        GateState.Missing.OpenItems(
          checklist: list.checklist.id, labels: list.items.filter(\.isOpen).map(\.item.label))
      }
      let ahead = awaitingResolution(playbook)
      return open.isEmpty && ahead.isEmpty ? nil : .decisions(open + ahead)
    case .healthStreak(let days): return health.streak < days ? .healthStreak(has: health.streak, needs: days) : nil
    case .step(let id):
      if work.steps[id] != nil { return nil }
      return .step(id, label: playbook.process.first { $0.id == id }?.label ?? id)
    }
  }
}

extension Escalation {
  /// What is asked after the resolution, of a record that is not resolved: closing it at once must not pass that by.
  private func awaitingResolution(_ playbook: Playbook) -> [GateState.Missing.OpenItems] {
    guard status.isOpen else { return [] }
    return playbook.checklists.filter { $0.when == .afterResolution }.compactMap { list in
      let labels = list.items.filter { need(of: $0) != .no }.map(\.label)
      return labels.isEmpty ? nil : .init(checklist: list.id, labels: labels, awaitsResolution: true)
    }
  }
}

extension Checklist {
  /// Whether closing waits for its decisions: what is asked again and again is never done with, and
  /// what the room is asked gates nothing.
  var gates: Bool {
    switch when {
    case .once, .closing, .afterResolution, .eachGrade: true
    case .daily, .untilDone, .eachUpdate, .eachCheck: false
    }
  }
}
