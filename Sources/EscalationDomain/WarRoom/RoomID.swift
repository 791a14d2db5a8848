/// The name of a session of the war room: its local date, and its number where a date had several. `2026-03-02`,
/// `2026-03-02.2`.
public struct RoomID: Hashable, Sendable, Comparable {
  public var date: LocalDate
  /// 1 for the first session of a date.
  public var number: Int

  public init(date: LocalDate, number: Int = 1) {
    self.date = date
    self.number = number
  }

  /// Nil for what is no such name.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let date = LocalDate(iso: String(first)), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(date: date)
      return
    }
    guard let number = Int(parts[1]), number > 1, String(number) == parts[1] else { return nil }
    self.init(date: date, number: number)
  }

  public var text: String { number == 1 ? "\(date)" : "\(date).\(number)" }

  public static func < (a: RoomID, b: RoomID) -> Bool { (a.date, a.number) < (b.date, b.number) }
}

extension RoomID: CustomStringConvertible {
  public var description: String { text }
}
