import Screen

/// What a control sequence's numbers and last letter mean, as xterm and those after it send them.
enum KeySequence {
  /// Nil for a sequence that is no key: an answer to a query, a mouse.
  static func key(final: UInt8, parameters: [Int]) -> Key? {
    let modifiers = Modifiers(rawValue: max(0, (parameters.count > 1 ? parameters[1] : 1) - 1))
    let first = parameters.first ?? 0
    switch Character(Unicode.Scalar(final)) {
    case "A": return arrow(.up, .shiftUp, .controlUp, modifiers)
    case "B": return arrow(.down, .shiftDown, .controlDown, modifiers)
    case "C": return arrow(.right, .shiftRight, .controlRight, modifiers)
    case "D": return arrow(.left, .shiftLeft, .controlLeft, modifiers)
    case "H": return .home
    case "F": return .end
    case "Z": return .backTab
    case "M" where parameters.isEmpty: return .enter
    case "I" where parameters == [0] || parameters.isEmpty: return .focus(true)
    case "O" where parameters == [0]: return .focus(false)
    case "P": return .function(1)
    case "Q": return .function(2)
    case "S": return .function(4)
    // With two numbers this may be an answer about the cursor: only the forms that F3 has.
    case "R" where first <= 1 && parameters.count < 2 || first == 1 && modifiers.rawValue > 0: return .function(3)
    case "u": return character(first, modifiers)
    case "~": return numbered(first)
    default: return nil
    }
  }

  struct Modifiers: OptionSet {
    let rawValue: Int
    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
  }

  private static func arrow(_ plain: Key, _ shifted: Key, _ controlled: Key, _ modifiers: Modifiers) -> Key {
    if modifiers.contains(.control) || modifiers.contains(.alt) { return controlled }
    return modifiers.contains(.shift) ? shifted : plain
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// A key sent by its scalar's number, from terminals that can tell Control with I from Tab.
  private static func character(_ number: Int, _ modifiers: Modifiers) -> Key? {
    guard let scalar = Unicode.Scalar(UInt32(clamping: number)) else { return nil }
    switch number {
    case 9: return modifiers.contains(.shift) ? .backTab : .tab
    case 13: return modifiers.contains(.alt) ? .alt("\r") : .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case ..<32, 0x80..<0xA0: return nil
    default: break
    }
    let character = Character(scalar)
    if modifiers.contains(.control) { return Key(name: "ctrl-\(character == " " ? "space" : String(character))") }
    return modifiers.contains(.alt) ? .alt(character) : .character(character)
  }
}
