import EscalationDomain
import Foundation
import Glibc

/// Where a store lies and how its file comes to be: 0600 in a folder of 0700.
public enum StoreFile {
  /// `$XDG_DATA_HOME/warroom/warroom.db`, by default under `~/.local/share`.
  public static func defaultPath(environment: [String: String]) -> String {
    let base =
      environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? "\(environment["HOME"] ?? ".")/.local/share"
    return "\(base)/warroom/warroom.db"
  }

  static func makeFolder(of path: String) throws {
    let folder = StoreFile.folder(of: path)
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreFailure.notPermitted(path: folder)
    }
  }

  /// Makes an empty file that only this user may read, in place of what an earlier try left behind.
  ///
  /// Never for a file that may be a store in use: closing any descriptor of one drops this process's locks on it.
  static func createEmpty(_ path: String) throws {
    remove(path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreFailure.notPermitted(path: path) }
    close(descriptor)
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func remove(_ path: String) {
    unlink(path)
    unlink(path + "-journal")
  }

  static func isMissingOrEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_size == 0
  }

  /// Gives a whole and closed file its name, for good: both the file and the name reach the disk.
  static func rename(_ path: String, to final: String) throws {
    try sync(path)
    guard Glibc.rename(path, final) == 0 else { throw StoreFailure.disk(path: final, detail: "it cannot be renamed") }
    try sync(folder(of: final))
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFailure.notPermitted(path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreFailure.disk(path: path, detail: "it cannot be written through") }
  }

  private static func folder(of path: String) -> String { URL(fileURLWithPath: path).deletingLastPathComponent().path }
}
