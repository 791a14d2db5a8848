/// One act on many escalations as it would go: what would change on each, or why a rule refuses it there.
public struct BulkPreview: Hashable, Sendable {
  /// When it was worked out.
  public var asOf: Instant
  public var lines: [Line]

  public struct Line: Hashable, Sendable, Identifiable {
    public var id: EscalationID
    public var account: String
    public var outcome: Outcome
    /// The newest act on the record when this was worked out.
    public var basis: Int64
  }

  public enum Outcome: Hashable, Sendable {
    case done(Weighed)
    case refused(Refusal)
  }

  public init(asOf: Instant, lines: [Line]) { (self.asOf, self.lines) = (asOf, lines) }

  /// Those on which it would be done.
  public var possible: [Line] {
    lines.filter { line in
      if case .done = line.outcome { return true }
      return false
    }
  }

  public var refusedCount: Int { lines.count - possible.count }

  /// Whether the same would come of it. An act that is dated later moves what counts from it by as much: that, and that
  /// a deadline has passed by now, is no difference.
  public func comesToTheSame(as other: BulkPreview) -> Bool {
    let elapsed = abs(asOf - other.asOf)
    return lines.count == other.lines.count
      && zip(lines, other.lines).allSatisfy { $0.comesToTheSame(as: $1, within: elapsed) }
  }
}

extension BulkPreview.Line {
  fileprivate func comesToTheSame(as other: BulkPreview.Line, within seconds: Int64) -> Bool {
    guard id == other.id else { return false }
    switch (outcome, other.outcome) {
    case (.refused(let a), .refused(let b)): return a == b
    case (.done(let a), .done(let b)):
      return a.changes == b.changes && a.deadlines.count == b.deadlines.count
        && zip(a.deadlines, b.deadlines).allSatisfy { a, b in
          a.rule == b.rule && a.before.deadline == b.before.deadline
            && BulkPreview.isNear(a.after.deadline, b.after.deadline, within: seconds)
        }
    case (.done, .refused), (.refused, .done): return false
    }
  }
}

extension BulkPreview {
  fileprivate static func isNear(_ a: Instant?, _ b: Instant?, within seconds: Int64) -> Bool {
    guard let a, let b else { return a == b }
    return abs(a - b) <= seconds
  }
}

extension Decision {
  /// The line of a preview for a record; what is no matter of rules is thrown.
  public func line(for command: Command, on id: EscalationID) throws -> BulkPreview.Line {
    let account = try Escalation.replay(history, policies: policies, now: act.now).account.name
    do {
      return BulkPreview.Line(id: id, account: account, outcome: .done(try weigh(command)), basis: history.newestAct)
    } catch let refusal as Refusal {
      return BulkPreview.Line(id: id, account: account, outcome: .refused(refusal), basis: history.newestAct)
    }
  }
}
