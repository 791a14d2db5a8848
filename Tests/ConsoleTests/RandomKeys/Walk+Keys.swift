import EscalationDomain
import Screen

@testable import Console

/// Which keys come next: any at all, those of whoever has the keys, and those that lead something to its end.
extension Walk {
  func nextKeys() -> [Key] {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<38: return own()
    case 38..<50: return [random.one(of: RandomKeysTests.keys) ?? .enter]
    case 50..<56: return keys("esc")
    default: return onward()
    }
  }

  /// A key that means something here.
  private func own() -> [Key] {
    guard let command = random.one(of: Self.commands[model.scope] ?? []) else { return [.escape] }
    return [random.one(of: command.keys) ?? .escape]
  }

  private static let commands: [ConsoleCommand.Scope: [ConsoleCommand]] = Dictionary(
    uniqueKeysWithValues: ConsoleCommand.Scope.allCases.map { ($0, ConsoleCommand.all(in: $0)) })

  /// What a person who knows the console would do next.
  private func onward() -> [Key] {
    switch model.scope {
    case .form: return inForm()
    case .confirmation: return random.oneIn(5) ? keys("z") : keys("y")
    case .conflict: return keys(random.oneIn(2) ? "m" : "t", "enter")
    case .filter: return keys("text:\(random.one(of: Self.filters) ?? "")", "enter")
    case .palette: return keys("text:\(random.one(of: Self.sought) ?? "")", "enter")
    case .commandLine:
      return keys("text:\(random.one(of: ["ack W-1", "ack C-1", "list", "theme light", "8"]) ?? "")", "enter")
    case .templates, .drafts, .views, .ended, .orders: return keys(random.oneIn(2) ? "down" : "enter")
    case .message: return keys(random.one(of: ["enter", "s", "|", "c", "w"]) ?? "enter")
    case .board, .escalation, .plans, .room, .register, .risk: return inPlace()
    case .explanation, .guidance, .help, .columns, .output, .messages: return own()
    }
  }

  /// From the board to something that chance alone seldom comes to.
  func errand() -> [Key] {
    let home = keys("esc", "esc", "esc", "1", "esc", "g")
    if random.oneIn(3) {
      let errand = random.one(of: Self.errands) ?? []
      return home + errand.flatMap { keys($0) }
    }
    // Some line of some pane.
    let panes = Int.random(in: 1...6, using: &random)
    let lines =
      random.oneIn(4) ? keys("G", "k") : (0..<Int.random(in: 0..<16, using: &random)).flatMap { _ in keys("j") }
    let act = keys(random.one(of: ["enter", "enter", "e", "d", "-", "space", "+", "."]) ?? "enter")
    return home + keys("enter") + (0..<panes).flatMap { _ in keys("tab") } + lines + act
  }

  private static let errands: [[String]] = [
    ["m", "enter", "enter", "text:a full disk", "enter", "text:+3h", "ctrl-s", "w", "ctrl-s"],
    ["5", "/", "text:champion", "enter", "enter", "P", "text:fri 17:00", "ctrl-s", "y"],
    ["5", "/", "text:champion", "enter", "e", "ctrl-s"],
    ["5", "/", "text:kind:risk", "enter", "C", "text:gone", "ctrl-s"],
    ["5", "/", "text:kind:risk", "enter", "w", "ctrl-s"],
    ["5", "/", "text:kind:risk", "enter", "e", "text: more", "ctrl-s"],
    ["enter", "tab", "tab", "j", "e", "text: x", "tab", "tab", "tab", "text:2026-03-04 12:00", "ctrl-s"],
    ["enter", "shift-tab", "shift-tab"], ["enter", "tab", "tab", "j", "j", "-", "text:x", "ctrl-s"],
    ["enter", "tab", "tab", "tab", "tab", "G", "enter", "text:Cy", "tab", "text:lead", "ctrl-s"],
    ["enter", "tab", "tab", "tab", "tab", "G", "k", "k", "enter", "text:dana", "tab", "ctrl-s"],
    ["enter", "tab", "tab", "tab", "tab", "G", "k", "-", "y"],
    ["A", "enter", "A", "text:not over", "ctrl-s"], ["A", "down", "enter", "A", "text:not over", "ctrl-s"],
    ["4", "S", "ctrl-s", "J", "d", "text:so be it", "ctrl-s"],
    ["4", "S", "ctrl-s", "v", "text:yes", "tab", "text:so", "ctrl-s"],
    ["4", "I", "text:Ann Lee", "ctrl-s"], ["4", "e", "ctrl-u", "text:9", "ctrl-s"],
    ["4", "N", "text:a note", "ctrl-s"],
    ["4", "j", "y", "text:not now", "ctrl-s"], ["4", "A", "text:W-", "tab", "text:they asked", "ctrl-s"],
    ["4", "S", "ctrl-s", "b", "text:no key", "ctrl-s"], ["4", "shift-tab", "f", "ctrl-s"],
    ["4", "S", "ctrl-s", "J", "Q", "y", "Y", "f", "ctrl-s", "y"], ["4", "S", "ctrl-s", "tab", "tab", "tab", ".", "-"],
    ["o", "text:Bo Chen", "ctrl-s", "z", "y", "Z", "y"], ["3", "tab", "l", "0", "n", "text:x", "ctrl-s"],
  ]

  private func inPlace() -> [Key] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return keys(random.one(of: ["1", "2", "3", "4", "4", "5"]) ?? "1")
    case 1: return keys("tab")
    case 2: return keys("j")
    case 3: return keys("enter")
    case 4: return keys("space", "space", random.one(of: ["n", "o", "s", "p", "u"]) ?? "n")
    case 5: return keys("z")
    default:
      // An act that can be done.
      for _ in 0..<6 {
        guard let command = random.one(of: Self.acts[model.scope] ?? []) else { break }
        if command.availability(in: model) == .available, let key = command.keys.first { return [key] }
      }
      return keys("j")
    }
  }

  private static let acts = commands.mapValues { $0.filter { $0.group == .acts } }

  /// Fills in where the cursor is with what fits there, and saves now and then.
  private func inForm() -> [Key] {
    var typed: [Key] = []
    if let form = model.typedForm, form.fields.indices.contains(form.focus) {
      let field = form.fields[form.focus]
      switch field.entry {
      case .choice: typed = random.oneIn(2) ? keys("down") : []
      case .time: typed = keys("ctrl-u", "text:\(random.one(of: Self.times) ?? "")")
      case .name: typed = keys("ctrl-u", "text:\(random.one(of: Self.names) ?? "")")
      case .text where !field.text.isEmpty && random.oneIn(2): break
      case .text: typed = keys("text:\(random.one(of: Self.texts) ?? "")")
      }
    }
    return typed + (random.oneIn(2) ? keys("ctrl-s") : keys("tab"))
  }

  private static let times = ["+4h", "fri 12:00", "+2d", "none", "25:99", "2026-03-20"]
  private static let names = ["Bo Chen", "nobody", "d", "Fabrikam", "佐藤", "Contoso Bank"]
  private static let texts = ["All is well", "4", "M1", "x", "漢字 🚨", "2026-03-09", "a@b.example"]
  private static let filters = ["", "sev:S0..S1", "owner:me or due<4h", "-paused", "clock:first-response", "duee<4"]
  private static let sought = ["", "note", "unde", "W-2", "board", "light", "reg", "more"]

  /// As ``Scene/press(_:)`` takes them.
  func keys(_ names: String...) -> [Key] {
    names.flatMap { name -> [Key] in
      name.hasPrefix("text:") ? name.dropFirst(5).map { .character($0) } : Key(name: name).map { [$0] } ?? []
    }
  }
}
