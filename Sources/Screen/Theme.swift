/// How each role looks.
public struct Theme: Hashable, Sendable {
  public enum Appearance: String, Hashable, Sendable, CaseIterable { case dark, light }

  /// What a theme says of one role. Nil leaves the colour to the ground the role stands on, and to `text`.
  public struct Entry: Hashable, Sendable {
    public var foreground: Color?
    public var background: Color?
    public var attributes: Attributes

    public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// Colours and attributes as a terminal takes them.
  public struct Paint: Hashable, Sendable {
    public var foreground: Color
    public var background: Color
    public var attributes: Attributes

    public init(foreground: Color, background: Color, attributes: Attributes) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  public let id: String
  public let name: String
  /// Whether it is made for a dark or a light screen: where it leaves colours to the terminal, pictures follow this.
  public let appearance: Appearance
  private let entries: [Role: Entry]

  public init(id: String, name: String, appearance: Appearance, entries: [Role: Entry]) {
    self.id = id
    self.name = name
    self.appearance = appearance
    self.entries = entries
  }

  /// What is said of a role; nothing said looks like `text`.
  public subscript(role: Role) -> Entry { entries[role] ?? Entry() }

  /// How a style looks on a terminal of a depth. Letters that could be read stay readable however few colours there are.
  public func paint(_ style: Style, depth: ColorDepth = .full) -> Paint {
    // Plain text looks as its ground says; every other role keeps what it says of itself.
    let own = self[style.role == .text ? style.ground : style.role]
    let ground = self[style.ground]
    let base = self[.text]
    var attributes = style.attributes.union(own.attributes)
    if style.ground != .text { attributes.formUnion(ground.attributes) }
    if depth == .mono {
      // Without colours a background of its own can only show as reverse.
      if (own.background ?? ground.background ?? base.background) != base.background { attributes.insert(.reverse) }
      return Paint(foreground: .standard, background: .standard, attributes: attributes)
    }
    let foreground = own.foreground ?? ground.foreground ?? base.foreground ?? .standard
    let background = own.background ?? ground.background ?? base.background ?? .standard
    let reduced = background.reduced(to: depth)
    // A background that the depth makes equal to the plain one still has to show where the cursor is.
    if style.ground == .selection, background != base.background, reduced == base.background?.reduced(to: depth) {
      attributes.insert(.reverse)
    }
    return Paint(
      foreground: foreground.reduced(to: depth, readableOn: reduced, insteadOf: background), background: reduced,
      attributes: attributes)
  }

  /// The colours that stand for the terminal's own in a picture.
  var standardColors: (foreground: Color, background: Color) {
    appearance == .dark
      ? (.rgb(0xD8, 0xD8, 0xD8), .rgb(0x10, 0x10, 0x14)) : (.rgb(0x1C, 0x1C, 0x1C), .rgb(0xFF, 0xFF, 0xFF))
  }
}
