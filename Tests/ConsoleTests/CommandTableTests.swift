import Screen
import Testing

@testable import Console

/// The one table of commands.
@Suite struct CommandTableTests {
  @Test func everyCommandIsInTheTable() {
    #expect(Set(ConsoleCommand.all.map(\.id)) == Set(ConsoleCommand.ID.allCases))
  }

  @Test(arguments: ConsoleCommand.Scope.allCases) func aKeyMeansOneThing(scope: ConsoleCommand.Scope) {
    var meanings: [Key: Set<ConsoleCommand.ID>] = [:]
    for command in ConsoleCommand.all(in: scope) {
      for key in command.keys { meanings[key, default: []].insert(command.id) }
    }
    // Two that take turns: which of them works follows from the state.
    let turns: Set<Set<ConsoleCommand.ID>> = [
      [.pause, .resume], [.explainClock, .markDone, .takeUp, .doneMilestone, .reopenMilestone, .editPlan],
      [.markDone, .takeUp, .doneMilestone, .reopenMilestone], [.notNeeded, .takeAway, .dropMilestone],
      [.changePerson, .editPlan], [.override, .outline], [.doneMilestone, .reopenMilestone, .editPlan],
      [.doneMilestone, .reopenMilestone],
      [.enterOnAgenda, .open], [.hideNames, .showNames],
      [.close, .closeRisk], [.raise, .promoteRisk], [.clearFilter, .back],
      [.pause, .resume], [.explainClock, .markDone, .takeUp], [.markDone, .takeUp], [.notNeeded, .takeAway],
      [.letGo, .clearFilter], [.letGo, .clearFilter, .back], [.letGo, .back],
    ]
    for (key, ids) in meanings where !turns.contains(ids) {
      #expect(ids.count == 1, "\(key.name) in \(scope): \(ids)")
    }
  }

  @Test func keysHaveNamesThatReadBack() {
    for command in ConsoleCommand.all {
      for key in command.keys { #expect(Key(name: key.name) == key) }
    }
  }

  @Test func lettersAreLeftToWhoeverTypes() {
    for scope in [ConsoleCommand.Scope.form, .filter, .help, .palette, .commandLine] {
      for command in ConsoleCommand.all(in: scope) {
        #expect(!command.keys.contains { if case .character = $0 { true } else { false } }, "\(command.id) in \(scope)")
      }
    }
  }

  @Test func documentationNamesEveryKeyAndVerb() {
    let table = ConsoleCommand.markdownTable
    for command in ConsoleCommand.all {
      for key in command.keys { #expect(table.contains("`\(key.name.replacing("|", with: "\\|"))`")) }
      if let verb = command.verb { #expect(table.contains("`warroom \(verb)`")) }
    }
  }

  @Test(arguments: [60, 80, 100, 120, 200]) func theFooterHoldsWholeWords(width: Int) throws {
    let console = Scene(try Fixture.store(), size: Size(columns: width, rows: 24))
    let footer = try #require(console.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().last)
    let prompts = Set(ConsoleCommand.all(in: .board).map { "\($0.keys[0].name) \($0.label)" })
    for piece in footer.split(separator: "  ") {
      #expect(prompts.contains(String(piece.drop { $0 == " " })), "\(piece)")
    }
    #expect(footer.contains("? help"))
    #expect(footer.contains("q quit"))
  }

  @Test func helpKnowsEveryCommandAndTellsEachOnce() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 200, rows: 60))
    console.press("?")
    let text = HelpView.lines(console.model).map { line in
      line.map(\.text).joined().split(separator: " ").joined(separator: " ")
    }.joined(separator: " ")
    for scope in ConsoleCommand.Scope.allCases {
      for command in ConsoleCommand.grouped(in: scope).flatMap(\.commands) {
        #expect(text.contains(command.help), "\(command.id) in \(scope)")
      }
    }
    #expect(text.components(separatedBy: "Record the first response to the customer").count == 2)
  }

  @Test func helpNarrowsAsItIsTyped() throws {
    let console = Scene(try Fixture.store())
    console.press("?", "text:first response")
    #expect(console.text.contains("Record the first response"))
    #expect(!console.text.contains("Paint the screen anew"))
    console.press("text: zebra")
    #expect(console.text.contains("no key has these words"))
    console.press("esc", "esc")
    #expect(console.model.overlay == nil)
  }
}
