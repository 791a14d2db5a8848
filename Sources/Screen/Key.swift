/// What a person did at the keyboard, as far as a terminal can tell.
public enum Key: Hashable, Sendable {
  /// A letter typed; never a control character. Space is `.character(" ")`.
  case character(Character)
  /// Control with a small letter, or with one of `@ [ \ ] ^ _ space`. Tab, Enter and Escape are keys of their own.
  case control(Character)
  /// Alt (or Escape before it) with a character.
  case alt(Character)
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case controlUp, controlDown, controlLeft, controlRight
  case home, end, pageUp, pageDown
  case insert, delete, backspace
  case enter, escape, tab, backTab
  /// F1 to F20.
  case function(Int)
  /// Text pasted in one piece, as it came.
  case paste(String)
  /// The terminal's window got or lost the person's attention.
  case focus(Bool)
  /// A button of the mouse or its wheel.
  case mouse(MouseEvent)
}
