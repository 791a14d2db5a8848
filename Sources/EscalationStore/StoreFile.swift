import EscalationDomain
import Foundation

/// Where a store lies and how its file comes to be: 0600 in a folder of 0700.
public enum StoreFile {
  /// `$XDG_DATA_HOME/warroom/warroom.db`, by default under `~/.local/share`.
  public static func defaultPath(environment: [String: String]) -> String {
    let base =
      environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? "\(environment["HOME"] ?? ".")/.local/share"
    return "\(base)/warroom/warroom.db"
  }

  /// Makes the folder and an empty file that only this user may read, unless they are there.
  static func create(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      if !FileManager.default.fileExists(atPath: folder) {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      }
    } catch {
      throw StoreFailure.notPermitted(path: folder)
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreFailure.notPermitted(path: path) }
    close(descriptor)
  }
}
