/// A moment in UTC, to the whole second, in the years 0001 to 9999.
///
/// Values beyond those years cannot be written down: `init(_:)` and `+` stop at the first or last second, and whatever
/// must not stop there in silence (deadlines, files) uses `init(exactly:)` or `adding(seconds:)`.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  public let seconds: Int64

  public static let min = Instant(unchecked: -62_135_596_800)
  public static let max = Instant(unchecked: 253_402_300_799)
  static let range = min.seconds...max.seconds

  private init(unchecked seconds: Int64) { self.seconds = seconds }

  /// The instant so many seconds after 1970 began in UTC, held within the years 0001…9999.
  public init(_ seconds: Int64) {
    self.init(unchecked: Swift.min(Swift.max(seconds, -62_135_596_800), 253_402_300_799))
  }

  /// As `init(_:)`, but nil outside the years 0001…9999.
  public init?(exactly seconds: Int64) {
    guard Instant.range.contains(seconds) else { return nil }
    self.init(unchecked: seconds)
  }

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// Later by so many seconds (earlier if negative), held within the years 0001…9999; never traps.
  public static func + (instant: Instant, seconds: Int64) -> Instant {
    let (sum, overflow) = instant.seconds.addingReportingOverflow(seconds)
    return overflow ? (seconds < 0 ? .min : .max) : Instant(sum)
  }

  /// The seconds from `b` to `a`; negative if `a` is the earlier. Cannot overflow.
  public static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }

  /// Later by so many seconds, or nil where that leaves the years 0001…9999.
  public func adding(seconds: Int64) -> Instant? {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return overflow ? nil : Instant(exactly: sum)
  }
}

extension Instant: Codable {
  /// A single integer: seconds since 1970 in UTC. A value outside the years 0001…9999 is corrupt data.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let instant = Instant(exactly: try container.decode(Int64.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "an instant outside the years 0001…9999")
    }
    self = instant
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
