import Testing

@testable import EscalationDomain

/// `"03-02 10:00"` or `"03-02 10:00:01"`: an instant of 2026 in UTC. 2026-03-02 is a Monday.
extension Instant: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    let whole = "2026-" + text.split(separator: " ").joined(separator: "T") + (text.count == 11 ? ":00Z" : "Z")
    guard let instant = Instant(iso8601: whole) else {
      Issue.record("\(text) is no instant of a table")
      self = .min
      return
    }
    self = instant
  }

  /// As a table writes it.
  var short: String {
    let local = Zone.utc.local(self)
    let second = local.secondOfDay % 60
    return "\(local.date) \(Instant.clock(local.secondOfDay))".replacing("2026-", with: "")
      + (second == 0 ? "" : ":" + padded(second, 2))
  }
}

extension Target: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    do {
      self = try Target(parsing: text)
    } catch {
      Issue.record("\(text) is no target: \(error)")
      self = .sameDay
    }
  }
}

extension EscalationID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
