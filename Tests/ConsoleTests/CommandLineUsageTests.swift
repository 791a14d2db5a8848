import EscalationDomain
import Screen
import Testing

@testable import Console

/// What a verb wants is shown whole, however much that is.
@Suite struct CommandLineUsageTests {
  private static let long = VerbTable.Verb(
    path: ["open"], help: "Open an escalation and say when each of its clocks runs out.",
    options: (1...14).map { .init(names: ["--option-\($0)"], value: $0 % 3 == 0 ? nil : "value-\($0)") },
    arguments: [.init(name: "title")])
  private static let short = VerbTable.Verb(
    path: ["ack"], help: "Record the first response.", options: [.init(names: ["--note"], value: "note")],
    arguments: [.init(name: "id", isEscalation: true)])

  @Test(arguments: ["60x16", "80x24", "120x40", "200x60"]) func nothingOfTheUsageIsLost(text: String) throws {
    let size = try #require(Size(text: text))
    let console = Scene(try Fixture.store(), size: size)
    console.send(.verbsLoaded(VerbTable(verbs: [Self.long, Self.short])))
    console.press(":", "text:open ")
    let lines = console.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let shown = lines.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
    for part in Self.long.usageParts { #expect(lines.contains { $0.contains(part) }, "\(part) at \(text)") }
    #expect(shown.contains(Self.long.help), "at \(text)")
    #expect(lines.last { !$0.isEmpty }?.hasPrefix(":open") ?? false)
  }

  @Test func whatFitsStaysOneLine() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    console.send(.verbsLoaded(VerbTable(verbs: [Self.long, Self.short])))
    console.press(":", "text:ack ")
    #expect(console.text.contains(" ack <id> [--note <note>]   Record the first response."))
  }
}
