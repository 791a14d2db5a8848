import Console
import EscalationDomain

/// One person's saved views of one store, in the file that the console keeps, too.
struct ViewShelf {
  private let file: DeskFile
  private(set) var views: [SavedView]

  init(_ session: Session) throws {
    file = DeskFile(store: session.path, actor: session.actor)
    views = file.read()?.views ?? SavedView.first
  }

  func view(_ name: String) throws -> SavedView {
    guard let place = views.place(of: name) else {
      let known = views.map(\.name).joined(separator: ", ")
      throw CommandFailure(.noInput, "there is no view “\(name)”; known: \(known.isEmpty ? "none" : known)")
    }
    return views[place]
  }

  /// Reads the rest of the desk anew, so that only the views change.
  mutating func change(_ body: (inout [SavedView]) -> Void) {
    var desk = file.read() ?? Desk()
    var list = desk.views ?? SavedView.first
    body(&list)
    desk.views = list
    views = list
    file.keep(desk)
    file.finish()
  }
}
