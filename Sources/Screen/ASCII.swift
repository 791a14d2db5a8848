/// What stands for a cluster on a terminal or in a file that takes nothing but ASCII.
public enum ASCII {
  /// As many ASCII characters as the cluster has cells, so that columns stay. O(1).
  public static func stand(for cluster: String, width: Int) -> String {
    guard let scalar = cluster.unicodeScalars.first else { return "" }
    if cluster.utf8.count == width, scalar.isASCII { return cluster }
    if scalar.isASCII { return String(Character(scalar)) + String(repeating: " ", count: max(0, width - 1)) }
    if width == 1, let known = table[scalar] { return String(known) }
    return String(repeating: "?", count: width)
  }

  private static let table: [Unicode.Scalar: Character] = {
    let rows: [(String, Character)] = [
      ("─━╌╍═‐‑‒–—―−", "-"), ("│┃╎╏║‖", "|"), ("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "+"), ("…", "~"),
      ("█▉▊▋▌▐▓▒■●◆", "#"), ("▍▎▏░·•∙○◌", "."), ("‘’‚′", "'"), ("“”„″«»", "\""), ("←‹", "<"), ("→›▶▸", ">"),
      ("↑▲", "^"), ("↓▼▾", "v"), ("✓✔", "x"), ("✗✘×", "x"), ("\u{A0}", " "),
      ("ÀÁÂÃÄÅĀĂĄ", "A"), ("àáâãäåāăą", "a"), ("ÇĆČ", "C"), ("çćč", "c"), ("ĎĐ", "D"), ("ďđ", "d"),
      ("ÈÉÊËĒĖĘĚ", "E"), ("èéêëēėęě", "e"), ("Ğ", "G"), ("ğ", "g"), ("ÌÍÎÏĪĮİ", "I"), ("ìíîïīįı", "i"),
      ("ŁĽ", "L"), ("łľ", "l"), ("ÑŃŇ", "N"), ("ñńň", "n"), ("ÒÓÔÕÖØŌŐ", "O"), ("òóôõöøōő", "o"), ("Ř", "R"),
      ("ř", "r"), ("ŚŞŠȘ", "S"), ("śşšșß", "s"), ("ŢŤȚ", "T"), ("ţťț", "t"), ("ÙÚÛÜŪŮŰŲ", "U"),
      ("ùúûüūůűų", "u"), ("ÝŸ", "Y"), ("ýÿ", "y"), ("ŹŻŽ", "Z"), ("źżž", "z"), ("€", "E"), ("£", "L"), ("¥", "Y"),
    ]
    var table: [Unicode.Scalar: Character] = [:]
    for (scalars, character) in rows {
      for scalar in scalars.unicodeScalars { table[scalar] = character }
    }
    return table
  }()
}
