import Foundation

/// The seeds of every target, as files: one folder for each target, one file for each seed.
struct SeedCorpus {
    let folder: String

    func write() throws {
        for target in FuzzTarget.all {
            let folder = URL(filePath: folder).appending(path: target.name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (index, seed) in try target.seeds().enumerated() {
                try Data(seed).write(to: folder.appending(path: "seed-\(index)"))
            }
        }
    }
}
