import EscalationDomain
import Foundation

/// The team's own way of sending: a command that takes the text on standard input and the rest as variables. Nothing of
/// a record comes near its command line.
enum MessagePipe {
  static func command() throws -> String {
    guard let command = Session.messageCommand else {
      throw CommandFailure(.configuration, "no command is configured; set WARROOM_MESSAGE_COMMAND")
    }
    return command
  }

  static func send(_ draft: MessageDraft, about id: String, emails: [String]) throws {
    let command = try command()
    let (path, file) = try MessageFile.temporary(draft.body + "\n")
    unlink(path)
    defer { close(file) }
    lseek(file, 0, SEEK_SET)
    let status = try ChildProcess.run(
      command,
      variables: [
        "WARROOM_SUBJECT": draft.subject, "WARROOM_TO": draft.to.joined(separator: "\n"),
        "WARROOM_EMAILS": emails.joined(separator: "\n"), "WARROOM_CHANNEL": draft.channel ?? "",
        "WARROOM_AUDIENCE": draft.audience.rawValue, "WARROOM_TEMPLATE": draft.template?.id ?? "",
        "WARROOM_ESCALATION": id,
      ], input: file, quiet: true)
    guard status == 0 else {
      throw CommandFailure(.inputOutput, "the message command ended with \(status); nothing is logged")
    }
  }
}
