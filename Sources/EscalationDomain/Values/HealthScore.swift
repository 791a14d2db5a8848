/// An account's health on one local date of its zone: the composite and its dimensions, 0 to 100.
public struct HealthScore: Hashable, Sendable, Codable {
  public struct Dimension: Hashable, Sendable, Codable {
    /// As the playbook spells it.
    public var name: String
    public var score: Int

    public init(_ name: String, _ score: Int) {
      self.name = name
      self.score = score
    }
  }
  public var date: LocalDate
  public var composite: Int
  public var dimensions: [Dimension]

  public static let range = 0...100

  public init(date: LocalDate, composite: Int, dimensions: [Dimension] = []) {
    self.date = date
    self.composite = composite
    self.dimensions = dimensions
  }

  /// The score of a dimension, if it was given.
  public subscript(name: String) -> Int? { dimensions.first { $0.name == name }?.score }

  /// The dimension that stands lowest; of equals the first.
  public var weakest: Dimension? { dimensions.min { $0.score < $1.score } }
}

/// What a record that health opened is filled with: the score at the trigger and how it came there.
public struct HealthTrigger: Hashable, Sendable, Codable {
  public enum Trend: String, Hashable, Sendable, Codable, CaseIterable {
    case declining
    case stable
    case rising
  }
  /// The last of the dates strictly below red.
  public var score: HealthScore
  /// Over the 30 dates before.
  public var trend: Trend
  /// The scores of these dates, oldest first.
  public var past: [HealthScore]

  public init(score: HealthScore, trend: Trend, past: [HealthScore]) {
    self.score = score
    self.trend = trend
    self.past = past
  }
}
