import Foundation
import Synchronization

/// Ctrl-C during an import asks it to stop; what was staged is then taken back.
enum Interrupt {
  /// The signal that came; none is 0.
  private static let caught = Atomic<Int32>(0)

  static var isPending: Bool { caught.load(ordering: .relaxed) != 0 }

  static func catching() {
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { Interrupt.caught.store($0, ordering: .relaxed) } }
  }

  /// Ends as the signal would have ended it, so that a script's shell sees that it was stopped.
  static func leave(saying line: String) -> Never {
    ProcessEnd.writeError(line)
    let number = caught.load(ordering: .relaxed)
    signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)
  }
}
