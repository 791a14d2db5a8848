import EscalationDomain
import Foundation
import Screen

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
    let status = try run(draft, about: id, emails: emails)
    guard status == 0 else {
      throw CommandFailure(.inputOutput, "the message command ended with \(status); nothing is logged")
    }
  }

  /// The same beside a console: nothing that it prints reaches the terminal; a failure tells of it.
  static func sendApart(_ draft: MessageDraft, about id: String, emails: [String]) throws {
    let (path, output) = try MessageFile.temporary("")
    unlink(path)
    defer { close(output) }
    let status = try run(draft, about: id, emails: emails, output: output)
    guard status == 0 else {
      let said = lastWords(in: output)
      throw CommandFailure(
        .inputOutput,
        "the message command ended with \(status)\(said.isEmpty ? "" : ": \(said)"); nothing is logged")
    }
  }

  /// Gives it a text that is no message about an escalation: to the team, whom the command knows.
  ///
  /// - Parameter variables: besides those that every text comes with.
  static func send(_ text: String, subject: String, variables: [String: String]) throws {
    let status = try run(text, variables: team(subject, variables))
    guard status == 0 else { throw CommandFailure(.inputOutput, "the message command ended with \(status)") }
  }

  /// The same beside a console.
  static func sendApart(_ text: String, subject: String, variables: [String: String]) throws {
    let (path, output) = try MessageFile.temporary("")
    unlink(path)
    defer { close(output) }
    let status = try run(text, variables: team(subject, variables), output: output)
    guard status == 0 else {
      let said = lastWords(in: output)
      throw CommandFailure(.inputOutput, "the message command ended with \(status)\(said.isEmpty ? "" : ": \(said)")")
    }
  }

  private static func team(_ subject: String, _ variables: [String: String]) -> [String: String] {
    var all = Dictionary(
      uniqueKeysWithValues: ["TO", "EMAILS", "CHANNEL", "TEMPLATE", "ESCALATION"].map { ("WARROOM_\($0)", "") })
    all["WARROOM_SUBJECT"] = subject
    all["WARROOM_AUDIENCE"] = SentMessage.Audience.internal.rawValue
    return all.merging(variables) { $1 }
  }

  private static func run(
    _ draft: MessageDraft, about id: String, emails: [String], output: Int32? = nil
  ) throws -> Int32 {
    try run(
      draft.body + "\n",
      variables: [
        "WARROOM_SUBJECT": draft.subject, "WARROOM_TO": draft.to.joined(separator: "\n"),
        "WARROOM_EMAILS": emails.joined(separator: "\n"), "WARROOM_CHANNEL": draft.channel ?? "",
        "WARROOM_AUDIENCE": draft.audience.rawValue, "WARROOM_TEMPLATE": draft.template?.id ?? "",
        "WARROOM_ESCALATION": id,
      ], output: output)
  }

  private static func run(_ text: String, variables: [String: String], output: Int32? = nil) throws -> Int32 {
    let command = try command()
    let (path, file) = try MessageFile.temporary(text)
    unlink(path)
    defer { close(file) }
    lseek(file, 0, SEEK_SET)
    return try ChildProcess.run(command, variables: variables, input: file, quiet: true, apart: output)
  }

  /// The end of what was printed, on one line, for that is where errors say what they are.
  private static func lastWords(in output: Int32) -> String {
    let most = 240
    let size = lseek(output, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: most)
    let count = pread(output, &bytes, most, max(0, size - off_t(most)))
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    let line = Visible.text(text.trimmingCharacters(in: .whitespacesAndNewlines), newlines: .space)
    return (size > most ? "… " : "") + line
  }
}
