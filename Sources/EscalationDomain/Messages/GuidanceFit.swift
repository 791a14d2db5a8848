/// A card and why it fits a record now.
public struct GuidanceFit: Hashable, Sendable {
  /// In the order in which they count.
  public enum Reason: Hashable, Sendable {
    /// The competitor that the latest hypothesis names.
    case competitor(String)
    /// The signal that spoke for opening the record.
    case signal(id: String, label: String)
    /// A step of the playbook that is still open.
    case step(id: String, label: String)
    /// The message that comes next.
    case template(id: String, label: String)

    fileprivate var rank: Int {
      switch self {
      case .competitor: 0
      case .signal: 1
      case .step: 2
      case .template: 3
      }
    }
  }
  public var card: GuidanceCard
  public var reasons: [Reason]

  public init(_ card: GuidanceCard, reasons: [Reason] = []) {
    self.card = card
    self.reasons = reasons
  }
}

extension Escalation {
  /// Every card of the playbook, best fit first: the toolkit where the cause is competition; what goes with the signal, with its open steps, with the next
  /// message; then what fits anywhere; then the rest. Among equals the playbook's order.
  ///
  /// O(cards × fits).
  public func guidance(of playbook: Playbook) -> [GuidanceFit] {
    let signals = playbook.signals.filter { $0.id == signal }
    let steps = status.isOpen || status == .resolved ? playbook.process.filter { work.steps[$0.id] == nil } : []
    let next = nextTemplate(of: playbook)
    let fits = playbook.guidance.map { card in
      var reasons = signals.filter { card.fits.contains($0.id) }
        .map { GuidanceFit.Reason.signal(id: $0.id, label: $0.label) }
      reasons += steps.filter { card.fits.contains($0.id) }.map { .step(id: $0.id, label: $0.label) }
      if let next, card.fits.contains(next.id) { reasons.append(.template(id: next.id, label: next.label)) }
      return GuidanceFit(card, reasons: reasons)
    }
    return toolkit(of: playbook)
      + fits.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  /// Where the latest hypothesis names a competitor, what is at hand against them.
  private func toolkit(of playbook: Playbook) -> [GuidanceFit] {
    guard let name = work.hypotheses.last?.value.competitor?.nonEmpty, let toolkit = playbook.toolkit(for: name)
    else { return [] }
    return [GuidanceFit(toolkit.card(against: name), reasons: [.competitor(name)])]
  }
}

extension GuidanceFit {
  fileprivate var rank: Int { reasons.first?.rank ?? (card.fits.isEmpty ? 4 : 5) }
}
