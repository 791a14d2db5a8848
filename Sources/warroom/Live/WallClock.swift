import EscalationDomain
import Foundation

/// What time it is: the machine's, or one that stands still for rehearsals and tests.
enum WallClock: Sendable {
  case system
  case fixed(Instant)

  var now: Instant {
    switch self {
    case .system: Instant(Int64(Date().timeIntervalSince1970.rounded(.down)))
    case .fixed(let instant): instant
    }
  }

  /// How long until an instant begins; none on a clock that stands still.
  func wait(until instant: Instant) -> Duration? {
    guard case .system = self else { return nil }
    let seconds = Double(instant.seconds) - Date().timeIntervalSince1970
    return .milliseconds(max(0, Int64((seconds * 1000).rounded(.up))))
  }
}
