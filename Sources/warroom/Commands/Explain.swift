import ArgumentParser
import EscalationDomain

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: "Show how a deadline came about.")
  @OptionGroup var global: GlobalOptions
  func run() throws {}
}
struct BoardCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "board") }
struct Import: ParsableCommand {}
struct Demo: ParsableCommand {}
struct Keys: ParsableCommand {}
