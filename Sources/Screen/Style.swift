/// What a terminal can do to a letter besides colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let reverse = Attributes(rawValue: 8)
  public static let italic = Attributes(rawValue: 16)
  /// Only where a person asked for it.
  public static let blink = Attributes(rawValue: 32)
}

/// How a cell is drawn: its role, the ground it stands on, and attributes beyond the theme's.
///
/// The ground is a role too: `Style(.band1, on: .selection)` keeps the severity's colour on the selected row's background,
/// unless the theme gives the role a background of its own.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var ground: Role
  public var attributes: Attributes

  /// Plain text on the plain ground.
  public static let text = Style(.text)

  public init(_ role: Role, on ground: Role = .text, _ attributes: Attributes = []) {
    self.role = role
    self.ground = ground
    self.attributes = attributes
  }

  /// The same on another ground.
  public func on(_ ground: Role) -> Style { Style(role, on: ground, attributes) }

  /// The same with attributes added.
  public func adding(_ attributes: Attributes) -> Style { Style(role, on: ground, self.attributes.union(attributes)) }
}
