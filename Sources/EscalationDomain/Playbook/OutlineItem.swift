/// A milestone that plans under a playbook usually have.
public struct OutlineItem: Hashable, Sendable {
  public var id: String
  public var title: String
  public var kind: Milestone.Kind
  /// From the adding on.
  public var due: Target?
  /// Ids of items before it in the outline.
  public var after: [String]

  public init(id: String, title: String, kind: Milestone.Kind, due: Target? = nil, after: [String] = []) {
    self.id = id
    self.title = title
    self.kind = kind
    self.due = due
    self.after = after
  }
}
