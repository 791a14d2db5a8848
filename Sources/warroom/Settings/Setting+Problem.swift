import EscalationDomain
import SettingsFiles

extension Setting {
  /// What is wrong with a value that its file or variable may hold and a console would not take.
  func problem(in settings: RunSettings) -> CommandFailure? {
    do {
      switch self {
      case .theme:
        guard let name = settings[.theme] else { return nil }
        _ = try ThemeShelf(folder: settings.path.themes).theme(name, place: settings.place(of: .theme))
      case .zone: _ = try ViewerZone.choose(settings)
      default: break
      }
      return nil
    } catch {
      return CommandFailure(describing: error) ?? CommandFailure(.configuration, "\(error)")
    }
  }
}
