import Screen

@testable import Console

/// Every screen that golden files hold, for what must be true of all of them.
enum Gallery {
  typealias Picture = (name: String, frame: Frame)

  static let unicode =
    pictures(Fixture.store, GoldenTests.scenes, GoldenTests.sizes, .unicode)
    + pictures(Fixture.careStore, WorkSceneTests.scenes, GoldenTests.sizes, .unicode)
    + pictures(Fixture.messageStore, ComposeSceneTests.scenes, GoldenTests.sizes, .unicode)
    + pictures(Fixture.hardMessages, ComposeSceneTests.hardScenes, usual, .unicode, "hard-")
    + pictures(Fixture.peopleStore, PeopleSceneTests.scenes, GoldenTests.sizes, .unicode)
    + pictures(Fixture.hardPeople, PeopleSceneTests.hardScenes, usual, .unicode, "hard-")
    + pictures(Fixture.planStore, PlanSceneTests.scenes, PlanSceneTests.sizes, .unicode)
    + pictures(Fixture.careStore, PlanSceneTests.emptyScenes, usual, .unicode)
    + pictures(Fixture.hardPlan, PlanSceneTests.hardScenes, usual, .unicode, "hard-")
    + pictures(Fixture.openingStore, OpeningSceneTests.scenes, GoldenTests.sizes, .unicode, "opening-")
    + pictures(Fixture.plannedStore, PlansSceneTests.scenes, GoldenTests.sizes, .unicode)
    + pictures(Fixture.roomStore, RoomSceneTests.scenes, GoldenTests.sizes, .unicode)
    + pictures(Fixture.hardTexts, HardTextTests.scenes, usual, .unicode, "hard-")
    + pictures(Fixture.hardWork, OpeningSceneTests.hardScenes, usual, .unicode, "hard-opening-")
    + pictures(Fixture.hardWork, WorkSceneTests.hardScenes, usual, .unicode, "hard-asked-")
    + later(.unicode)
  static let ascii =
    pictures(Fixture.store, GoldenTests.scenes, usual, .ascii)
    + pictures(Fixture.careStore, WorkSceneTests.scenes, usual, .ascii)
    + pictures(Fixture.messageStore, ComposeSceneTests.scenes, usual, .ascii)
    + pictures(Fixture.hardMessages, ComposeSceneTests.hardScenes, usual, .ascii, "hard-")
    + pictures(Fixture.peopleStore, PeopleSceneTests.scenes, usual, .ascii)
    + pictures(Fixture.hardPeople, PeopleSceneTests.hardScenes, usual, .ascii, "hard-")
    + pictures(Fixture.planStore, PlanSceneTests.scenes, usual, .ascii)
    + pictures(Fixture.hardPlan, PlanSceneTests.hardScenes, usual, .ascii, "hard-")
    + pictures(Fixture.openingStore, OpeningSceneTests.scenes, usual, .ascii, "opening-")
    + pictures(Fixture.plannedStore, PlansSceneTests.scenes, usual, .ascii)
    + pictures(Fixture.roomStore, RoomSceneTests.scenes, usual, .ascii)
    + pictures(Fixture.hardTexts, HardTextTests.scenes, usual, .ascii, "hard-")
    + pictures(Fixture.hardWork, OpeningSceneTests.hardScenes, usual, .ascii, "hard-opening-")
    + pictures(Fixture.hardWork, WorkSceneTests.hardScenes, usual, .ascii, "hard-asked-")
    + later(.ascii)
  static let usual = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]

  /// The register, acting on several, filters and views, the palette and the command line, drafts and clashes, the first
  /// questions.
  private static func later(_ glyphs: Glyphs) -> [Picture] {
    pictures(Fixture.registerStore, RegisterSceneTests.scenes, usual, glyphs, "register-")
      + pictures(
        Fixture.hardRegister, [("", ["5"]), ("risk", ["5", "/", "text:risk", "enter", "enter"])], usual, glyphs,
        "hard-register-")
      + pictures(Fixture.store, BulkSceneTests.scenes, usual, glyphs)
      + pictures(Fixture.hardWork, [("look", ["*", "n", "text:漢字🚨", "ctrl-s"])], usual, glyphs, "hard-bulk-")
      + pictures(Fixture.store, FilterSceneTests.scenes, usual, glyphs)
      + pictures(Fixture.store, FindingSceneTests.scenes, usual, glyphs)
      + pictures(Fixture.store, DeskSceneTests.scenes, usual, glyphs, "desk-")
      + SetupSceneTests.scenes.flatMap { scene in
        var setup = Setup(Setup.ground)
        setup.type(scene.keys)
        return usual.map {
          ("setup-\(scene.name)-\($0.columns)x\($0.rows)", SetupView.frame(setup, size: $0, glyphs: glyphs))
        }
      }
  }
  /// How many there are of them at one size.
  static let laterCount =
    RegisterSceneTests.scenes.count + 2 + BulkSceneTests.scenes.count + 1 + FilterSceneTests.scenes.count
    + FindingSceneTests.scenes.count + DeskSceneTests.scenes.count + SetupSceneTests.scenes.count

  /// Every style in which a letter, a mark or a line of some screen is drawn.
  static let visibleStyles = unicode.reduce(into: Set<Style>()) { $0.formUnion($1.frame.visibleStyles) }
  static let styles = unicode.reduce(into: Set<Style>()) { $0.formUnion($1.frame.styles) }

  /// A store that cannot be made shows as an empty gallery, which its tests refuse.
  private static func pictures(
    _ world: () throws -> FakeStore, _ scenes: [(name: String, keys: [String])], _ sizes: [Size], _ glyphs: Glyphs,
    _ prefix: String = ""
  ) -> [Picture] {
    guard let store = try? world() else { return [] }
    return scenes.flatMap { scene in
      // Acts in one scene must not show in another.
      let console = Scene(store.copy(), size: sizes[0], glyphs: glyphs)
      console.send(.verbsLoaded(CommandLineTests.verbs))
      for key in scene.keys { console.press(key) }
      return sizes.map { size in
        console.send(.resized(size))
        return ("\(prefix)\(scene.name)-\(size.columns)x\(size.rows)", console.frame)
      }
    }
  }
}
