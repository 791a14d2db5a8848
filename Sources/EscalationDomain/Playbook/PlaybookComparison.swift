/// Where two playbooks say different things: their grades side by side by band, and each matter on which they agree,
/// differ or contradict each other. Source: PLAYBOOKS, All five, suggested map between scales.
public struct PlaybookComparison: Hashable, Sendable {
  /// The grades of one band; S0 ≈ Critical ≈ P1.
  public struct Pair: Hashable, Sendable {
    public var band: Int
    public var first: Grade?
    public var second: Grade?
  }

  public enum Topic: String, Hashable, Sendable, CaseIterable {
    case scale
    case target
    case cadence
    /// How a clock behaves: what stops it, whether it pauses, what resolving does.
    case clock
    case severityChange = "severity change"
    case gate
    /// Who may pass over a gate.
    case authority
    case notify
    case threshold
    case goal
    case warning
    case calendar

    /// Whether two different answers cannot both be kept; elsewhere they only differ.
    var binds: Bool {
      switch self {
      case .target, .cadence, .severityChange, .gate, .threshold, .goal: true
      case .scale, .clock, .authority, .notify, .warning, .calendar: false
      }
    }
  }

  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case same
    case differ
    case contradict
    case onlyFirst = "only-first"
    case onlySecond = "only-second"
  }

  public struct Row: Hashable, Sendable {
    public var topic: Topic
    public var subject: String
    /// None where it holds at every grade.
    public var band: Int?
    public var first: String?
    public var second: String?

    public var verdict: Verdict {
      switch (first, second) {
      case (nil, _?): .onlySecond
      case (_?, nil): .onlyFirst
      default: first == second ? .same : topic.binds ? .contradict : .differ
      }
    }
  }

  public let first: String
  public let second: String
  public let grades: [Pair]
  /// By topic, then in the order of the first playbook.
  public let rows: [Row]

  /// O(clocks × grades).
  public init(_ first: Playbook, _ second: Playbook) {
    self.first = first.id
    self.second = second.id
    var builder = ComparisonBuilder(first, second)
    grades = builder.pairs
    rows = builder.build()
  }

  public func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }
}

extension Playbook {
  /// The scale by which its records are told apart first.
  var mainScale: Scale? {
    if !severities.isEmpty { return .severity }
    if !levels.isEmpty { return .level }
    return stages.isEmpty ? nil : .stage
  }

  /// A scale's grades in the file's order.
  public func grades(of scale: Scale) -> [Grade] {
    switch scale {
    case .severity: severities
    case .level: levels
    case .stage: stages
    }
  }
}
