/// How a number of durations spread, in whole seconds.
public struct Spread: Hashable, Sendable {
  private var seconds: [Int64] = []

  public init() {}

  /// A duration; one that runs backwards (an import dated so) is taken as none at all.
  public mutating func add(_ duration: Int64) { seconds.append(max(0, duration)) }

  public struct Summary: Hashable, Sendable {
    public var count: Int
    /// Half take no longer. Of an even number the mean of the two in the middle, to the nearest second.
    public var median: Int64
    /// Nine in ten take no longer: the first duration for which that holds (nearest rank).
    public var p90: Int64
    /// To the nearest second.
    public var mean: Int64
  }

  /// None without a duration. O(n log n).
  public var summary: Summary? {
    guard !seconds.isEmpty else { return nil }
    let sorted = seconds.sorted()
    let count = sorted.count
    let (lower, upper) = (sorted[(count - 1) / 2], sorted[count / 2])
    let sum = sorted.reduce(Int128(0)) { $0 + Int128($1) }
    return Summary(
      count: count, median: lower + (upper - lower + 1) / 2, p90: sorted[(count * 9 + 9) / 10 - 1],
      mean: Int64((sum + Int128(count / 2)) / Int128(count)))
  }
}
