import Screen

extension KeyParser {
  /// A mouse, as `ESC [ < button ; column ; row M` (`m` where a button is let go), or in the old form of a letter and three
  /// bytes, which a terminal sends that knows no other. Nil for what is no mouse.
  func mouse(_ body: ArraySlice<UInt8>, final: Bool) -> Step? {
    switch body.first {
    case UInt8(ascii: "<"): return exact(body.dropFirst(), final: final)
    case UInt8(ascii: "M"):
      guard body.count >= 4 else { return final ? nil : .wait }
      let values = body.dropFirst().prefix(3).map { Int($0) - 32 }
      guard values.allSatisfy({ $0 >= 0 }) else { return nil }
      return .key(Self.mouse(values[0], values[1], values[2], isPress: values[0] & 3 != 3), length: 6)
    default: return nil
    }
  }

  private func exact(_ body: ArraySlice<UInt8>, final: Bool) -> Step? {
    guard let end = body.firstIndex(where: { !(0x30...0x3B).contains($0) }) else {
      return final || body.count > 64 ? nil : .wait
    }
    let isPress = body[end] == UInt8(ascii: "M")
    guard isPress || body[end] == UInt8(ascii: "m") else { return nil }
    let numbers = String(decoding: body[..<end], as: UTF8.self).split(separator: ";").map { Int($0) }
    let length = end - body.startIndex + 4
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2] else {
      return .key(nil, length: length)
    }
    return .key(Self.mouse(button, column, row, isPress: isPress), length: length)
  }

  /// - Parameters:
  ///   - button: the button's number with bits for modifiers (4, 8, 16), motion (32), the wheel (64) and more (128).
  ///   - column: counted from 1, as `row` is.
  private static func mouse(_ button: Int, _ column: Int, _ row: Int, isPress: Bool) -> Key? {
    // A terminal's own numbers are small; what is not on any screen is nowhere.
    guard (1...10_000).contains(column), (1...10_000).contains(row), button & 0xA0 == 0 else { return nil }
    let point = Point(column: column - 1, row: row - 1)
    if button & 64 != 0 {
      guard isPress, button & 3 < 2 else { return nil }
      return .mouse(MouseEvent(button & 3 == 0 ? .wheelUp : .wheelDown, at: point))
    }
    guard isPress else { return .mouse(MouseEvent(.release, at: point)) }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right]
    return button & 3 < 3 ? .mouse(MouseEvent(.press(buttons[button & 3]), at: point)) : nil
  }
}
