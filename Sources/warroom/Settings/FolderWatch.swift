import Foundation

/// Tells, by a readable descriptor, that something in the folders of some files was written, renamed or taken away. Editors
/// put a new file in the old one's place, so the folder is what must be watched; where there is none yet, the one above it.
final class FolderWatch {
  let descriptor: Int32
  private var watched: Set<String> = []

  /// None where the kernel gives no watch.
  init?() {
    descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  /// Watches where these files lie or would lie, and where links of them lead.
  func watch(_ files: [String]) {
    for file in files {
      for path in [file, URL(fileURLWithPath: file).resolvingSymlinksInPath().path] {
        var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
          folder.deleteLastPathComponent()
        }
        guard watched.insert(folder.path).inserted else { continue }
        _ = inotify_add_watch(
          descriptor, folder.path, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE))
      }
    }
  }

  /// Takes what is to be read, so that the next change wakes again.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
    // A folder that came to be stands below the one that was watched for it.
    watched = []
  }

  deinit { close(descriptor) }
}
