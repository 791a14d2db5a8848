/// Durations as a board shows them: short, of steady width, never rounded up.
public enum DurationText {
  /// What remains until a deadline, or how far past it is.
  ///
  /// `3d 4h` from a day on, `2h 05m` from an hour on, `04:59` (minutes and seconds) below; `+1h 10m` past the deadline.
  /// - Parameter remaining: seconds until the deadline; negative past it.
  public static func countdown(_ remaining: Int64) -> String {
    let text = short(remaining.magnitude) { "\(padded($0 / 60, 2)):\(padded($0 % 60, 2))" }
    return remaining < 0 ? "+\(text)" : text
  }

  /// The same without seconds: `59m` below an hour, for boards that tick by the minute.
  public static func minutes(_ remaining: Int64) -> String {
    let text = short(remaining.magnitude) { "\($0 / 60)m" }
    return remaining < 0 ? "+\(text)" : text
  }

  /// A length of time in full: `1d 2h 3m 4s`, the parts that are zero left out; `0s` for none.
  public static func full(_ seconds: Int64) -> String {
    let size = seconds.magnitude
    let parts = [(size / 86_400, "d"), (size / 3600 % 24, "h"), (size / 60 % 60, "m"), (size % 60, "s")]
    let text = parts.filter { $0.0 > 0 }.map { "\($0)\($1)" }.joined(separator: " ")
    return text.isEmpty ? "0s" : seconds < 0 ? "-\(text)" : text
  }

  /// A length of working time: hours are the largest unit, for a working day has no fixed length. `26h 05m`, `5m`.
  public static func working(_ seconds: Int64) -> String {
    let size = seconds.magnitude
    let text = size >= 3600 ? "\(size / 3600)h \(padded(size / 60 % 60, 2))m" : "\(size / 60)m"
    return seconds < 0 ? "-\(text)" : text
  }

  private static func short(_ size: UInt64, belowAnHour: (UInt64) -> String) -> String {
    switch size {
    case 86_400...: "\(size / 86_400)d \(size / 3600 % 24)h"
    case 3600...: "\(size / 3600)h \(padded(size / 60 % 60, 2))m"
    default: belowAnHour(size)
    }
  }
}
