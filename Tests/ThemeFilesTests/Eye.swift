import Foundation
import Screen
import Testing

/// How colours look to people with and without colour vision deficiency. Source of the matrices: Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0.
enum Eye: CaseIterable {
  case common, protan, deutan, tritan

  private var matrix: [Double] {
    switch self {
    case .common: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    case .tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
    }
  }

  /// Distance in OKLab as this eye sees both; about 0.02 is just noticeable side by side.
  func distance(_ one: Color, _ other: Color) throws -> Double {
    let (a, b) = (lab(try Self.linear(one)), lab(try Self.linear(other)))
    return ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1) + (a.2 - b.2) * (a.2 - b.2)).squareRoot()
  }

  static func linear(_ color: Color) throws -> (Double, Double, Double) {
    let (red, green, blue) = try #require(color.components)
    func channel(_ value: Int) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return (channel(red), channel(green), channel(blue))
  }

  private func lab(_ c: (Double, Double, Double)) -> (Double, Double, Double) {
    let m = matrix
    let red = max(0, m[0] * c.0 + m[1] * c.1 + m[2] * c.2)
    let green = max(0, m[3] * c.0 + m[4] * c.1 + m[5] * c.2)
    let blue = max(0, m[6] * c.0 + m[7] * c.1 + m[8] * c.2)
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let a = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
      0.2104542553 * l + 0.7936177850 * a - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * a + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * a - 0.8086757660 * s
    )
  }
}
