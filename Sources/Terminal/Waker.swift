import CNcurses
import Glibc

/// Wakes a session's loop from any thread. It stays usable for as long as anyone holds it, also after its session closed,
/// when it wakes nobody.
public final class Waker: Sendable {
  /// Readable once it was used.
  public let descriptor: Int32

  /// One of its own, for a loop that has no session.
  public init?() {
    descriptor = cn_counter_descriptor()
    if descriptor < 0 { return nil }
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Never waits. Several calls before the loop looks count as one. Safe on any thread.
  public func wake() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }

  /// Makes the next use wake again.
  public func drain() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
  }
}
