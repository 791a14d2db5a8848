import EscalationDomain

/// Times as people type them, and the echo of the instant understood.
struct Times {
  let session: Session
  let timeline: WorkingTimeline?
  var echoes = Echoes()

  /// A time to come, such as when somebody is expected back.
  func ahead(_ text: String, as what: String) throws -> Instant { try read(text, as: what, leaning: .ahead) }

  /// By when something is due, such as a promise: a day alone is its end.
  func by(_ text: String, as what: String) throws -> Instant { try read(text, as: what, leaning: .by) }

  /// A time that has been, such as when something happened.
  func past(_ text: String, as what: String) throws -> Instant { try read(text, as: what, leaning: .back) }

  /// Notes how the text was understood, unless it was exact already.
  private func read(_ text: String, as what: String, leaning: TypedTime.Leaning) throws -> Instant {
    let instant = try TypedTime.parse(
      text, now: session.now, zone: session.zone, timeline: timeline, leaning: leaning)
    if Instant(iso8601: text) == nil { echoes.add(what, instant, session.zone) }
    return instant
  }
}

/// How times were understood, told on standard error once the act is done.
final class Echoes {
  private var lines: [String] = []

  func add(_ what: String, _ instant: Instant, _ zone: Zone) {
    lines.append("\(what): \(instant.words(in: zone)) (\(instant))")
  }

  func print() {
    for line in lines { ProcessEnd.writeError(line) }
    lines = []
  }
}

/// A date option: `2026-03-01`, or `none` to take it away.
func date(_ text: String) throws -> LocalDate? {
  if text == "none" { return nil }
  guard let date = LocalDate(iso: text) else {
    throw CommandFailure(.usage, "“\(text)” is no date; write it like 2026-03-01")
  }
  return date
}
