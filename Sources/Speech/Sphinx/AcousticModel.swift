import Foundation

/// Where the recogniser's models lie on this machine.
package struct AcousticModel: Hashable, Sendable {
    /// Debian's package `pocketsphinx-en-us`.
    package static let english = AcousticModel(folder: "/usr/share/pocketsphinx/model/en-us")

    /// Holds `en-us/` (acoustics), `en-us.lm.bin` and `cmudict-en-us.dict`.
    package var folder: String

    package init(folder: String) {
        self.folder = folder
    }

    var acoustics: String { folder + "/en-us" }
    var generalModel: String { folder + "/en-us.lm.bin" }
    var dictionary: String { folder + "/cmudict-en-us.dict" }

    /// Throws `unavailable` with the first file that is missing. The library ends the process when it finds that out.
    package func check() throws(SpeechError) {
        let needed = ["mdef", "means", "variances", "sendump", "transition_matrices", "feat.params", "noisedict"]
        for path in needed.map({ acoustics + "/" + $0 }) + [generalModel, dictionary]
        where !FileManager.default.isReadableFile(atPath: path) {
            throw .unavailable(path)
        }
    }
}
