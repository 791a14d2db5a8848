import EscalationDomain
import Screen

/// What a part of the screen is to the mouse: views mark it with this as they draw it.
enum Clickable: Hashable, Sendable {
  /// A list that the wheel scrolls.
  case list
  /// An entry of a list, by its index there.
  case line(Int)
  case pane(EscalationPlace.Pane)
  /// The heading of a column, by what it sorts.
  case order(BoardOrder)
  /// A prompt, by its key.
  case key(Key)
  /// A field of a form, by its index.
  case field(Int)
  /// A choice in the list of a field, or one of the names that it offers, by its index there.
  case choice(Int)
  /// A view of the board, by its place in the list.
  case view(Int)
  /// A part of the war room.
  case part(RoomState.Look)
  /// The heading of a column of the register.
  case column(RegisterColumn)
}

extension BoardColumn {
  /// What a click on its heading sorts by, if it can.
  func order(_ present: BoardOrder) -> BoardOrder? {
    switch self {
    case .severity: .severity
    case .id: .id
    case .account: .account
    case .clock, .left, .bar, .due: .deadline
    case .since: present
    case .owner: .owner
    case .arr: .arr
    case .renewal: .renewal
    case .title, .status, .others, .plan, .next, .today: nil
    }
  }
}
