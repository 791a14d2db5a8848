/// Counts of things that people spell: one whatever the case and the spaces, shown as first spelt.
public struct Tallied<Count: Hashable & Sendable>: Hashable, Sendable {
  private var counts: [String: Entry] = [:]

  public struct Entry: Hashable, Sendable {
    public var name: String
    public var count: Count
  }

  public init() {}

  public var isEmpty: Bool { counts.isEmpty }

  mutating func change(_ name: String, from nothing: Count, _ change: (inout Count) -> Void) {
    change(&counts[name.folded, default: Entry(name: name, count: nothing)].count)
  }

  /// By name.
  public var entries: [Entry] {
    counts.sorted { a, b in
      let order = a.key.comparedAsCounted(to: b.key)
      return order == 0 ? a.key < b.key : order < 0
    }.map(\.value)
  }
}

extension Tallied where Count == Int {
  mutating func add(_ name: String) { change(name, from: 0) { $0 += 1 } }

  /// The commonest first; equals by name.
  public var ranked: [Entry] {
    entries.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  public var total: Int { counts.values.reduce(0) { $0 + $1.count } }
}

extension String {
  /// The same for two spellings that differ in case and spaces alone.
  var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
