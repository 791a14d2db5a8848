import EscalationDomain
import Screen
import Testing

@testable import Console

/// A screen that others see too: names and money hidden, whatever lies over what, at every size.
@Suite struct HidingFlowTests {
  static let sizes = ["80x24", "120x40", "60x16"].compactMap { Size(text: $0) }

  /// Where one may be, and what may lie over it.
  static let scenes: [[String]] = [
    [], ["enter"], ["enter", "tab"], ["enter", "tab", "tab"], ["enter", "shift-tab"], ["enter", "tab", "tab", "tab"],
    ["enter", "tab", "tab", "tab", "tab"], ["3"], ["3", "tab"], ["4"], ["4", "tab"], ["4", "tab", "tab"],
    ["4", "S", "ctrl-s"], ["4", "S", "ctrl-s", "J", "tab"], ["4", "S", "ctrl-s", "tab", "y"],
    ["4", "S", "ctrl-s", "d", "text:so it is", "ctrl-s", "shift-tab"],
    ["4", "S", "ctrl-s", "d", "text:so it is", "ctrl-s", "shift-tab", "f"], ["4", "S", "ctrl-s", "d"],
    ["4", "S", "ctrl-s", "b"], ["4", "A", "text:x"], ["4", "A"], ["4", "S", "ctrl-s", "Q"], ["4", "S", "ctrl-s", "I"],
    ["5"], ["5", "enter"], ["?"], ["u"], ["s"], ["m"], ["x"], ["o"], ["r"], ["ctrl-p"], ["ctrl-p", "text:q"],
    ["ctrl-g"],
    ["space", "j", "space", "n"], ["N"], ["U"], ["/", "text:account:"], [":"], ["S"], ["p"], ["E"], ["M"],
    ["k", "k", "z"],
  ]

  /// Accounts whose names no word of the screen has three letters of.
  static func world(_ random: inout some RandomNumberGenerator) throws -> (FakeStore, names: [String]) {
    let store = FakeStore(Fixture.roomPolicies)
    func word(_ count: Int) -> String {
      let letters = Array("qxzjvkw")
      let rest = (1..<max(2, count)).map { _ in String(letters.randomElement(using: &random) ?? "q") }.joined()
      return "Q" + rest
    }
    var names: [String] = []
    for index in 1...7 {
      let count = Int.random(in: 1...3, using: &random)
      let name = (0..<count).map { _ in word(Int.random(in: 3...9, using: &random)) }
        .joined(separator: [" ", " & ", "-"].randomElement(using: &random) ?? " ")
      let person = "\(word(4)) \(word(7))"
      names += [name, person]
      let money = Money(minorUnits: Int64.random(in: 1_000_000...99_999_999_999, using: &random), currency: "SGD")
      let isCare = index % 2 == 0
      let opening = Opening(
        title: "\(name) waits, \(money), and asks \(person) for help with what is late",
        account: AccountFacts(name: name, arr: money, renewal: LocalDate(iso: "2026-06-20")),
        playbook: isCare ? "care" : "risk", edition: 1, severity: isCare ? "A" : "S1", level: isCare ? "L1" : nil,
        stage: isCare ? "first" : nil, owner: "Ann Lee",
        contacts: [Contact(name: person, role: "sponsor", email: "\(word(6))@x.example", phone: "555-0199")])
      let id = EscalationID("W-\(index)")
      _ = try store.open(opening, id: id, act: Act(actor: "Bo Chen", now: Fixture.now + Int64(-90_000 - index * 600)))
      for (command, after) in [
        (Command.note(text: "\(name) called: they lose \(money.short) a day"), Int64(-4000)),
        (.takeDecision(text: "\(person) of \(name) gets \(money)"), -3000),
        (.raiseBlocker(title: "\(name) has no access", owner: "Legal", neededBy: Fixture.now + 4000), -2000),
      ] { _ = try store.perform(command, on: id, act: Act(actor: "Bo Chen", now: Fixture.now + after)) }
    }
    return (store, names)
  }

  @Test(arguments: sizes, 1...3) func noPieceOfANameOrAnAmountShows(size: Size, seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    let (store, names) = try Self.world(&random)
    let pieces = Set(names.flatMap { Self.pieces(of: $0) })
    for scene in Self.scenes {
      // Hidden before and after one goes there: what is read meanwhile is hidden too.
      for keys in [["#"] + scene, scene + ["#"]] {
        let console = Scene(store.copy(), size: size)
        for key in keys { console.press(key) }
        guard console.model.hidden != nil else { continue }
        let shown = console.text
        let leak = pieces.first { shown.contains($0) }
        #expect(leak == nil, "\(leak ?? "") after \(keys)\n\(shown)")
        #expect(shown.firstMatch(of: /SGD [0-9]/) == nil, "after \(keys)\n\(shown)")
      }
    }
  }

  @Test func whatGoesOutSaysThatItIsWhole() throws {
    let console = Scene(try Fixture.roomStore())
    console.press("4", "S", "ctrl-s", "Q", "y", "#")
    console.send(.minutesGone("copied the minutes"))
    #expect(console.text.contains("copied the minutes, with names and money"))
    console.press("#")
    console.send(.minutesGone("written"))
    #expect(!console.text.contains("written, with"))
  }

  /// Each run of three letters.
  private static func pieces(of name: String) -> [String] {
    name.split { !$0.isLetter }.flatMap { word -> [String] in
      let letters = Array(word)
      return letters.count < 3 ? [] : (0...letters.count - 3).map { String(letters[$0..<$0 + 3]) }
    }
  }
}
