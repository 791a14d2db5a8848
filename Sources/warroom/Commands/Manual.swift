import ArgumentParser
import Console
import Foundation

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the man page, or renew the README's generated parts.")
  @Flag(help: "Print the man page.") var man = false
  @Option(help: ArgumentHelp("Renew the generated parts of this README.", valueName: "file")) var readme: String?
  @Flag(help: "Print the README's picture, an SVG of the demo's board.") var picture = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    if picture {
      let demo = try Demo.parse(Manual.pictured)
      return try demo.run()
    }
    let reference = try CommandReference.read()
    if let readme {
      let text = try TextFile.read(readme)
      try Readme(reference: reference, keys: KeyReference.all).renewed(text)
        .write(toFile: readme, atomically: true, encoding: .utf8)
    } else {
      Output.write(ManPage(reference: reference, keys: KeyReference.all).text)
    }
  }
}

extension Manual {
  /// The demo at a fixed time, zone, size and theme, so that the picture is the same wherever it is made.
  private static let pictured = [
    "--now", "2026-03-03T14:20:00Z", "--zone", "America/New_York", "--once", "--size", "120x34", "--format", "svg",
    "--theme", "dark",
  ]
}

/// The console's keys as documentation tells them, from its one command table.
enum KeyReference {
  static var all: [(keys: String, help: String, place: String)] {
    ConsoleCommand.Scope.allCases.flatMap { scope in
      ConsoleCommand.grouped(in: scope).flatMap(\.commands).map { command in
        (command.keys.map(\.name).joined(separator: " "), command.help, scope.title)
      }
    }
  }
}
