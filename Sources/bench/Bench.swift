import ArgumentParser

/// Measures what has to be fast. Every figure is of a release build, warm, on one core.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(subcommands: [
    DeadlinesBench.self, BatchBench.self, BoardBench.self, StagingBench.self,
  ])
}
