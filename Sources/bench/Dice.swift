/// Chance that falls alike every time, so that two runs measure the same rows.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

  /// True so many times in a hundred.
  mutating func falls(_ percent: Int64) -> Bool { number(1...100) <= percent }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(number(0...Int64(values.count - 1)))] }

  /// One of several, each as likely as its weight says.
  mutating func pick<Value>(weighted: [(Int64, Value)]) -> Value {
    var left = number(1...weighted.reduce(0) { $0 + $1.0 })
    for (weight, value) in weighted {
      left -= weight
      if left <= 0 { return value }
    }
    return weighted[weighted.count - 1].1
  }
}
