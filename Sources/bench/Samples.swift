/// Durations of the same thing done again and again.
struct Samples {
  private(set) var milliseconds: [Double] = []

  mutating func add(_ duration: Duration) { milliseconds.append(duration.milliseconds) }

  var isEmpty: Bool { milliseconds.isEmpty }
  var p50: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }
  var longest: Double { milliseconds.max() ?? .nan }

  private func quantile(_ part: Double) -> Double {
    let sorted = milliseconds.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }
}

extension Duration {
  var milliseconds: Double { self / .milliseconds(1) }
  var inSeconds: Double { self / .seconds(1) }
}
