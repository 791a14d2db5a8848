/// A date an account carries that a deadline may count back from.
public enum AccountDate: String, Hashable, Sendable, CaseIterable, Codable {
  case renewal, qbr
}

/// When something is due, as a playbook says it (CLOCKS "Targets").
///
/// `description` is the spelling of CLOCKS and reads back as the same target.
public indirect enum Target: Hashable, Sendable {
  /// `90s` `15m` `2h`: start plus elapsed time.
  case elapsed(seconds: Int64)
  /// `30bm` `4bh`: start plus working time. Whole minutes: finer has no spelling.
  case working(seconds: Int64)
  /// `2bd`: the same local time on the nth working date after, or the last working moment before it.
  case businessDays(Int)
  /// `14d`: the same local time so many dates later.
  case days(Int)
  /// `same-day`: 23:59:59 of the start's local date.
  case sameDay
  /// That instant.
  case instant(Instant)
  /// `renewal-30d` `qbr`: the end of that local date; waits while the account has none.
  case accountDate(AccountDate, daysBefore: Int)
  /// `needed-by`: the instant the escalation needs it by.
  case neededBy
  /// `promise`: the instant that was promised.
  case promised
  /// `24h..48h`: opens at the first, late at the second.
  case window(opens: Target, late: Target)
  /// `min(24h, first-response)`: the earliest of them.
  case earliest([Target])
  /// The deadline of another rule of the same escalation; only inside `min(…)`.
  case deadlineOf(rule: String)
  /// `daily`, `working-days`, `mon,wed,fri`, `weekly`, `every 14d`.
  case slots(SlotCadence)
}

extension Target: Codable {
  /// A single string, the spelling of CLOCKS.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      self = try Target(parsing: container.decode(String.self))
    } catch let error as TargetError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
