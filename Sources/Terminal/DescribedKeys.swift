import CNcurses
import Screen

/// The key sequences by the open terminal's description: for terminals that do not send what xterm sends.
enum DescribedKeys {
  static func all() -> [(bytes: [UInt8], key: Key)] {
    names.compactMap { name, key in
      cn_capability(name).map { (Array(String(cString: $0).utf8), key) }
    }
  }

  private static let names: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter), ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
      ("kUP5", .controlUp), ("kDN5", .controlDown), ("kLFT5", .controlLeft), ("kRIT5", .controlRight),
    ] + (1...20).map { ("kf\($0)", .function($0)) }
}
