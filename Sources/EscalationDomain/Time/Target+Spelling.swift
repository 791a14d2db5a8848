extension Target: CustomStringConvertible {
  /// The spelling of CLOCKS, in the largest unit that divides the amount.
  public var description: String {
    switch self {
    case .elapsed(let seconds):
      Target.amount(seconds, units: [("h", 3600), ("m", 60), ("s", 1)])
    case .working(let seconds):
      Target.amount(seconds, units: [("bh", 3600), ("bm", 60), ("bs", 1)])
    case .businessDays(let count): "\(count)bd"
    case .days(let count): "\(count)d"
    case .sameDay: "same-day"
    case .instant(let instant): "\(instant)"
    case .accountDate(let date, let daysBefore): daysBefore == 0 ? date.rawValue : "\(date.rawValue)-\(daysBefore)d"
    case .neededBy: "needed-by"
    case .promised: "promise"
    case .window(let opens, let late): "\(opens)..\(late)"
    case .earliest(let targets): "min(\(targets.map(\.description).joined(separator: ", ")))"
    case .deadlineOf(let rule): rule
    case .slots(let cadence): cadence.description
    }
  }

  private static func amount(_ seconds: Int64, units: [(name: String, seconds: Int64)]) -> String {
    let unit = units.first { seconds != 0 && seconds % $0.seconds == 0 } ?? units[1]
    return "\(seconds / unit.seconds)\(unit.name)"
  }
}

extension SlotCadence: CustomStringConvertible {
  public var description: String {
    switch self {
    case .daily: "daily"
    case .workingDays: "working-days"
    case .weekdays(let days): days.sorted().map(\.name).joined(separator: ",")
    case .weekly: "weekly"
    case .every(let days): "every \(days)d"
    }
  }
}
