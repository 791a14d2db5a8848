import EscalationDomain
import Screen

/// What a toast said, to read again.
public struct ToldMessage: Hashable, Sendable {
  public var at: Instant
  public var kind: Toast.Kind
  public var text: String

  /// How many are kept.
  static let most = 50
}

/// The messages of this run, the newest first.
public struct MessagePanel: Hashable, Sendable {
  /// The first line that shows.
  public internal(set) var offset = 0
}

enum MessagesView {
  static func draw(_ model: Model, _ panel: MessagePanel, on frame: inout Frame) {
    let lines = lines(model, frame.glyphs)
    let rows = min(max(6, lines.count + 2), frame.size.rows - 3)
    let inside = frame.dialog(Size(columns: width(frame.size), rows: rows), title: "What was said")
    frame.draw(lines, in: inside, offset: panel.offset)
    frame.lift(inside, to: .dialog)
  }

  /// Lines that show at once.
  static func height(_ size: Size) -> Int { max(1, size.rows - 5) }

  static func lines(_ model: Model, _ glyphs: Glyphs = .unicode) -> [Line] {
    model.messages.reversed().flatMap { message in
      let mark =
        switch message.kind {
        case .failed: Span("\(glyphs.crossed) ", .error)
        case .done: Span("\(glyphs.check) ", .success)
        case .told: Span("\(glyphs.bullet) ", .muted)
        }
      let when = Fit.padded(message.at.brief(in: model.viewer.zone, now: model.now), to: 11)
      return wrapped(
        [mark, Span(when, .muted)], message.text, Style(message.kind == .failed ? .error : .text),
        width: width(model.size) - 6)
    }
  }

  private static func width(_ size: Size) -> Int { min(100, size.columns - 4) }
}
