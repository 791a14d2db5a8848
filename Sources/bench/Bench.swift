// bench: how fast it is, measured from outside with the release binary, beside another program where that says more than
// a number alone. It judges nothing: it prints figures, and people compare them.

import ArgumentParser

/// Measures what has to be fast. Every figure is of a release build.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures what has to be fast.",
    subcommands: [
      RegisterBench.self, RoomBench.self,
      AllBench.self, DeadlinesBench.self, BatchBench.self, ExportBench.self, BoardBench.self, StagingBench.self,
    ])
}
