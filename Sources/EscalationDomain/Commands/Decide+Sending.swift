extension Decision {
  /// Every deadline before and after a message goes out, for the question that precedes it; refused where the message
  /// itself would be.
  public func preview(sending message: SentMessage) throws -> [DeadlineMove] {
    _ = try decide(.send(message))
    let before = try Escalation.replay(history, policies: policies, now: act.occurred)
    return try preview(.messageSent(try self.message(message, before)), before)
  }
}
