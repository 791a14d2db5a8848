extension Playbook {
  /// Whether it asks by when help is needed: it has a clock for it.
  public var asksNeededBy: Bool { clocks.contains { $0.starts.contains(.neededBySet) } }
}
