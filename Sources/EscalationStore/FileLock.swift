import EscalationDomain
import Foundation

/// An advisory lock on a file beside the store; gone with the process that holds it, however that ends.
public final class FileLock: Sendable {
  private let descriptor: Int32

  /// Waits for the lock, or gives nil at once where another process holds it and `wait` is false.
  public init?(path: String, wait: Bool) throws {
    descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreFailure.notPermitted(path: path) }
    var result: Int32
    repeat { result = flock(descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB) } while result != 0 && errno == EINTR
    if result != 0 {
      Foundation.close(descriptor)
      return nil
    }
  }

  deinit { Foundation.close(descriptor) }
}
