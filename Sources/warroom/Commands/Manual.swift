import ArgumentParser
import Console
import Foundation

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the man page, or renew the README's generated parts.")
  @Flag(help: "Print the man page.") var man = false
  @Option(help: ArgumentHelp("Renew the generated parts of this README.", valueName: "file")) var readme: String?

  func run() throws {
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
