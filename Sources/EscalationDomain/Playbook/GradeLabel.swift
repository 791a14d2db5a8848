/// The grade that people call a record by: its severity, else its level, else its stage.
public struct GradeLabel: Hashable, Sendable {
  @usableFromInline var id: String
  /// A stage that is a bare number, which alone would say nothing.
  @usableFromInline var isNumberedStage: Bool

  /// Nil for a record without a grade.
  @inlinable public init?(severity: String?, level: String?, stage: String?) {
    guard let id = severity ?? level ?? stage else { return nil }
    self.id = id
    isNumberedStage = severity == nil && level == nil && id.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// `S0`, `L2`, `St 2`.
  @inlinable public var short: String { isNumberedStage ? "St \(id)" : id }

  /// `S0`, `L2`, `stage 2`.
  public var words: String { isNumberedStage ? "stage \(id)" : id }
}

extension Escalation {
  public var gradeLabel: GradeLabel? { GradeLabel(severity: severity, level: level, stage: stage) }
}

extension PlaybookMove {
  public var gradeLabel: GradeLabel? { GradeLabel(severity: severity, level: level, stage: stage) }
}
