/// A hypothesis of the menu and the first action it asks for.
public struct Hypothesis: Hashable, Sendable {
  public var id: String
  public var label: String
  public var action: String
  public var due: Target?
  /// The health dimension whose weakness suggests it.
  public var dimension: String?

  public init(id: String, label: String, action: String, due: Target? = nil, dimension: String? = nil) {
    self.id = id
    self.label = label
    self.action = action
    self.due = due
    self.dimension = dimension
  }
}
