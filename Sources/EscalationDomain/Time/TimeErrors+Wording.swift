// What a person reads when a time, a target or a calendar is refused: what is wrong, and what to do.

extension TargetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the target is empty; write one like 4bh, 2bd or same-day"
    case .unreadable(let text):
      "\"\(text)\" is no target; write one like 15m, 4bh, 2bd, 14d, same-day, renewal-30d, needed-by, promise, "
        + "24h..48h, min(24h, first-response), daily, working-days, mon,wed,fri, weekly or every 14d"
    case .tooLarge(let text): "\"\(text)\" is longer than any calendar; write a smaller amount"
    case .invertedWindow(let text): "\"\(text)\" is late before it opens; write the earlier edge first"
    case .nested(let text): "\"\(text)\" nests windows or minimums; use them one level deep"
    case .lonelyMinimum(let text): "\"\(text)\" needs at least two targets"
    case .emptyCadence(let text): "\"\(text)\" never moves on; write at least every 1d"
    }
  }
}

extension CalendarError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noWorkingTimeAhead(let calendar, let after):
      "calendar \"\(calendar)\" has no working time after \(after); add hours to it or choose another"
    case .beyondRange(let from): "counted from \(from) the deadline lies outside the years 0001 to 9999"
    }
  }
}

extension ZoneError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown(let id): "\"\(id)\" is no known time zone; write one like Europe/Berlin"
    }
  }
}

extension AccountDateOrField: CustomStringConvertible {
  /// What is waited for, as a noun: "the account's renewal date".
  public var description: String {
    switch self {
    case .accountDate(.renewal): "the account's renewal date"
    case .accountDate(.qbr): "the account's QBR date"
    case .neededBy: "the needed-by time"
    case .promised: "the promised time"
    case .rule(let name): "the deadline of \(name)"
    }
  }
}
