import Screen
import Testing
import ThemeFiles

/// The colours of the themes that bring their own.
@Suite struct PaletteTests {
  static let own = ["dark", "light", "high-contrast", "colour-blind"]
  static let words: [Role] = [
    .text, .muted, .title, .header, .footer, .key, .accent, .label, .band1, .band2, .band3, .band4, .breached, .dueSoon,
    .onTime, .paused, .met, .seconds, .error, .warning, .success, .match,
  ]
  /// What is read on each ground.
  static let read: [(ground: Role, roles: [Role])] = [
    (.text, words + [.placeholder]), (.header, words), (.selection, words), (.changed, words), (.dialog, words),
    (.footer, [.text, .footer, .key, .muted]), (.toast, [.text, .toast, .error, .success]),
    (.input, [.text, .input, .placeholder]),
  ]
  /// What must not be taken for another.
  static let apart: [[Role]] = [
    [.band1, .band2, .band3, .band4], [.breached, .dueSoon, .onTime, .paused, .met], [.error, .warning, .success],
  ]

  /// WCAG 2: 4.5 to 1 for text, 7 in its stricter grade.
  @Test(arguments: own, read)
  func `words can be read on every ground`(name: String, read: (ground: Role, roles: [Role])) throws {
    let theme = try #require(try Themes.embedded(name))
    let bar = name == "high-contrast" ? 7 : 4.5
    for role in read.roles {
      let paint = theme.paint(Style(role, on: read.ground))
      let contrast = try #require(Contrast.ratio(paint.foreground, paint.background))
      #expect(contrast >= bar, "\(role.name) on \(read.ground.name): \(contrast)")
    }
  }

  /// A tick of the selected row changes the ground and nothing else, and the row stands out from end to end.
  @Test(arguments: Themes.names, [Role.text, .selection, .changed])
  func `seconds stand on the ground of their row`(name: String, ground: Role) throws {
    let theme = try #require(try Themes.embedded(name))
    for depth in ColorDepth.allCases {
      let seconds = theme.paint(Style(.seconds, on: ground), depth: depth)
      let row = theme.paint(Style(.text, on: ground), depth: depth)
      #expect(seconds.background == row.background)
      #expect(seconds.attributes.contains(.reverse) == row.attributes.contains(.reverse))
    }
    if Self.own.contains(name) {
      #expect(theme.paint(Style(.seconds, on: ground)).foreground == theme.paint(.text).foreground)
    }
  }

  /// WCAG 2 asks 3 to 1 of lines and marks.
  @Test(arguments: own, [Role.border, .focus, .barFilled, .barLate])
  func `lines can be seen`(name: String, role: Role) throws {
    let theme = try #require(try Themes.embedded(name))
    for ground in [Role.text, .dialog] {
      let paint = theme.paint(Style(role, on: ground))
      let contrast = try #require(Contrast.ratio(paint.foreground, paint.background))
      #expect(contrast >= (name == "high-contrast" ? 4.5 : 3), "\(role.name) on \(ground.name): \(contrast)")
    }
  }

  /// About 0.02 in OKLab is just noticeable between two surfaces side by side. Letters are thin and stand apart: they get
  /// two and a half times as much in every theme, and four times as much for every kind of eye in the theme made for it.
  @Test(arguments: own, Eye.allCases)
  func `what differs in meaning differs in colour`(name: String, eye: Eye) throws {
    guard eye == .common || name == "colour-blind" else { return }
    let theme = try #require(try Themes.embedded(name))
    let bar = name == "colour-blind" ? 0.08 : 0.05
    for group in Self.apart {
      for (index, one) in group.enumerated() {
        for other in group[(index + 1)...] {
          let (a, b) = (theme.paint(Style(one)), theme.paint(Style(other)))
          let sameGround = a.background == b.background
          let distance =
            try sameGround
            ? eye.distance(a.foreground, b.foreground) : eye.distance(a.background, b.background)
          #expect(distance >= bar, "\(one.name) and \(other.name), \(eye): \(distance)")
        }
      }
    }
  }

  /// Severity and urgency lead the eye, so every kind of eye tells them apart in every theme: twice what is just
  /// noticeable, as shape and words stand beside the colour.
  @Test(arguments: own, Eye.allCases)
  func `severity and urgency stay apart for every kind of eye`(name: String, eye: Eye) throws {
    let theme = try #require(try Themes.embedded(name))
    for group in [[Role.band1, .band2, .band3, .band4], [.breached, .dueSoon, .onTime, .paused]] {
      for (index, one) in group.enumerated() {
        for other in group[(index + 1)...] {
          let (a, b) = (theme.paint(Style(one)), theme.paint(Style(other)))
          if a.background != b.background { continue }
          let distance = try eye.distance(a.foreground, b.foreground)
          #expect(distance >= 0.04, "\(one.name) and \(other.name), \(eye): \(distance)")
        }
      }
    }
  }

  /// Surfaces, side by side and large: one and a half times what is just noticeable, for every kind of eye.
  @Test(arguments: own, Eye.allCases)
  func `a chosen and a changed row stand out`(name: String, eye: Eye) throws {
    let theme = try #require(try Themes.embedded(name))
    let grounds = [Role.text, .selection, .changed].map { theme.paint(Style(.text, on: $0)).background }
    for (one, other) in [(0, 1), (0, 2)] {
      let distance = try eye.distance(grounds[one], grounds[other])
      #expect(distance >= 0.03, "\(eye): \(distance)")
    }
    if eye == .common || name == "colour-blind" {
      let distance = try eye.distance(grounds[1], grounds[2])
      #expect(distance >= 0.03, "one from the other, \(eye): \(distance)")
    }
  }

  /// A terminal with fewer colours keeps 3 to 1, WCAG's bar for large letters; so bands and countdowns never vanish.
  @Test(arguments: own, [ColorDepth.palette, .sixteen, .eight])
  func `fewer colours leave it readable`(name: String, depth: ColorDepth) throws {
    let theme = try #require(try Themes.embedded(name))
    for (ground, roles) in Self.read {
      for role in roles + [.focus] {
        let paint = theme.paint(Style(role, on: ground), depth: depth)
        let contrast = try #require(Contrast.ratio(paint.foreground, paint.background))
        #expect(contrast >= 3, "\(role.name) on \(ground.name): \(contrast)")
      }
    }
  }

  @Test(arguments: own, [ColorDepth.palette, .sixteen, .eight, .mono])
  func `the chosen row shows with fewer colours`(name: String, depth: ColorDepth) throws {
    let theme = try #require(try Themes.embedded(name))
    let plain = theme.paint(Style(.text), depth: depth)
    let chosen = theme.paint(Style(.text, on: .selection), depth: depth)
    #expect(plain.background != chosen.background || chosen.attributes.contains(.reverse))
  }
}
