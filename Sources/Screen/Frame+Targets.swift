/// A part of a frame that stands for something: what a click there is about. Views note it as they draw, so that what is
/// clicked is what is seen.
struct Target: Sendable {
  var rect: Rect
  /// Hides the targets below it.
  var covers: Bool
  var meaning: any Hashable & Sendable
}

extension Frame {
  /// Notes what a rectangle stands for. Later ones lie over earlier ones.
  public mutating func mark(_ rect: Rect, as meaning: some Hashable & Sendable) {
    targets.append(Target(rect: rect.intersection(bounds), covers: false, meaning: meaning))
  }

  /// From now on what was marked before is out of reach in a rectangle: something lies over it.
  public mutating func cover(_ rect: Rect) {
    targets.append(Target(rect: rect.intersection(bounds), covers: true, meaning: 0))
  }

  /// What a place stands for, the topmost first. O(marks).
  public func meanings<Meaning>(at point: Point, as type: Meaning.Type = Meaning.self) -> [Meaning] {
    var meanings: [Meaning] = []
    for target in targets.reversed() where target.rect.contains(point) {
      if target.covers { break }
      if let meaning = target.meaning as? Meaning { meanings.append(meaning) }
    }
    return meanings
  }

  /// The marks of a frame that is laid over this one with its corner at a place, as far as they show.
  mutating func takeTargets(of other: Frame, at origin: Point) {
    for target in other.targets {
      var moved = target
      moved.rect.column += origin.column
      moved.rect.row += origin.row
      moved.rect = moved.rect.intersection(bounds)
      targets.append(moved)
    }
  }
}
