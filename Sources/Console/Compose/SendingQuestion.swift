import EscalationDomain
import Messages
import Screen

/// What is looked at before a message is sent or logged: whom it tells, what it promises, what it does to the clocks.
struct SendingQuestion {
  let model: Model
  let letter: Letter
  let way: Letter.Way
  let message: SentMessage
  let moves: [DeadlineMove]

  func draw(on frame: inout Frame) {
    let width = min(84, frame.size.columns - 4)
    let lines = lines(width: width - 4)
    let title = way == .command ? "Send it and log it?" : "Log it as sent?"
    let inside = frame.dialog(Size(columns: width, rows: lines.count + 2), title: title, edge: .warning)
    // What is answered must show, whatever else does not fit.
    let hidden = max(0, lines.count - inside.rows)
    frame.draw(Array(lines.dropLast(2 + hidden) + lines.suffix(2)), in: inside, offset: 0)
    frame.lift(inside, to: .dialog)
  }

  private func lines(width: Int) -> [Line] {
    func part(_ name: String, _ text: String, _ role: Role = .text) -> [Line] {
      wrapped(labelled(name, to: 11), text, Style(role), width: width)
    }
    let audience = message.audience == .customer ? "the customer" : "the team"
    var lines = part("For", audience + (message.channel.map { ", by \($0)" } ?? ""))
    if !message.to.isEmpty { lines += part("To", message.to.joined(separator: ", ")) }
    lines += part("What", message.headline, .title)
    if !message.countsAs.isEmpty {
      lines += part("Counts as", message.countsAs.map(\.words).joined(separator: ", "))
    }
    if let next = message.next { lines += part("Next by", model.promise(next, to: message.audience), .accent) }
    let changes = moves.filter(\.moves)
    for (index, move) in changes.enumerated() {
      lines += part(index == 0 ? "Clocks" : "", "\(move.label) \(words(move))", .success)
    }
    if changes.isEmpty { lines += part("Clocks", "none is touched", .muted) }
    if way == .command {
      lines += part("Command", model.viewer.messageCommand ?? "", .muted)
      if letter.isOut { lines += part("", "the command took it once already", .warning) }
    }
    lines.append([])
    lines.append([Span("\(model.yesKey)  \(way == .command ? "send it" : "log it")     esc  back to the text", .accent)]
    )
    return lines
  }

  private func words(_ move: DeadlineMove) -> String {
    func time(_ side: DeadlineMove.Side) -> String {
      side.deadline.map { $0.brief(in: model.viewer.zone, now: model.now) } ?? "without a deadline"
    }
    guard move.before.isOpen else { return "starts, due \(time(move.after))" }
    guard move.after.isOpen else {
      return move.before.state == .breached ? "ends, late since \(time(move.before))" : "is met"
    }
    return "runs anew, due \(time(move.after)) after \(time(move.before))"
  }
}
