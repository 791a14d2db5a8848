import ArgumentParser

@main
struct Warroom: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "warroom", abstract: "The war-room console for customer escalations.")
}
