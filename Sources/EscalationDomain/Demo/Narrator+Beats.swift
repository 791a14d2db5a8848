/// The words in which a story says what was done, each so long ago.
extension Narrator {
  func beat(_ ago: Span, _ command: Command, _ actor: Teammate?) -> [Beat] {
    [Beat(at: now + -ago.seconds, actor: actor, command: command)]
  }

  func acknowledged(_ ago: Span, _ note: String? = nil, by actor: Teammate? = nil) -> [Beat] {
    beat(ago, .acknowledge(note: note), actor)
  }

  /// - Parameter next: how long from now the next one is promised; negative where the promise was broken.
  func said(
    _ ago: Span, _ text: String, next: Span? = nil, _ channel: String = "email", by actor: Teammate? = nil
  ) -> [Beat] {
    beat(ago, .update(CustomerUpdate(text: text, channel: channel, next: next.map { now + $0.seconds })), actor)
  }

  /// In the customer's own words.
  func heard(_ ago: Span, _ text: String) -> [Beat] { beat(ago, .customerReplied(text: text), nil) }

  func alerted(_ ago: Span, _ who: String..., channel: String = "slack", by actor: Teammate? = nil) -> [Beat] {
    beat(ago, .notify(Notification(who: who, channel: channel)), actor)
  }

  func noted(_ ago: Span, _ text: String, by actor: Teammate? = nil) -> [Beat] { beat(ago, .note(text: text), actor) }

  func checked(_ ago: Span, _ note: String? = nil) -> [Beat] { beat(ago, .check(note: note), nil) }

  func assigned(_ ago: Span, _ owner: Teammate) -> [Beat] { beat(ago, .assign(owner: owner.rawValue), .ruth) }

  func regraded(_ ago: Span, _ grade: Grade, _ reason: String, by actor: Teammate? = nil) -> [Beat] {
    beat(ago, .changeSeverity(to: grade.rawValue, reason: reason), actor)
  }

  /// The first steps of triage, three minutes apart; all of them unless told otherwise.
  func triaged(_ ago: Span, first count: Int = 5) -> [Beat] {
    zip(["log", "assign", "plan", "tell", "cadence"].prefix(count), 0...).flatMap { step, index in
      beat(ago.after(minutes: 3 * index), .mark(step), nil)
    }
  }

  /// A risk taken up as the playbook asks: the customer answered, our people told, triage done.
  func takenUp(_ grade: Grade, _ ago: Span, _ words: String) -> [Beat] {
    acknowledged(ago, words) + told(grade, ago.after(minutes: 6)) + triaged(ago.after(minutes: 11))
  }

  func waiting(_ ago: Span, for reason: String, until ahead: Span) -> [Beat] {
    beat(ago, .pause(reason: reason, until: now + ahead.seconds), nil)
  }

  /// A pause that is over: how long it was expected to last counts from its own start.
  func waited(_ ago: Span, for reason: String, expected: Span, until end: Span) -> [Beat] {
    beat(ago, .pause(reason: reason, until: now + (expected.seconds - ago.seconds)), nil)
      + beat(end, .resume(note: nil), nil)
  }

  func resolved(_ ago: Span, _ summary: String, cause: String, prevention: String...) -> [Beat] {
    beat(ago, .resolve(Resolution(summary: summary, rootCause: cause, prevention: prevention)), nil)
  }

  func called(_ ago: Span) -> [Beat] { beat(ago, .mark("follow-up"), nil) }

  func closed(_ ago: Span, _ outcome: Closing.Outcome, csat: Int? = nil, _ reason: String? = nil) -> [Beat] {
    beat(ago, .close(Closing(outcome: outcome, csat: csat), reason: reason), nil)
  }

  func reopened(_ ago: Span, _ reason: String) -> [Beat] { beat(ago, .reopen(reason: reason), nil) }

  func cancelled(_ ago: Span, _ reason: String) -> [Beat] { beat(ago, .cancel(reason: reason), nil) }
}
