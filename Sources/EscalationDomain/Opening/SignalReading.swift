/// What the facts say of one signal of a playbook.
public struct SignalReading: Hashable, Sendable {
  /// Something about a signal that the facts can tell.
  public enum Measure: Hashable, Sendable {
    /// The account's date is so many local dates away; less than none once it is over.
    case date(AccountDate, LocalDate, away: Int, within: Int)
    case noDate(AccountDate)
    case sum(Money, bound: Money)
    case noSum(bound: Money)

    /// Nil where it is for a person to judge: a sum in another currency is never converted.
    public var holds: Bool? {
      switch self {
      case .date(_, _, let away, let within): away <= within
      case .sum(let sum, let bound): sum.currency == bound.currency ? sum.minorUnits > bound.minorUnits : nil
      case .noDate, .noSum: nil
      }
    }
  }
  public var signal: Signal
  /// The grade that it suggests.
  public var grade: Grade?
  public var measures: [Measure]
  public var word: Word

  /// What a person says of it.
  public enum Word: Hashable, Sendable {
    case nothing
    /// It holds, unless the facts speak against it.
    case told
    /// It holds, with a reason, whatever the facts say.
    case insisted
  }

  init(_ signal: Signal, of playbook: Playbook, _ word: Word, _ facts: OpeningFacts) {
    self.signal = signal
    self.word = word
    grade = signal.suggests.flatMap { id in playbook.severity(id) ?? playbook.level(id) ?? playbook.stage(id) }
    measures = []
    if case .accountDate(let date, let within) = signal.from {
      let measure = facts.date(date).map { Measure.date(date, $0, away: $0 - facts.today, within: within) }
      measures.append(measure ?? .noDate(date))
    }
    if let bound = signal.above {
      measures.append(facts.disputed.map { .sum($0, bound: bound) } ?? .noSum(bound: bound))
    }
  }

  /// Whether it holds by itself; nil where only a person can say.
  public var holds: Bool? {
    if measures.contains(where: { $0.holds == false }) { return false }
    return measures.isEmpty || measures.contains { $0.holds == nil } ? nil : true
  }

  /// Whether it counts: it holds by itself, or because a person says so.
  public var speaks: Bool { word == .insisted || holds ?? (word == .told) }
}

extension Playbook {
  /// What the facts say of each signal, in the playbook's order.
  ///
  /// - Parameters:
  ///   - told: the signal that a person named.
  ///   - insisting: the person gave a reason.
  public func readings(told: String? = nil, insisting: Bool = false, _ facts: OpeningFacts) -> [SignalReading] {
    signals.map { SignalReading($0, of: self, $0.id != told ? .nothing : insisting ? .insisted : .told, facts) }
  }

  /// The signal of that id, or the only one whose label holds every word.
  public func signal(matching text: String) throws -> Signal {
    if let signal = signals.first(where: { $0.id.lowercased() == text.lowercased() }) { return signal }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let fitting = signals.filter { signal in
      let label = signal.label.lowercased()
      return !words.isEmpty && words.allSatisfy { label.contains($0) }
    }
    guard let only = fitting.first else { throw Refusal.unknownSignal(text, known: signals.map(\.id)) }
    guard fitting.count == 1 else { throw Refusal.severalSignals(text, fitting.map(\.id)) }
    return only
  }
}
