import ArgumentParser

/// Deadlines a second of the engine alone.
struct DeadlinesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "Deadlines and elapsed times a second, warm, on one core.")

  @Option(help: "Deadlines to work out for each line.")
  var count = 1_000_000

  func run() throws { try EngineFigures(count: count).print() }
}
