/// How much air the console leaves between what it shows.
public enum Density: String, Hashable, Codable, Sendable, CaseIterable {
  case normal
  /// No preview beside the rows, no blank lines in forms: as many rows as fit.
  case compact
}
