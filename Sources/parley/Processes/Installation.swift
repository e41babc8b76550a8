import Foundation

/// Where things are on this machine.
enum Installation {
    /// `$XDG_DATA_HOME/parley`, else `~/.local/share/parley`.
    static func dataFolder(_ environment: [String: String]) -> String {
        let root =
            environment.value("XDG_DATA_HOME").map { URL(fileURLWithPath: $0, isDirectory: true) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/share", isDirectory: true)
        return root.appendingPathComponent("parley").path
    }

    /// `BUSINESS.sqlite` in the folder of data. Letters and digits of the name are kept.
    static func databasePath(_ environment: [String: String], business: String) -> String {
        let words = business.lowercased().split { !$0.isLetter && !$0.isNumber }
        return "\(dataFolder(environment))/\(words.joined(separator: "-")).sqlite"
    }

    /// The weights of the voice activity network, which the set-up fetches: `PARLEY_VAD_WEIGHTS`, else `.models` here or
    /// in a folder above the program; `nil` when there are none.
    static func voiceActivityWeights(_ environment: [String: String]) -> String? {
        if let path = environment.value("PARLEY_VAD_WEIGHTS") { return path }
        let folders = [FileManager.default.currentDirectoryPath] + foldersAboveProgram
        return folders.map { $0 + "/.models/silero_vad_16k.safetensors" }.first(where: FileManager.default.fileExists)
    }

    static var foldersAboveProgram: [String] {
        guard var folder = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
        return (0..<5).map { _ in
            folder.deleteLastPathComponent()
            return folder.path
        }
    }
}
