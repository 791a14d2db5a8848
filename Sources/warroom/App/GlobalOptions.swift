import ArgumentParser
import Foundation
import SettingsFiles

/// Options that every verb takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store's file; by default under the XDG data folder.", valueName: "file"))
  var store: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("A fixed clock, for rehearsal and tests.", valueName: "instant"))
  var now: String?

  @Option(
    name: .customLong("as-of"), parsing: .unconditional,
    help: ArgumentHelp("As things stood then; nothing can be changed.", valueName: "instant"))
  var asOf: String?

  @Flag(name: .customLong("read-only"), help: "Look, and change nothing.")
  var readOnly = false

  @Option(help: ArgumentHelp("Who acts; by default $WARROOM_ACTOR or the user's name.", valueName: "name"))
  var actor: String?

  @Option(help: ArgumentHelp("The zone to show and read times in; by default this machine's.", valueName: "zone"))
  var zone: String?

  @Option(
    help: ArgumentHelp("The settings file; by default config.yaml under the XDG config folder.", valueName: "file"))
  var config: String?

  func session(tells: Bool = true) throws -> Session { try Session(self, tells: tells) }

  /// What the options, the environment and the settings file say together.
  func settings() throws -> RunSettings { try RunSettings(path: settingsPath, flags: flags) }

  var settingsPath: SettingsPath { SettingsPath(asked: config, environment: ProcessInfo.processInfo.environment) }

  /// What of the settings an option says.
  var flags: [Setting: String] {
    var flags: [Setting: String] = [:]
    flags[.store] = store
    flags[.actor] = actor?.nonEmpty
    flags[.zone] = zone
    return flags
  }
}
