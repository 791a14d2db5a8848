import Glibc

/// Tells, by a readable descriptor, that the store's file was written to, so that an idle console sleeps until then.
final class StoreWatch {
  let descriptor: Int32

  /// None where the kernel gives no watch; the loop then looks once a second.
  init?(path: String) {
    descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    guard inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) >= 0 else {
      close(descriptor)
      return nil
    }
  }

  /// Takes what is to be read, so that the next write wakes again.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }

  deinit { close(descriptor) }
}
