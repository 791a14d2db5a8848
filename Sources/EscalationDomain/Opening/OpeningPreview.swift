extension Decision {
  /// The escalation as it would stand once it was opened, every clock that starts included: for the look before it.
  ///
  /// - Throws: what ``open(_:policy:act:why:)`` refuses.
  public static func preview(
    opening: Opening, policies: PolicyBook, act: Act, why: String? = nil
  ) throws -> Escalation {
    let draft = try open(opening, policy: policies.current, act: act, why: why)
    let trial = draft.event(.max, of: EscalationID("new"), recorded: act.now)
    return try Escalation.replay(History([trial]), policies: policies, now: act.now)
  }
}
