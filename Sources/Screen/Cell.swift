/// One place of a frame, in eight bytes that compare as two numbers. What it shows is a scalar, a number in the frame's
/// table of clusters, or nothing because a wide cluster to its left covers it.
public struct Cell: Hashable, Sendable {
  static let clusterBase: UInt32 = 0x110000
  static let covered: UInt32 = .max

  var code: UInt32
  var paint: UInt32

  init(code: UInt32, style: Style) {
    self.code = code
    paint = Self.packed(style)
  }

  init(code: UInt32, paint: UInt32) {
    self.code = code
    self.paint = paint
  }

  static func packed(_ style: Style) -> UInt32 {
    UInt32(style.role.rawValue) | UInt32(style.ground.rawValue) << 8 | UInt32(style.attributes.rawValue) << 16
  }

  /// The style it is drawn in.
  public var style: Style {
    get {
      Style(
        Role(rawValue: UInt8(truncatingIfNeeded: paint)) ?? .text,
        on: Role(rawValue: UInt8(truncatingIfNeeded: paint >> 8)) ?? .text,
        Attributes(rawValue: UInt8(truncatingIfNeeded: paint >> 16)))
    }
    set { paint = Self.packed(newValue) }
  }

  /// The right part of a wide cluster, which is drawn with the cell to its left.
  public var isCovered: Bool { code == Self.covered }

  /// The single scalar it shows; nil for a cluster of several and for a covered cell.
  public var scalar: Unicode.Scalar? { Unicode.Scalar(code) }

  /// Names an entry of its frame's cluster table.
  var isCluster: Bool { code >= Self.clusterBase && code != Self.covered }
}
