import Dispatch
import EscalationDomain
import Foundation
import Synchronization
import Terminal

/// Reads the settings and the theme in use anew when their files change, off the drawing thread, and leaves what came of it
/// where the loop finds it when it wakes.
final class SettingsFollower {
  enum Change: Sendable {
    case read(RunSettings)
    /// One line: what is wrong, and where.
    case refused(String)
  }

  var descriptor: Int32 { watch.descriptor }
  private(set) var settings: RunSettings
  private var theme: String?
  private let watch: FolderWatch
  private let waker: Waker
  private let reader = Reader()

  /// None where the kernel gives no watch; settings then count from the next start.
  init?(_ settings: RunSettings, theme: String? = nil, waker: Waker) {
    guard let watch = FolderWatch() else { return nil }
    self.watch = watch
    self.waker = waker
    self.settings = settings
    self.theme = theme
    watch.watch(files)
    reader.remember(files)
  }

  private var files: [String] { [settings.path.file] + (theme.map { [$0] } ?? []) }

  /// Follows these from now on.
  func use(_ settings: RunSettings, theme: String?) {
    (self.settings, self.theme) = (settings, theme)
    watch.watch(files)
    reader.remember([theme].compactMap(\.self))
  }

  /// Something in the folders changed: has the files read, if it was one of them.
  func look() {
    watch.drain()
    watch.watch(files)
    reader.read(files, settings) { [waker] in waker.wake() }
  }

  func change() -> Change? { reader.take() }
}

extension SettingsFollower {
  /// What happens on its own queue.
  private final class Reader: Sendable {
    private struct State {
      var texts: [String: Data?] = [:]
      var change: Change?
      var isWaiting = false
    }

    private let queue = DispatchQueue(label: "settings", qos: .utility)
    private let state = Mutex(State())

    /// Remembers what files hold now, so that only a change of them counts.
    func remember(_ files: [String]) {
      queue.async { [self] in
        for file in files {
          let text = FileManager.default.contents(atPath: file)
          state.withLock { state in if state.texts[file] == nil { state.texts[file] = .some(text) } }
        }
      }
    }

    /// Reads them a moment later: an editor takes the old file away before it puts the new one there.
    func read(_ files: [String], _ settings: RunSettings, done: @escaping @Sendable () -> Void) {
      let isFirst = state.withLock { state in
        defer { state.isWaiting = true }
        return !state.isWaiting
      }
      guard isFirst else { return }
      queue.asyncAfter(deadline: .now() + .milliseconds(80)) { [self] in
        state.withLock { $0.isWaiting = false }
        var changed = false
        for file in files {
          let text = FileManager.default.contents(atPath: file)
          state.withLock { state in
            if state.texts[file] != .some(text) { changed = true }
            state.texts[file] = .some(text)
          }
        }
        guard changed else { return }
        let change: Change
        do {
          change = .read(try settings.readAnew())
        } catch {
          change = .refused(settings.brief(CommandFailure(describing: error)?.sentence ?? "\(error)"))
        }
        state.withLock { $0.change = change }
        done()
      }
    }

    func take() -> Change? {
      state.withLock { state in
        defer { state.change = nil }
        return state.change
      }
    }
  }
}
